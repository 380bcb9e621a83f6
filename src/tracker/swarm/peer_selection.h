// Choosing the peers of one answer.
#pragma once

#include "tracker/random.h"
#include "tracker/swarm/announced_address.h"
#include "tracker/swarm/peer.h"
#include "tracker/swarm/peer_list.h"
#include "tracker/wire/compact_peers.h"

#include <cstdint>

namespace essaim::tracker {

/// What the asker wants to see.
struct SelectionRequest {
    std::uint32_t want = 0;
    bool leechersOnly = false; ///< the asker is a seed: other seeds are of no use to it
    Endpoint asker;            ///< never handed to itself
    Viewpoint view;
};

/// Hands out up to `want` more peers of one list, uniformly chosen, in O(want): it reads runs of neighbours from up
/// to four random places. Peers that cannot be reached from the asker are passed over; so many of them that nothing
/// else is near may shorten the answer. Returns how many were added.
std::uint32_t selectPeers(
    const PeerList<PeerV4>& list, std::uint32_t want, const SelectionRequest& request, Random& random,
    CompactPeers& out);
std::uint32_t selectPeers(
    const PeerList<PeerV6>& list, std::uint32_t want, const SelectionRequest& request, Random& random,
    CompactPeers& out);

} // namespace essaim::tracker
