// Requests over any kind of stream, one after the other: what TLS and the metrics have in common.
#pragma once

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

namespace essaim::tracker {

/// Memory and deadline of one connection. The server that owns it closes what is past its deadline.
struct HttpSession {
    static constexpr std::chrono::seconds kHeadTime{8};    ///< for a whole head, and a handshake
    static constexpr std::chrono::seconds kAnswerTime{28}; ///< for a client to take its answer

    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::now() + kHeadTime;
    HttpAnswer answer;
    std::array<char, 8 * 1024> buffer;
    std::size_t used = 0;
    std::size_t scanned = 0;

    void allow(std::chrono::seconds time) { deadline = std::chrono::steady_clock::now() + time; }
};

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
        session.allow(HttpSession::kAnswerTime);
        co_await asio::async_write(
            stream, asio::buffer(reply.bytes.data(), reply.bytes.size()),
            asio::redirect_error(asio::use_awaitable, error));
        goesOn = reply.keepAlive && end;
        session.used -= end.value_or(session.used);
        std::memmove(session.buffer.data(), session.buffer.data() + end.value_or(0), session.used);
        session.scanned = 0;
    }
}

} // namespace essaim::tracker
