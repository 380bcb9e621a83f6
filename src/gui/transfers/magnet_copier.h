// Puts a torrent's magnet link, trackers included, on the clipboard.
#pragma once

#include "engine/session.h"

#include <QObject>

#include <optional>

class QWidget;

namespace essaim::gui {

/// Asks the session for the trackers first, since snapshots do not carry them. Addresses that hold a key of the user's
/// stay out of the link, but for a private torrent, where it asks. GUI thread; the window owns it.
class MagnetCopier : public QObject {
    Q_OBJECT
public:
    /// `session` outlives the copier.
    MagnetCopier(engine::Session& session, QWidget& window);

    /// The last call wins.
    void copy(const engine::TorrentSnapshot& torrent);

private:
    void finish(const engine::TorrentDetails& details);

    engine::Session& m_session;
    QWidget& m_window;
    std::optional<engine::TorrentSnapshot> m_wanted;
};

} // namespace essaim::gui
