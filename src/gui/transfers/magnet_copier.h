// Puts the magnet links of torrents, trackers included, on the clipboard.
#pragma once

#include "engine/session.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <optional>

class QWidget;

namespace essaim::gui {

/// Asks the session for the trackers first, since snapshots do not carry them. Addresses that hold a key of the user's
/// stay out of the links, but for a private torrent, where it asks. GUI thread; the window owns it.
class MagnetCopier : public QObject {
    Q_OBJECT
public:
    /// `session` outlives the copier. `patience`: for its next answer; how many it did not answer about is told.
    MagnetCopier(engine::Session& session, QWidget& window, std::chrono::milliseconds patience = kPatience);

    /// One link a line, in their order. The last call wins.
    void copy(const QList<engine::TorrentSnapshot>& torrents);

private:
    static constexpr std::chrono::seconds kPatience{30};

    void forget(const QList<TorrentId>& removed);
    void take(const engine::TorrentDetails& details);
    void finish();
    void tellMissing(int count);

    engine::Session& m_session;
    QWidget& m_window;
    QList<engine::TorrentSnapshot> m_wanted;
    std::map<TorrentId, std::optional<QList<QStringList>>> m_trackers; ///< once the session has answered
    std::size_t m_open = 0;                                            ///< those about which it has not
    QTimer m_patience;
};

} // namespace essaim::gui
