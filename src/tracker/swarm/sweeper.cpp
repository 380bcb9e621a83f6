#include "tracker/swarm/sweeper.h"

#include <algorithm>

namespace essaim::tracker {

void Sweeper::step(Clock::Monotonic now, std::chrono::seconds timeout, std::chrono::milliseconds sinceLast) {
    constexpr auto kPerShard = std::chrono::milliseconds(kPass) / PeerStore::kShards;
    m_owed = std::min(m_owed + sinceLast, std::chrono::milliseconds(kPass));
    for (; m_owed >= kPerShard; m_owed -= kPerShard)
        sweepShard(now, timeout);
}

void Sweeper::sweepAll(Clock::Monotonic now, std::chrono::seconds timeout) {
    m_cursor = {};
    for (std::size_t i = 0; i < PeerStore::kShards; ++i)
        sweepShard(now, timeout);
}

void Sweeper::sweepShard(Clock::Monotonic now, std::chrono::seconds timeout) {
    const auto shard = m_cursor.shard;
    while (m_cursor.shard == shard)
        m_store.sweep(m_cursor, kSliceBudget, now, timeout);
}

} // namespace essaim::tracker
