// Requests over any kind of stream, one after the other: what TLS and the metrics have in common.
#pragma once

#include "tracker/net/answer_time.h"
#include "tracker/net/connection_limits.h"
#include "tracker/service/http_responder.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <chrono>
#include <cstring>
#include <optional>
#include <string_view>

namespace essaim::tracker {

/// Memory and deadline of one connection. The server that owns it closes what is past its deadline.
struct HttpSession {
    static constexpr std::chrono::seconds kHeadTime{8}; ///< for a whole head, and a handshake
    static constexpr std::size_t kPart = std::size_t{64} * 1024;

    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::now() + kHeadTime;
    AnswerTime answerTime;
    bool isAnswering = false;
    HttpAnswer answer;
    std::array<char, 8 * 1024> buffer;
    std::size_t used = 0;
    std::size_t scanned = 0;

    void allow(std::chrono::seconds time) { deadline = std::chrono::steady_clock::now() + time; }
    /// Is the connection to be closed? Who goes on taking a large answer gets another deadline.
    [[nodiscard]] bool isLate(std::chrono::steady_clock::time_point now, int socket) {
        if (now <= deadline)
            return false;
        if (!isAnswering || !answerTime.goesOn(socket))
            return true;
        deadline = now + AnswerTime::kTime;
        return false;
    }
};

/// Part by part, so that the session knows how far it is.
template <typename Stream>
boost::asio::awaitable<void>
writeAnswer(Stream& stream, HttpSession& session, std::string_view bytes, boost::system::error_code& error) {
    namespace asio = boost::asio;
    session.allow(AnswerTime::kTime);
    session.answerTime.begin();
    session.isAnswering = true;
    while (!bytes.empty() && !error) {
        const auto part = bytes.substr(0, HttpSession::kPart);
        co_await asio::async_write(
            stream, asio::buffer(part.data(), part.size()), asio::redirect_error(asio::use_awaitable, error));
        bytes.remove_prefix(part.size());
        session.answerTime.sent(part.size());
    }
    session.isAnswering = false;
}

/// Serves until the connection ends. `respond(head, answer)` gets a whole head, or nothing where it is too long; it
/// returns HttpResponder::Reply.
template <typename Stream, typename Respond>
boost::asio::awaitable<void> serveRequests(Stream& stream, HttpSession& session, Respond respond) {
    namespace asio = boost::asio;
    boost::system::error_code error;
    for (bool goesOn = true; goesOn && !error;) {
        session.allow(HttpSession::kHeadTime);
        std::optional<std::size_t> end;
        while (!(end = findHeadEnd({session.buffer.data(), session.used}, session.scanned)) &&
               session.used < session.buffer.size()) {
            session.used += co_await stream.async_read_some(
                asio::buffer(session.buffer.data() + session.used, session.buffer.size() - session.used),
                asio::redirect_error(asio::use_awaitable, error));
            if (error)
                co_return;
        }
        const auto head = end ? std::optional(std::string_view(session.buffer.data(), *end)) : std::nullopt;
        const HttpResponder::Reply reply = respond(head, session.answer);
        co_await writeAnswer(stream, session, reply.bytes, error);
        goesOn = reply.keepAlive && end;
        session.used -= end.value_or(session.used);
        std::memmove(session.buffer.data(), session.buffer.data() + end.value_or(0), session.used);
        session.scanned = 0;
    }
}

} // namespace essaim::tracker
