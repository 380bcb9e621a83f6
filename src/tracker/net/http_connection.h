// One client's connection to the HTTP side.
#pragma once

#include "core/clock.h"
#include "tracker/net/answer_time.h"
#include "tracker/net/connection_limits.h"
#include "tracker/net/file_descriptor.h"
#include "tracker/service/http_responder.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace essaim::tracker {

/// Reads heads of requests into a buffer of 8 KiB and answers them in order, for as long as the client keeps the
/// connection. Never waits: drive() goes as far as the socket allows. Belongs to its worker, which uses it again for
/// other clients, closes those that are past their deadline, and is its only thread.
class HttpConnection {
public:
    static constexpr std::size_t kMaxHead = 8 * 1024;
    /// From the first byte awaited to the end of a head, so that no slow one takes ten: a second may pass before, see
    /// TCP_DEFER_ACCEPT, and one until it is noticed.
    static constexpr std::chrono::seconds kHeadTime{7};
    static constexpr std::chrono::seconds kDrainTime{2};

    using Time = std::chrono::steady_clock::time_point;
    /// One moment on both clocks: that of the system, which protects its resources, and the tracker's.
    struct Now {
        Time system;
        Clock::Monotonic tracker;
    };
    /// For what the connection waits next.
    enum class Wants : std::uint8_t { ToRead, ToWrite, ToEnd };

    /// Takes a client over; the socket is non-blocking.
    void begin(FileDescriptor socket, ConnectionLimits::Slot slot, const Asker& asker, Time now);
    /// Reads, answers and writes until it would have to wait.
    [[nodiscard]] Wants drive(HttpResponder& responder, const Now& now);
    /// Closes the socket and gives back the slot.
    void end();

    [[nodiscard]] int descriptor() const { return m_socket.get(); }
    [[nodiscard]] Time deadline() const { return m_deadline; }
    /// Is it to be closed? Who goes on taking a large answer gets another deadline.
    [[nodiscard]] bool isLate(Time now);

    std::size_t place = 0;           ///< among its worker's connections
    Wants watchedFor = Wants::ToEnd; ///< what its worker's poll waits for; ToEnd = it is not watched

private:
    enum class Step : std::uint8_t { GoesOn, Waits, Ends };

    /// Answers what was read; GoesOn = more must be read for a whole head.
    [[nodiscard]] Step answer(HttpResponder& responder, const Now& now);
    [[nodiscard]] Step read();
    [[nodiscard]] Step write(Time now);
    [[nodiscard]] Step drain();
    void consume(std::size_t count);

    FileDescriptor m_socket;
    std::optional<ConnectionLimits::Slot> m_slot;
    Asker m_asker;
    Time m_deadline;
    AnswerTime m_answerTime;
    HttpAnswer m_answer;
    std::string_view m_unsent; ///< in m_answer
    bool m_keepAlive = false;  ///< after m_unsent
    bool m_mayHaveMore = false;
    bool m_isDraining = false;
    std::size_t m_drained = 0;
    std::array<char, kMaxHead> m_buffer;
    std::size_t m_used = 0;
    std::size_t m_scanned = 0;
};

} // namespace essaim::tracker
