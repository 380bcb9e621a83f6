// Drops silent peers little by little.
#pragma once

#include "tracker/swarm/peer_store.h"

#include <chrono>

namespace essaim::tracker {

/// Walks over the whole store once a minute in slices that hold one lock for a moment each. Not thread-safe; called
/// by the tracker's maintenance thread.
class Sweeper {
public:
    static constexpr std::chrono::seconds kPass{60};

    explicit Sweeper(PeerStore& store)
        : m_store(store) {}

    /// Does the share of a pass that is due `sinceLast` after the previous call.
    void step(Clock::Monotonic now, std::chrono::seconds timeout, std::chrono::milliseconds sinceLast);
    /// One whole pass.
    void sweepAll(Clock::Monotonic now, std::chrono::seconds timeout);

private:
    /// Peers and swarms per lock: about 100 microseconds.
    static constexpr std::uint32_t kSliceBudget = 2000;
    void sweepShard(Clock::Monotonic now, std::chrono::seconds timeout);

    PeerStore& m_store;
    PeerStore::SweepCursor m_cursor;
    std::chrono::milliseconds m_owed{0};
};

} // namespace essaim::tracker
