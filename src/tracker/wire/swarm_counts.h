// Sizes of one swarm, as announces and scrapes tell them.
#pragma once

#include <cstdint>

namespace essaim::tracker {

struct SwarmCounts {
    std::uint32_t seeds = 0;
    std::uint32_t leechers = 0;
    std::uint32_t paused = 0; ///< leechers that want nothing more (BEP 21)
    std::uint32_t completed = 0;

    bool operator==(const SwarmCounts&) const = default;
};

} // namespace essaim::tracker
