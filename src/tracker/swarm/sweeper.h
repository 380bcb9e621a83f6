// Drops silent peers little by little.
#pragma once

#include "tracker/swarm/peer_store.h"

#include <chrono>

namespace essaim::tracker {

/// Drops silent peers, and what is beyond the limits. Walks over the whole store about once a minute, or ten times
/// within a short timeout, in slices that hold one lock for a moment each. Not thread-safe; called by the tracker's
/// maintenance thread.
class Sweeper {
public:
    explicit Sweeper(PeerStore& store)
        : m_store(store) {}

    /// Does the share of a pass that is due `sinceLast` after the previous call.
    void step(Clock::Monotonic now, std::chrono::seconds timeout, std::chrono::milliseconds sinceLast);
    /// One whole pass.
    void sweepAll(Clock::Monotonic now, std::chrono::seconds timeout);

private:
    /// Peers and swarms per lock: some ten microseconds.
    static constexpr std::uint32_t kSliceBudget = 500;

    PeerStore& m_store;
    Random m_random{SipKey::random().k0};
    PeerStore::SweepCursor m_cursor;
    double m_owed = 0; ///< peers, swarms and shards that are due
};

} // namespace essaim::tracker
