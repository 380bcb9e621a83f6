#include "tracker/net/http_connection.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace essaim::tracker {

namespace {

constexpr std::size_t kMaxDrained = 64 * 1024;
/// Of answers to one client that asks as fast as it is answered, before the others have their turn.
constexpr std::size_t kBytesInTurn = 16 * 1024;

bool wouldWait() {
    return errno == EAGAIN || errno == EWOULDBLOCK;
}

} // namespace

void HttpConnection::begin(FileDescriptor socket, ConnectionLimits::Slot slot, const Asker& asker, Time now) {
    m_socket = std::move(socket);
    m_slot.emplace(std::move(slot));
    m_asker = asker;
    m_deadline = now + kHeadTime;
    m_answerTime = {};
    m_unsent = {};
    m_isDraining = false;
    m_drained = 0;
    m_used = 0;
    m_scanned = 0;
    watchedFor = Wants::ToEnd;
}

void HttpConnection::end() {
    m_socket = FileDescriptor();
    m_slot.reset();
}

bool HttpConnection::isLate(Time now) {
    if (now <= m_deadline)
        return false;
    if (m_unsent.empty() || !m_answerTime.goesOn(m_socket.get()))
        return true;
    m_deadline = now + AnswerTime::kTime;
    return false;
}

HttpConnection::Wants HttpConnection::drive(HttpResponder& responder, const Now& now) {
    bool isEmpty = false; // what the system had was read, so that asking again would be in vain
    std::size_t answered = 0;
    for (;;) {
        if (m_unsent.empty() && answered >= kBytesInTurn)
            return Wants::ToWrite; // which is possible at once, so that it comes again after the others
        if (m_isDraining)
            return drain() == Step::Waits ? Wants::ToRead : Wants::ToEnd;
        auto step = m_unsent.empty() ? answer(responder, now) : Step::GoesOn;
        answered += m_unsent.size();
        const bool mustRead = m_unsent.empty() && step == Step::GoesOn;
        if (mustRead)
            step = isEmpty ? Step::Waits : read();
        else
            step = write(now.system);
        isEmpty = isEmpty || (mustRead && m_used < m_buffer.size());
        if (step == Step::Ends)
            return Wants::ToEnd;
        if (step == Step::Waits)
            return mustRead ? Wants::ToRead : Wants::ToWrite;
    }
}

HttpConnection::Step HttpConnection::answer(HttpResponder& responder, const Now& now) {
    const std::string_view received(m_buffer.data(), m_used);
    HttpResponder::Reply reply;
    if (const auto end = findHeadEnd(received, m_scanned)) {
        reply = responder.respond(received.substr(0, *end), m_asker, now.tracker, m_answer);
        consume(*end);
    } else if (m_used == m_buffer.size()) {
        reply = responder.fail(431, m_answer);
    } else {
        return Step::GoesOn;
    }
    m_unsent = reply.bytes;
    m_keepAlive = reply.keepAlive;
    m_mayHaveMore = reply.mayHaveMore || (!reply.keepAlive && m_used > 0);
    m_deadline = now.system + AnswerTime::kTime;
    m_answerTime.begin();
    return Step::GoesOn;
}

HttpConnection::Step HttpConnection::read() {
    const auto count = ::recv(m_socket.get(), m_buffer.data() + m_used, m_buffer.size() - m_used, 0);
    if (count > 0) {
        m_used += static_cast<std::size_t>(count);
        return Step::GoesOn;
    }
    return count < 0 && wouldWait() ? Step::Waits : Step::Ends;
}

HttpConnection::Step HttpConnection::write(Time now) {
    // The last answer waits for the end of the connection that follows at once: both leave in one packet.
    const bool endsAfter = !m_keepAlive && !m_mayHaveMore;
    const auto count =
        ::send(m_socket.get(), m_unsent.data(), m_unsent.size(), MSG_NOSIGNAL | (endsAfter ? MSG_MORE : 0));
    if (count < 0)
        return wouldWait() ? Step::Waits : Step::Ends;
    m_unsent.remove_prefix(static_cast<std::size_t>(count));
    m_answerTime.sent(static_cast<std::size_t>(count));
    if (!m_unsent.empty())
        return Step::GoesOn;
    if (m_keepAlive) {
        m_deadline = now + kHeadTime;
        return Step::GoesOn;
    }
    if (!m_mayHaveMore)
        return Step::Ends;
    ::shutdown(m_socket.get(), SHUT_WR);
    m_isDraining = true;
    m_deadline = now + kDrainTime;
    return Step::GoesOn;
}

/// Takes what is still coming, so that the system does not answer it with a reset that overtakes our last words.
HttpConnection::Step HttpConnection::drain() {
    while (m_drained < kMaxDrained) {
        const auto count = ::recv(m_socket.get(), m_buffer.data(), m_buffer.size(), 0);
        if (count <= 0)
            return count < 0 && wouldWait() ? Step::Waits : Step::Ends;
        m_drained += static_cast<std::size_t>(count);
    }
    return Step::Ends;
}

void HttpConnection::consume(std::size_t count) {
    m_used -= count;
    if (m_used > 0)
        std::memmove(m_buffer.data(), m_buffer.data() + count, m_used);
    m_scanned = 0;
}

} // namespace essaim::tracker
