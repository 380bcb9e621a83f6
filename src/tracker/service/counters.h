// What one worker counted.
#pragma once

#include "tracker/access/refusal.h"

#include <array>
#include <atomic>
#include <cstdint>

namespace essaim::tracker {

/// A number that one thread raises and others read.
class Counter {
public:
    void add(std::uint64_t amount = 1) {
        m_value.store(m_value.load(std::memory_order_relaxed) + amount, std::memory_order_relaxed);
    }
    [[nodiscard]] std::uint64_t value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> m_value{0};
};

/// Counters of one worker, on cache lines of their own. Written by that worker only.
struct alignas(64) WorkerCounters {
    static constexpr std::size_t kNetworks = 32; ///< the last one counts what belongs to none

    Counter announces;
    Counter scrapes;
    Counter connects; ///< UDP: connection ids given
    Counter refused;
    Counter malformed;
    Counter badIds;  ///< UDP: requests without a valid connection id
    Counter denied;  ///< requests from addresses that the rules deny
    Counter limited; ///< requests above a limit of rate
    std::array<Counter, kRefusalKinds> refusedBy;
    std::array<Counter, kNetworks> announcesFrom; ///< by named network
    std::array<Counter, kNetworks> receivedBy;    ///< bytes, see TrafficEstimate
    std::array<Counter, kNetworks> receivedInside;
};

} // namespace essaim::tracker
