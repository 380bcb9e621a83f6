// Reads the files of a plan and makes the .torrent. Private to the engine.
#pragma once

#include "engine/creation_plan.h"
#include "hashing/hash_job.h"

#include <chrono>
#include <functional>

namespace essaim::engine {

/// Blocks the calling thread, which is also the one of `observer`. `control` may be used from others.
[[nodiscard]] Expected<CreatedTorrent> hashPlan(
    const CreateTorrentRequest& request, const CreationPlan& plan, hashing::HashControl& control,
    const HashObserver& observer);

/// Planning and hashing.
[[nodiscard]] Expected<CreatedTorrent>
createTorrent(const CreateTorrentRequest& request, hashing::HashControl& control, const HashObserver& observer);

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
