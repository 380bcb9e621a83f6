#include "hashing/hash_run.h"

#include <algorithm>
#include <chrono>

namespace essaim::hashing {

using namespace std::chrono_literals;

std::optional<std::size_t> HashRun::take() {
    for (;;) {
        const std::size_t piece = m_next.fetch_add(1);
        if (piece >= pieces.pieceCount())
            return std::nullopt;
        if (result.states[piece] == HashResult::State::Known)
            continue;
        if (waitsForReader) {
            std::unique_lock lock(m_mutex);
            while (m_ahead <= piece && !m_isEnding && !control.isCancelled)
                m_changed.wait_for(lock, 50ms);
        }
        return piece;
    }
}

std::size_t HashRun::fairShare(std::size_t own) const {
    const std::size_t taken = std::min(m_next.load(), pieces.pieceCount());
    const std::size_t left = pieces.pieceCount() - taken + own;
    return std::max<std::size_t>(1, (left + threadCount - 1) / threadCount);
}

bool HashRun::goOn() {
    while (control.isPaused && !control.isCancelled && !m_isEnding) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 20ms);
    }
    return !control.isCancelled && !m_isEnding;
}

void HashRun::fail(std::size_t piece, Error error) {
    result.states[piece] = HashResult::State::Failed;
    if (job.goesOnAfterErrors)
        return;
    const std::lock_guard lock(m_mutex);
    if (!m_error)
        m_error = std::move(error);
    m_isEnding = true;
    m_changed.notify_all();
}

std::optional<Error> HashRun::error() {
    const std::lock_guard lock(m_mutex);
    return m_error;
}

void HashRun::setReadAhead(std::size_t count) {
    const std::lock_guard lock(m_mutex);
    m_ahead = count;
    m_changed.notify_all();
}

} // namespace essaim::hashing
