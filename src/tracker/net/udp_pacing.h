// When to let requests gather before the next batch of them is read.
#pragma once

#include "core/clock.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace essaim::tracker {

/// At half of what it can do, a worker would wake for every second datagram, and going to sleep and waking cost as much
/// as answering. Between kLittle and kMuch requests a second it lets a moment pass before it reads the next batch, so
/// long that about kTogether come in it. Where fewer come, nothing is to be gained; where more come, they gather by
/// themselves, and waiting on top of that would only make them late. Not thread-safe.
///
/// Clients that have a few requests under way and wait for their answers before they send more would be held up by
/// that. They are told by an experiment: what comes in the second half of such a moment is then hardly anything.
class UdpPacing {
public:
    static constexpr double kLittle = 20'000; ///< requests a second
    static constexpr double kMuch = 110'000;
    static constexpr double kTogether = 20;
    /// A virtual processor that is idle for more than 200 µs is given back, and milliseconds may pass before it
    /// returns.
    static constexpr std::chrono::microseconds kLongestMoment{190};
    static constexpr std::chrono::milliseconds kMeasured{2}; ///< how long requests are counted for their rate
    static constexpr std::size_t kMany = 48;                 ///< in a batch, read on: the worker has enough to do
    static constexpr std::uint32_t kWaitsPerExperiment = 32;
    static constexpr std::uint32_t kBatchesWithoutWait = 256; ///< after an experiment that failed

    enum class Next : std::uint8_t { Read, Wait, Experiment };

    /// What to do after a batch of so many, which was read at that time.
    [[nodiscard]] Next after(std::size_t count, Clock::Monotonic now) {
        measure(count, now);
        if (m_withoutWait > 0) {
            --m_withoutWait;
            return Next::Read;
        }
        if (!m_isWorthIt || count >= kMany)
            return Next::Read;
        if (m_untilExperiment > 0) {
            --m_untilExperiment;
            return Next::Wait;
        }
        m_untilExperiment = kWaitsPerExperiment - 1;
        return Next::Experiment;
    }
    /// How long to wait.
    [[nodiscard]] std::chrono::microseconds moment() const { return m_moment; }
    /// How much had come after half of an experiment's moment, and after the whole.
    void observe(std::uint64_t half, std::uint64_t whole) {
        if (whole - half >= half / 4)
            return;
        m_withoutWait = kBatchesWithoutWait;
        m_untilExperiment = 0;
    }

private:
    void measure(std::size_t count, Clock::Monotonic now) {
        m_counted += count;
        const std::chrono::duration<double> elapsed = now - m_since;
        if (elapsed < kMeasured)
            return;
        const auto rate = static_cast<double>(m_counted) / elapsed.count();
        m_isWorthIt = rate >= kLittle && rate < kMuch;
        const std::chrono::duration<double> moment(kTogether / std::max(rate, kLittle));
        m_moment = std::min(kLongestMoment, std::chrono::duration_cast<std::chrono::microseconds>(moment));
        m_since = now;
        m_counted = 0;
    }

    Clock::Monotonic m_since;
    std::size_t m_counted = 0; ///< since then
    bool m_isWorthIt = false;
    std::chrono::microseconds m_moment = kLongestMoment;
    std::uint32_t m_untilExperiment = 0;
    std::uint32_t m_withoutWait = 0; ///< batches
};

} // namespace essaim::tracker
