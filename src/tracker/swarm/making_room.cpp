// Who gives way when a store is full.
#include "tracker/swarm/shard.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

constexpr std::uint32_t kSamples = 8;
constexpr std::uint32_t kLooks = 4 * kSamples; ///< some places hold no swarm, or one that stays
constexpr std::uint32_t kFew = 4;              ///< a swarm of no more peers gives way to another one first
constexpr std::uint32_t kMany = 64;            ///< a swarm of more peers does not miss one
constexpr std::uint32_t kDropsPerLock = 256;

/// Ticks since anybody in the swarm announced.
std::uint32_t silenceOf(Swarm& swarm, std::uint32_t tick) {
    std::uint32_t least = PeerState::kTickMask;
    for (std::uint32_t part = 0; part < swarm.parts(); ++part) {
        swarm.visitPart(part, [&](const std::uint8_t*, std::size_t, PeerState state, bool) {
            least = std::min(least, state.ageInTicks(tick));
            return std::optional(state);
        });
    }
    return least;
}

} // namespace

/// Some swarms that may give way, drawn by lot; the same one may come twice.
template <typename Look>
void PeerStore::lookAtSome(Shard& shard, std::uint32_t except, Random& random, const Look& lookAt) {
    const auto end = shard.table.end();
    std::uint32_t samples = 0;
    for (std::uint32_t look = 0; end > 0 && look < kLooks && samples < kSamples; ++look) {
        const auto id = random.below(end);
        if (id == except || !shard.table.at(id).isLive || shard.table.at(id).isHosted)
            continue;
        ++samples;
        lookAt(id, shard.swarm(id));
    }
}

/// The emptiest of a few swarms with no more than `most` peers, and of those the one that was silent for longest.
bool PeerStore::dropSwarm(
    Shard& shard, std::uint32_t except, std::uint32_t most, Clock::Monotonic now, Random& random) {
    const auto tick = static_cast<std::uint32_t>(elapsed(now) >> shard.tickShift);
    auto victim = SwarmTable::kNone;
    std::uint32_t fewest = most + 1;
    std::uint32_t longest = 0;
    lookAtSome(shard, except, random, [&](std::uint32_t id, Swarm swarm) {
        const auto peers = swarm.peers();
        if (peers > std::min(fewest, most))
            return;
        const auto silence = silenceOf(swarm, tick);
        if (peers == fewest && silence <= longest)
            return;
        victim = id;
        fewest = peers;
        longest = silence;
    });
    if (victim == SwarmTable::kNone)
        return false;
    remove(shard, victim);
    return true;
}

/// One peer of the fullest of a few swarms that are too large to give way as a whole.
bool PeerStore::dropFromMiddling(Shard& shard, std::uint32_t except, Random& random) {
    auto victim = SwarmTable::kNone;
    std::uint32_t most = kFew;
    lookAtSome(shard, except, random, [&](std::uint32_t id, const Swarm& swarm) {
        if (swarm.peers() <= most)
            return;
        victim = id;
        most = swarm.peers();
    });
    return victim != SwarmTable::kNone && dropPeer(shard, victim, random);
}

/// Anyone: a flood of newcomers would outlive those who have been there for long.
bool PeerStore::dropPeer(Shard& shard, std::uint32_t id, Random& random) {
    auto swarm = shard.swarm(id);
    const auto peersBefore = swarm.peers();
    const auto seedsBefore = swarm.seeds();
    for (std::uint32_t look = 0; look < kLooks && swarm.peers() == peersBefore; ++look) {
        const auto part = random.below(swarm.parts());
        std::uint32_t count = 0;
        swarm.visitPart(part, [&](const std::uint8_t*, std::size_t, PeerState state, bool) {
            ++count;
            return std::optional(state);
        });
        std::uint32_t left = count == 0 ? 0 : random.below(count) + 1;
        swarm.visitPart(part, [&](const std::uint8_t*, std::size_t, PeerState state, bool) {
            const bool isChosen = left == 1;
            left -= left > 0 ? 1 : 0;
            return isChosen ? std::nullopt : std::optional(state);
        });
    }
    swarm.tidy();
    account(shard, swarm, peersBefore, seedsBefore);
    return swarm.peers() < peersBefore;
}

bool PeerStore::dropFromLargest(Shard& shard, Random& random) {
    const auto id = shard.largest;
    const bool isThere = id < shard.table.end() && shard.table.at(id).isLive;
    return isThere && shard.swarm(id).peers() > kMany && dropPeer(shard, id, random);
}

bool PeerStore::makeRoomForSwarm(Shard& shard, Clock::Monotonic now, Random& random) {
    const std::size_t most = m_maxSwarms.load(std::memory_order_relaxed);
    if (m_swarms.load(std::memory_order_relaxed) < most)
        return true;
    // A shard with less than its share takes in what trim() drops elsewhere. Where all swarms are of some size, one of
    // them goes all the same: whoever filled the store with such would shut it for everybody else.
    return dropSwarm(shard, SwarmTable::kNone, kFew, now, random) || shard.table.size() <= most / kShards ||
           dropSwarm(shard, SwarmTable::kNone, kMany, now, random);
}

bool PeerStore::makeRoomForPeer(Shard& shard, std::uint32_t id, Clock::Monotonic now, Random& random) {
    if (shard.swarm(id).peers() > kMany)
        return dropPeer(shard, id, random);
    return shard.peers <= m_maxPeers.load(std::memory_order_relaxed) / kShards || dropFromLargest(shard, random) ||
           dropSwarm(shard, id, kFew, now, random) || dropFromMiddling(shard, id, random);
}

PeerStore::Shard& PeerStore::fullestShard() const {
    std::size_t fullest = 0;
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < kShards; ++i) {
        const Shard& shard = (*m_shards)[i];
        const std::lock_guard lock(shard.mutex);
        if (shard.peers > most) {
            most = shard.peers;
            fullest = i;
        }
    }
    return (*m_shards)[fullest];
}

void PeerStore::trim(Clock::Monotonic now, Random& random) {
    for (bool goesOn = true; goesOn && m_peers > m_maxPeers;) {
        Shard& shard = fullestShard();
        const std::lock_guard lock(shard.mutex);
        for (std::uint32_t i = 0; i < kDropsPerLock && goesOn && m_peers > m_maxPeers; ++i)
            goesOn = dropFromLargest(shard, random) || dropSwarm(shard, SwarmTable::kNone, kFew, now, random) ||
                     dropFromMiddling(shard, SwarmTable::kNone, random);
    }
    for (bool goesOn = true; goesOn && m_swarms > m_maxSwarms;) {
        goesOn = false;
        for (Shard& shard : *m_shards) {
            const std::lock_guard lock(shard.mutex);
            goesOn = (m_swarms > m_maxSwarms && dropSwarm(shard, SwarmTable::kNone, kMany, now, random)) || goesOn;
        }
    }
}

} // namespace essaim::tracker
