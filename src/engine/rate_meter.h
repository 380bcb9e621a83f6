// Rate and time left of a run of the hasher. Private to the engine.
#pragma once

#include "engine/creation_progress.h"
#include "hashing/hash_job.h"

#include <chrono>

namespace essaim::engine {

/// From counts of bytes to what people want to know: rate and time left, over the last seconds.
class RateMeter {
public:
    [[nodiscard]] HashProgress progressOf(const hashing::HashStatus& status);

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_since;
    std::int64_t m_read = 0; ///< at `m_since`
    double m_rate = 0;
    bool m_isRunning = false;
};

} // namespace essaim::engine
