#include "engine/rate_meter.h"

namespace essaim::engine {

using namespace std::chrono_literals;

HashProgress RateMeter::progressOf(const hashing::HashStatus& status) {
    constexpr auto kShortest = 250ms;
    constexpr double kWeight = 0.3;
    const std::int64_t read = status.done - status.reused;
    const auto now = Clock::now();
    if (!m_isRunning || status.isPaused) {
        m_isRunning = !status.isPaused;
        m_since = now;
        m_read = read;
    } else if (now - m_since >= kShortest) {
        const double rate = double(read - m_read) / std::chrono::duration<double>(now - m_since).count();
        m_rate = m_rate > 0 ? m_rate + kWeight * (rate - m_rate) : rate;
        m_since = now;
        m_read = read;
    }
    HashProgress progress;
    progress.done = status.done;
    progress.total = status.total;
    progress.reused = status.reused;
    progress.rate = status.isPaused ? 0 : qint64(m_rate);
    if (progress.rate > 0)
        progress.secondsLeft = (status.total - status.done + progress.rate - 1) / progress.rate;
    progress.isPaused = status.isPaused;
    return progress;
}

} // namespace essaim::engine
