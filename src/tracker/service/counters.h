// What one worker counted.
#pragma once

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
    Counter announces;
    Counter scrapes;
    Counter refused;
    Counter malformed;
};

} // namespace essaim::tracker
