// Sharing a folder anew that is shared already: what changed is read, the rest is taken over.
#pragma once

#include "core/info_hash.h"
#include "engine/torrent_file.h"
#include "gui/services.h"
#include "tracker/tracker.h"

#include <QObject>

#include <cstdint>
#include <optional>
#include <vector>

class QWidget;

namespace essaim::gui {

/// Asks the session what the old torrent is made of and opens the create dialog with it. GUI thread.
class NewVersion : public QObject {
    Q_OBJECT
public:
    /// `window`: parent of the dialog; outlives this.
    NewVersion(const Services& services, QWidget& window);

    /// `savePath`: where its files lie. The new one is shared with the same as the old one, or as `visibility` says.
    void begin(
        const TorrentId& id, const QString& savePath, std::optional<tracker::Visibility> visibility = std::nullopt,
        const std::vector<std::int64_t>& chosen = {});

Q_SIGNALS:
    void failed(const QString& sentence);

private:
    void open(const QByteArray& torrent);
    [[nodiscard]] QStringList sources(const engine::TorrentDescription& old) const;

    Services m_services;
    QWidget& m_window;
    std::optional<TorrentId> m_wanted;
    QString m_savePath;                      ///< of the wanted one
    QList<engine::TorrentFileEntry> m_files; ///< of the wanted one, as they are called on the disk; empty = unknown
    std::optional<tracker::Visibility> m_visibility;
    std::vector<std::int64_t> m_chosen;
};

} // namespace essaim::gui
