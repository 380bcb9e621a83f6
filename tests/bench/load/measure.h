// Latencies and counts of one run, and how they are told.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace essaim::load {

using Time = std::chrono::steady_clock::time_point;
inline Time timeNow() {
    return std::chrono::steady_clock::now();
}
inline double secondsBetween(Time from, Time to) {
    return std::chrono::duration<double>(to - from).count();
}

struct Measure {
    std::uint64_t sent = 0;
    std::uint64_t answers = 0;
    std::uint64_t announces = 0;
    std::uint64_t lost = 0;
    std::uint64_t wrong = 0;
    std::uint64_t peers = 0;    ///< handed out
    std::string firstFault;     ///< what was wrong first
    std::vector<float> latency; ///< microseconds

    void fault(std::string_view what) {
        if (wrong++ == 0)
            firstFault = what;
    }
    void took(Time since, Time now) { latency.push_back(static_cast<float>(secondsBetween(since, now) * 1e6)); }

    float percentile(double share) {
        if (latency.empty())
            return 0;
        const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(latency.size() - 1));
        std::nth_element(latency.begin(), latency.begin() + at, latency.end());
        return latency[static_cast<std::size_t>(at)];
    }

    /// One line of JSON.
    void print(double seconds) {
        fmt::print(
            "{{\"seconds\": {:.4f}, \"sent\": {}, \"answers\": {}, \"announces\": {}, \"lost\": {}, \"wrong\": {}, "
            "\"fault\": \"{}\", \"peers\": {}, \"p50\": {:.1f}, \"p99\": {:.1f}, \"p999\": {:.1f}}}\n",
            seconds, sent, answers, announces, lost, wrong, firstFault, peers, percentile(0.5), percentile(0.99),
            percentile(0.999));
    }
};

} // namespace essaim::load
