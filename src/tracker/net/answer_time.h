// How long a client may take for its answer.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

#include <sys/ioctl.h>

#include <linux/sockios.h>

namespace essaim::tracker {

/// A large answer over a slow line takes minutes, and may: a client is late only if it took next to nothing of it in
/// the time that a small one has. What the system holds for it is not counted as taken.
class AnswerTime {
public:
    static constexpr std::chrono::seconds kTime{28}; ///< for a client to take something: within thirty
    static constexpr std::size_t kLeastBytes = std::size_t{28} * 4'000; ///< of what is larger, in that time

    /// An answer begins.
    void begin() { m_taken = m_sent; }
    /// So much went to the system.
    void sent(std::size_t bytes) { m_sent += bytes; }
    /// At the end of kTime, while an answer is on its way: may the client have as much again?
    [[nodiscard]] bool goesOn(int socket) {
        int waiting = 0;
        if (::ioctl(socket, SIOCOUTQ, &waiting) != 0 || waiting < 0)
            return false;
        const std::size_t taken = m_sent - std::min(m_sent, static_cast<std::size_t>(waiting));
        if (taken < m_taken + kLeastBytes)
            return false;
        m_taken = taken;
        return true;
    }

private:
    std::size_t m_sent = 0;
    std::size_t m_taken = 0; ///< at the last look
};

} // namespace essaim::tracker
