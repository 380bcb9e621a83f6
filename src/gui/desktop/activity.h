// How much of the session is at work, for what follows from it: the tray's icon, sleep, what happens when all is done.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QObject>

#include <unordered_set>

namespace essaim::engine {
class Session;
}

namespace essaim::gui {

/// Follows the session. GUI thread.
class Activity : public QObject {
    Q_OBJECT
public:
    /// `session` outlives it.
    explicit Activity(const engine::Session& session, QObject* parent = nullptr);

    /// Torrents that want data and may get it, or are to move now that they have it: those that are stopped, or need
    /// the user, do not count.
    [[nodiscard]] int downloading() const { return int(m_downloading.size()); }
    /// Of those, the ones that something happens to right now.
    [[nodiscard]] int moving() const { return int(m_moving.size()); }
    /// Torrents that somebody is loading from us right now.
    [[nodiscard]] int uploading() const { return int(m_uploading.size()); }
    /// Torrents that need the user.
    [[nodiscard]] int stuck() const { return int(m_stuck.size()); }

Q_SIGNALS:
    void changed();
    /// The last download came to its end a moment ago, and none waits.
    void allDone();
    /// It needs the user, and did not a moment ago.
    void gotStuck(const essaim::engine::TorrentSnapshot& torrent);

private:
    void take(const QList<engine::TorrentSnapshot>& torrents);
    void forget(const QList<TorrentId>& ids);
    void tell(bool hadDownloads);

    std::unordered_set<TorrentId> m_downloading;
    std::unordered_set<TorrentId> m_moving;
    std::unordered_set<TorrentId> m_uploading;
    std::unordered_set<TorrentId> m_stuck;
    bool m_hasFinished = false;   ///< one was completed while others were under way
    bool m_areAllRunning = false; ///< what is stuck from now on is news
    int m_told[4] = {};
};

} // namespace essaim::gui
