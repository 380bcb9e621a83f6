// One of the parts into which a store is divided.
#pragma once

#include "tracker/swarm/peer_store.h"
#include "tracker/swarm/swarm_table.h"

#include <mutex>

namespace essaim::tracker {

/// Every member is guarded by `mutex`.
struct alignas(64) PeerStore::Shard {
    Shard()
        : memory(SipKey{})
        , table(memory) {}

    mutable std::mutex mutex;
    unsigned tickShift = 3; ///< a tick is two to the power of this, in seconds
    std::uint64_t peers = 0;
    std::uint64_t seeds = 0;
    SwarmMemory memory;
    SwarmTable table;

    /// The largest swarm that the last sweep met; it may be gone or smaller since.
    std::uint32_t largest = SwarmTable::kNone;
    std::uint32_t largestSize = 0;

    Swarm swarm(std::uint32_t id) { return Swarm(table.at(id), memory); }
};

} // namespace essaim::tracker
