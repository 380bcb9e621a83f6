// Many announces at once, so that the processor waits for the memory of all of them at the same time.
#include "tracker/swarm/shard.h"

#include <algorithm>
#include <bit>

namespace essaim::tracker {

/// Locks of shards, held until the end of a group of announces. It waits only for the first of them: who holds none
/// cannot be waited for by others, so no order has to be kept.
class PeerStore::ShardLocks {
public:
    explicit ShardLocks(PeerStore& store)
        : m_shards(*store.m_shards) {}
    ShardLocks(const ShardLocks&) = delete;
    ShardLocks& operator=(const ShardLocks&) = delete;
    ~ShardLocks() {
        for (auto rest = m_locked; rest != 0; rest &= rest - 1)
            m_shards[static_cast<std::size_t>(std::countr_zero(rest))].mutex.unlock();
    }

    /// False if somebody else holds this one, and others are held here.
    bool add(const Shard& shard) {
        const auto number = static_cast<std::size_t>(&shard - m_shards.data());
        const auto bit = std::uint64_t{1} << number;
        if ((m_locked & bit) != 0)
            return true;
        if (m_locked == 0)
            m_shards[number].mutex.lock();
        else if (!m_shards[number].mutex.try_lock())
            return false;
        m_locked |= bit;
        return true;
    }

private:
    static_assert(kShards <= 64);
    std::array<Shard, kShards>& m_shards;
    std::uint64_t m_locked = 0; ///< a bit for each shard
};

void PeerStore::announce(std::span<StoreExchange* const> exchanges, Clock::Monotonic now, Random& random) {
    while (!exchanges.empty())
        exchanges = exchanges.subspan(serveTogether(exchanges, now, random));
}

std::size_t PeerStore::serveTogether(std::span<StoreExchange* const> exchanges, Clock::Monotonic now, Random& random) {
    struct Step {
        StoreExchange* exchange;
        Shard* shard;
        std::uint64_t hash;
        std::uint32_t id;
    };
    std::array<Step, kMostAtOnce> steps;
    std::size_t count = 0;
    ShardLocks locks(*this);
    for (auto* exchange : exchanges.first(std::min(exchanges.size(), kMostAtOnce))) {
        const auto hash = hashOf(exchange->announce.infoHash);
        Shard& shard = shardOf(hash);
        if (!locks.add(shard))
            break;
        shard.table.prefetchChain(hash);
        steps[count++] = {exchange, &shard, hash, SwarmTable::kNone};
    }
    const auto group = std::span(steps).first(count);
    for (const auto& step : group)
        step.shard->table.prefetchRecord(step.hash);
    for (auto& step : group)
        step.id = step.shard->table.find(step.exchange->announce.infoHash, step.hash);
    for (int level = 0; level < Swarm::kPrefetchLevels; ++level) {
        for (const auto& step : group) {
            if (step.id != SwarmTable::kNone)
                step.shard->swarm(step.id).prefetch(level, step.exchange->announce.update);
        }
    }
    for (auto& [exchange, shard, hash, id] : group) {
        // One before may have made the swarm, or dropped it to make room for another.
        if (!shard->table.isAt(id, exchange->announce.infoHash))
            id = shard->table.find(exchange->announce.infoHash, hash);
        exchange->outcome = serve(*shard, id, hash, exchange->announce, now, random, exchange->counts, exchange->peers);
    }
    return count;
}

} // namespace essaim::tracker
