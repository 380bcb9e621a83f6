// A peer store with a clock that only moves when told, and what announcers say to it.
#pragma once

#include "tracker/swarm/peer_store.h"

#include <functional>
#include <optional>
#include <vector>

namespace essaim::tracker::test {

inline constexpr std::uint64_t kLeft = 1;

inline Endpoint worldPeer(std::uint32_t number) {
    return {IpAddress::v4(0x08000000 + number), 6881};
}

inline Endpoint worldPeerV6(std::uint8_t number) {
    auto bytes = IpAddress::parse("2606:4700::").value().bytes();
    bytes[15] = number;
    return {IpAddress::v6(bytes), 6881};
}

inline Sha1Hash hashOf(std::uint8_t fill) {
    Sha1Hash hash;
    hash.bytes.fill(fill);
    return hash;
}

struct Answer {
    StoreOutcome outcome = StoreOutcome::Ok;
    SwarmCounts counts;
    std::vector<Endpoint> peers;
};

struct Says {
    std::uint64_t left = kLeft;
    bool completed = false;
    bool stopped = false;
    bool paused = false;
    std::uint32_t want = 50;
    std::uint8_t torrent = 1;
    bool onlyHosted = false;
    bool bothFamilies = true;
    bool mayAdd = true;
    std::function<bool(const IpAddress&)> isNear{};
};

/// A store with a clock that only moves when told.
struct Fixture {
    Clock::Monotonic now{std::chrono::seconds(1000)};
    PeerStore store{now, SipKey{1, 2}};
    Random random{42};
    CompactPeers peers;

    Answer announce(const Endpoint& peer, const Says& says = {}) {
        Answer answer;
        StoreAnnounce request;
        request.infoHash = hashOf(says.torrent);
        request.update = {peer, says.left == 0, says.paused, says.completed, 0};
        request.mayAdd = says.mayAdd;
        request.isStopped = says.stopped;
        request.onlyHosted = says.onlyHosted;
        request.bothFamilies = says.bothFamilies;
        request.selection = {says.want,
                             says.left == 0,
                             peer,
                             peer.address.isV6(),
                             {peer.address, IpAddress::v4(8, 8, 8, 8), std::nullopt},
                             says.isNear};
        answer.outcome = store.announce(request, now, random, answer.counts, peers);
        for (std::size_t i = 0; i < peers.v4().size() / CompactPeers::kV4Size; ++i)
            answer.peers.push_back(peers.v4At(i));
        for (std::size_t i = 0; i < peers.v6().size() / CompactPeers::kV6Size; ++i)
            answer.peers.push_back(peers.v6At(i));
        return answer;
    }
};

} // namespace essaim::tracker::test
