// How many peers of each named network there are.
#pragma once

#include "tracker/access/address_map.h"
#include "tracker/service/counters.h"
#include "tracker/swarm/peer_store.h"

#include <array>
#include <cstdint>
#include <mutex>

namespace essaim::tracker {

/// Goes round the store slice by slice, on the maintenance thread; last() from any.
class NetworkCensus {
public:
    using Numbers = std::array<std::uint64_t, WorkerCounters::kNetworks>; ///< the last one: elsewhere

    /// Looks at some thousand peers, once a second at most.
    void goOn(const PeerStore& store, const AddressMap& networks, Clock::Monotonic now);
    /// Of the last whole round.
    [[nodiscard]] Numbers last() const;

private:
    PeerStore::SweepCursor m_cursor;
    Clock::Monotonic m_nextAt{};
    Numbers m_counted{};
    mutable std::mutex m_mutex;
    Numbers m_last{}; ///< guarded by m_mutex
};

} // namespace essaim::tracker
