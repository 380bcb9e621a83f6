#include "engine/lost_peers.h"

#include "engine/lt_convert.h"
#include "engine/own_network.h"

#include <libtorrent/error_code.hpp>
#include <libtorrent/operations.hpp>

#include <algorithm>
#include <utility>

namespace essaim::engine {

namespace {

IpAddress toIpAddress(const lt::address& address) {
    return address.is_v4() ? IpAddress::v4(address.to_v4().to_uint()) : IpAddress::v6(address.to_v6().to_bytes());
}

using Peer = lt::peer_connection_handle;

class TorrentWatch : public lt::torrent_plugin {
public:
    explicit TorrentWatch(std::shared_ptr<LostPeers::Connections> connections)
        : m_connections(std::move(connections)) {}

    std::shared_ptr<lt::peer_plugin> new_connection(const lt::peer_connection_handle& peer) override {
        m_connections->add(peer);
        return nullptr;
    }

private:
    std::shared_ptr<LostPeers::Connections> m_connections;
};

} // namespace

void LostPeers::Connections::add(const lt::peer_connection_handle& peer) {
    if (m_peers.size() >= m_tidyAt)
        forgetEnded();
    m_peers.push_back(peer);
}

void LostPeers::Connections::forgetEnded() {
    std::erase_if(m_peers, [](const lt::peer_connection_handle& peer) { return !peer.native_handle(); });
    m_tidyAt = std::max<std::size_t>(64, m_peers.size() * 2);
}

template <typename Condition>
void LostPeers::Connections::dropIf(Condition condition) {
    forgetEnded();
    for (const auto& peer : std::vector(m_peers)) { // ending one may begin another
        if (!peer.native_handle() || peer.is_disconnecting() || peer.is_connecting())
            continue;
        if (condition(peer, toIpAddress(peer.local_endpoint().address()), toIpAddress(peer.remote().address())))
            lt::peer_connection_handle(peer).disconnect(lt::errors::timed_out, lt::operation_t::bittorrent);
    }
}

LostPeers::LostPeers()
    : m_connections(std::make_shared<Connections>()) {}

void LostPeers::dropLeft() {
    const std::lock_guard lock(m_mutex);
    m_isLeft = true;
}

void LostPeers::dropOutside(const IpAddress& own) {
    const std::lock_guard lock(m_mutex);
    m_outside = own;
}

void LostPeers::turnAway(const TorrentId& id, std::set<IpAddress> addresses) {
    const std::lock_guard lock(m_mutex);
    if (m_turnedAway.use_count() > 1) // the network thread is reading it
        m_turnedAway = std::make_shared<TurnedAway>(*m_turnedAway);
    if (addresses.empty())
        m_turnedAway->erase(id);
    else
        m_turnedAway->insert_or_assign(id, std::move(addresses));
}

std::shared_ptr<lt::torrent_plugin> LostPeers::new_torrent(const lt::torrent_handle&, lt::client_data_t) {
    return std::make_shared<TorrentWatch>(m_connections);
}

void LostPeers::on_tick() {
    std::unique_lock lock(m_mutex);
    const bool isLeft = std::exchange(m_isLeft, false);
    const auto outside = std::exchange(m_outside, std::nullopt);
    std::shared_ptr<const TurnedAway> turnedAway = m_turnedAway;
    lock.unlock();
    if (isLeft) {
        m_connections->dropIf([ours = interfaceAddresses()](const Peer&, const IpAddress& here, const IpAddress&) {
            return !here.isUnspecified() && !ours.contains(here);
        });
    }
    if (outside) {
        m_connections->dropIf([&outside](const Peer&, const IpAddress& here, const IpAddress& there) {
            return here == *outside && there.isV4() && there.isGlobal();
        });
    }
    if (!turnedAway->empty()) {
        m_connections->dropIf([&turnedAway](const Peer& peer, const IpAddress& here, const IpAddress& there) {
            const auto found = turnedAway->find(toInfoHash(peer.associated_torrent().info_hashes()).id());
            if (found == turnedAway->end())
                return false;
            const bool isOwn = there.isLoopback() || there == here;
            return found->second.contains(there) ||
                   (isOwn && std::ranges::any_of(found->second, &IpAddress::isLoopback));
        });
    }
    lock.lock(); // whoever finds itself alone with it has seen us let go
    turnedAway.reset();
}

} // namespace essaim::engine
