// Memory of one shard's swarms.
#pragma once

#include "tracker/swarm/block_pool.h"
#include "tracker/swarm/peer.h"
#include "tracker/wire/siphash.h"

namespace essaim::tracker {

inline constexpr std::size_t kSwarmRecordSize = 48;

/// Pools that all swarms of a shard share, and the key under which peers are hashed. Guarded by the shard's lock.
struct SwarmMemory {
    explicit SwarmMemory(const SipKey& sipKey)
        : key(sipKey) {}

    BlockPool<kSwarmRecordSize, 1024> records;
    BlockPool<64, 1024> halves;
    BlockPool<128, 512> blocks;
    SipKey key;

    template <typename Family>
    [[nodiscard]] std::uint64_t hashOf(const PeerKey<Family>& peer) const {
        return sipHash13(key, peer);
    }
};

} // namespace essaim::tracker
