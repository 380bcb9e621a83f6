// Puts a torrent's magnet link, trackers included, on the clipboard.
#pragma once

#include "engine/session.h"

#include <QObject>

#include <optional>

namespace essaim::gui {

/// Asks the session for the trackers first, since snapshots do not carry them. GUI thread.
class MagnetCopier : public QObject {
    Q_OBJECT
public:
    /// `session` outlives the copier.
    explicit MagnetCopier(engine::Session& session, QObject* parent = nullptr);

    /// The last call wins.
    void copy(const engine::TorrentSnapshot& torrent);

Q_SIGNALS:
    void copied(const QString& magnet);

private:
    void finish(const engine::TorrentDetails& details);

    engine::Session& m_session;
    std::optional<engine::TorrentSnapshot> m_wanted;
};

} // namespace essaim::gui
