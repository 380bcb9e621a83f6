// When to let requests gather before the next batch of them is read.
#pragma once

#include <cstddef>
#include <cstdint>

namespace essaim::tracker {

/// At half of what it can do, a worker would wake for every second datagram, and going to sleep and waking cost as much
/// as answering. Where datagrams come so fast that several gather within a moment, it lets that moment pass. Where few
/// come, each is answered at once. Not thread-safe.
///
/// Clients that have a few requests under way and wait for their answers before they send more would be held up by
/// that. They are told by an experiment: what comes in the second half of such a moment is then hardly anything.
class UdpPacing {
public:
    static constexpr std::size_t kFew = 4;   ///< in a batch, answered at once: nobody is in a hurry
    static constexpr std::size_t kMany = 32; ///< read on: the worker has enough to do
    static constexpr std::uint32_t kWaitsPerExperiment = 32;
    static constexpr std::uint32_t kBatchesWithoutWait = 256; ///< after an experiment that failed

    enum class Next : std::uint8_t { Read, Wait, Experiment };

    /// What to do after a batch of so many.
    [[nodiscard]] Next after(std::size_t count) {
        if (m_withoutWait > 0) {
            --m_withoutWait;
            return Next::Read;
        }
        if (count < kFew || count >= kMany)
            return Next::Read;
        if (m_untilExperiment > 0) {
            --m_untilExperiment;
            return Next::Wait;
        }
        m_untilExperiment = kWaitsPerExperiment - 1;
        return Next::Experiment;
    }
    /// How much had come after half of an experiment's moment, and after the whole.
    void observe(std::uint64_t half, std::uint64_t whole) {
        if (whole - half >= half / 4)
            return;
        m_withoutWait = kBatchesWithoutWait;
        m_untilExperiment = 0;
    }

private:
    std::uint32_t m_untilExperiment = 0;
    std::uint32_t m_withoutWait = 0; ///< batches
};

} // namespace essaim::tracker
