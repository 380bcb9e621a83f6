#include "hashing/hash_run.h"

#include <algorithm>
#include <chrono>

namespace essaim::hashing {

using namespace std::chrono_literals;

std::optional<std::size_t> HashRun::take(bool mayWait) {
    if (waitsForReader)
        return takeBehindReader(mayWait);
    for (;;) {
        const std::size_t piece = m_next.fetch_add(1);
        if (piece >= pieces.pieceCount())
            return std::nullopt;
        if (result.stateOf(piece) != HashResult::State::Known)
            return piece;
    }
}

std::optional<std::size_t> HashRun::takeBehindReader(bool mayWait) {
    std::unique_lock lock(m_mutex);
    for (;;) {
        while (m_next < pieces.pieceCount() && result.stateOf(m_next) == HashResult::State::Known)
            ++m_next;
        if (m_next >= pieces.pieceCount())
            return std::nullopt;
        if (m_next < m_ahead)
            return m_next++;
        if (!mayWait || m_isEnding || control.isCancelled)
            return std::nullopt;
        m_changed.wait_for(lock, 50ms);
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
    result.setState(piece, HashResult::State::Failed);
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
