// How fast a number grows.
#pragma once

#include "core/clock.h"

#include <cstdint>
#include <mutex>

namespace essaim::tracker {

/// Announces and scrapes per second over the last few seconds. Sampled by the maintenance thread; thread-safe.
class Rates {
public:
    struct Sample {
        std::uint64_t announces = 0;
        std::uint64_t scrapes = 0;
    };
    struct PerSecond {
        double announces = 0;
        double scrapes = 0;
    };

    /// Takes a sample if the last one is old enough.
    void sample(const Sample& now, Clock::Monotonic at) {
        const std::lock_guard lock(m_mutex);
        if (!m_hasSample) {
            m_last = now;
            m_lastAt = at;
            m_hasSample = true;
        }
        const std::chrono::duration<double> elapsed = at - m_lastAt;
        if (elapsed < kWindow)
            return;
        m_rates.announces = static_cast<double>(now.announces - m_last.announces) / elapsed.count();
        m_rates.scrapes = static_cast<double>(now.scrapes - m_last.scrapes) / elapsed.count();
        m_last = now;
        m_lastAt = at;
    }
    [[nodiscard]] PerSecond current() const {
        const std::lock_guard lock(m_mutex);
        return m_rates;
    }

private:
    static constexpr std::chrono::seconds kWindow{5};

    mutable std::mutex m_mutex;
    bool m_hasSample = false; ///< guarded by m_mutex, as all below
    Sample m_last;
    Clock::Monotonic m_lastAt;
    PerSecond m_rates;
};

} // namespace essaim::tracker
