// Sharing a folder anew that is shared already: what changed is read, the rest is taken over.
#pragma once

#include "core/info_hash.h"
#include "engine/torrent_file.h"
#include "gui/services.h"

#include <QObject>

#include <optional>

class QWidget;

namespace essaim::gui {

/// Asks the session what the old torrent is made of and opens the create dialog with it. GUI thread.
class NewVersion : public QObject {
    Q_OBJECT
public:
    /// `window`: parent of the dialog; outlives this.
    NewVersion(const Services& services, QWidget& window);

    /// `savePath`: where its files lie.
    void begin(const TorrentId& id, const QString& savePath);

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
};

} // namespace essaim::gui
