// Ends connections that a change of addresses has cut, and those with peers that are no longer welcome. Private to the
// engine.
#pragma once

#include "core/endpoint.h"
#include "core/info_hash.h"

#include <libtorrent/extensions.hpp>
#include <libtorrent/peer_connection_handle.hpp>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace essaim::engine {

/// Nobody tells the ends of such a connection that it is cut: libtorrent waits two minutes before it looks for the peer
/// elsewhere. Only what is cut for certain is ended; who is merely silent stays. And a tracker that turns somebody away
/// does not end what peers have begun. Added to the session before its torrents; the functions of its own may be called
/// on any thread and act within a second.
class LostPeers : public lt::plugin {
public:
    LostPeers();

    /// Those whose end here is an address that no interface has any more.
    void dropLeft();
    /// Those from `own`, an IPv4 address, to the Internet: the router that translated them has another address outside.
    void dropOutside(const IpAddress& own);
    /// Connections of this torrent with these addresses, and new ones as long as nothing else is said; empty = none any
    /// more. A loopback address stands for this computer.
    void turnAway(const TorrentId& id, std::set<IpAddress> addresses);

    // For libtorrent, on its network thread
    lt::feature_flags_t implemented_features() override { return tick_feature; }
    std::shared_ptr<lt::torrent_plugin> new_torrent(const lt::torrent_handle&, lt::client_data_t) override;
    void on_tick() override;

    /// All connections that there are; those that ended are forgotten by and by. Network thread.
    class Connections {
    public:
        void add(const lt::peer_connection_handle& peer);
        template <typename Condition>
        void dropIf(Condition condition);

    private:
        void forgetEnded();

        std::vector<lt::peer_connection_handle> m_peers;
        std::size_t m_tidyAt = 64;
    };

private:
    std::shared_ptr<Connections> m_connections;
    std::mutex m_mutex; ///< guards what follows
    bool m_isLeft = false;
    std::optional<IpAddress> m_outside;
    using TurnedAway = std::map<TorrentId, std::set<IpAddress>>;
    std::shared_ptr<TurnedAway> m_turnedAway = std::make_shared<TurnedAway>(); ///< nobody changes what others hold
};

} // namespace essaim::engine
