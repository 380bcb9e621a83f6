// Keeps this host's own client from serving friends who may no longer get a torrent.
#pragma once

#include "core/endpoint.h"
#include "core/info_hash.h"
#include "tracker/tracker.h"

#include <QObject>

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace essaim::engine {
class Session;
}

namespace essaim::hosting {
class TrackerHost;

/// The tracker refuses a friend who was revoked or paused, or for whom a torrent is not meant any more, at once; peers
/// that have met exchange pieces without it. The one client that the host controls ends these connections, and takes no
/// new ones from the addresses where the friend was, unless somebody welcome is there as well. Until the friend is
/// welcome again, or the program ends. Works by itself; GUI thread; both outlive it.
class TurnedAway : public QObject {
    Q_OBJECT
public:
    TurnedAway(engine::Session& session, const TrackerHost& host, QObject* parent = nullptr);

private:
    /// A friend on a torrent.
    using Stay = std::pair<std::int64_t, TorrentId>;
    struct Seen {
        Stay stay;
        IpAddress address;
    };

    void follow();
    void shutOut(const std::vector<Seen>& seen);
    void tell();
    [[nodiscard]] bool isWelcome(const Stay& stay) const;

    engine::Session& m_session;
    const TrackerHost& m_host;
    std::vector<Seen> m_seen; ///< in the last snapshot
    std::map<Stay, std::set<IpAddress>> m_shut;
    std::map<TorrentId, std::set<IpAddress>> m_told;
    std::map<std::int64_t, bool> m_friends;                      ///< is it welcome?
    std::map<TorrentId, const tracker::HostedTorrent*> m_hosted; ///< while follow() runs
    std::uint64_t m_policyVersion = 0;
};

} // namespace essaim::hosting
