// A small generator of random numbers for choosing peers and spreading intervals; not for secrets.
#pragma once

#include <cstdint>

namespace essaim::tracker {

/// SplitMix64. One per worker; not thread-safe.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed) {}

    [[nodiscard]] std::uint64_t next() {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    /// 0 to bound-1; 0 if bound is 0. The bias is below 2^-32 for every bound that fits in 32 bits.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound) {
        return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
    }

private:
    std::uint64_t m_state;
};

} // namespace essaim::tracker
