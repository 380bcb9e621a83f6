// One client's connection to the HTTP side.
#pragma once

#include "core/clock.h"
#include "tracker/net/connection_limits.h"
#include "tracker/service/http_responder.h"

#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <array>
#include <chrono>
#include <memory>

namespace essaim::tracker {

/// The address of one end of a connection.
[[nodiscard]] IpAddress addressOf(const boost::asio::ip::tcp::endpoint& endpoint);

/// Reads heads of requests into a buffer of 8 KiB and answers them in order, for as long as the client keeps the
/// connection. Lives on its worker's thread; its coroutine and its worker own it together. Deadlines are kept by the
/// worker, which closes connections that are past theirs.
class HttpConnection {
public:
    static constexpr std::size_t kMaxHead = 8 * 1024;
    static constexpr std::chrono::seconds kHeadTime{10};   ///< from the first byte awaited to the end of a head
    static constexpr std::chrono::seconds kAnswerTime{30}; ///< for a client to take its answer
    static constexpr std::chrono::seconds kDrainTime{2};

    HttpConnection(
        boost::asio::ip::tcp::socket socket, ConnectionLimits::Slot slot, HttpResponder& responder, const Clock& clock);

    /// Serves until the connection ends; never throws but for lack of memory.
    [[nodiscard]] static boost::asio::awaitable<void> serve(std::shared_ptr<HttpConnection> self);

    /// Deadlines use the system's clock, since they protect the system's resources.
    [[nodiscard]] bool isPastDeadline(std::chrono::steady_clock::time_point now) const { return now > m_deadline; }
    void close();

private:
    [[nodiscard]] boost::asio::awaitable<bool> serveOne();
    [[nodiscard]] boost::asio::awaitable<bool> read();
    [[nodiscard]] boost::asio::awaitable<bool> send(HttpResponder::Reply reply);
    [[nodiscard]] boost::asio::awaitable<void> drain();
    void setDeadline(std::chrono::seconds time);
    void consume(std::size_t count);

    boost::asio::ip::tcp::socket m_socket;
    ConnectionLimits::Slot m_slot;
    HttpResponder& m_responder;
    const Clock& m_clock;
    Asker m_asker;
    std::chrono::steady_clock::time_point m_deadline;
    HttpAnswer m_answer;
    std::array<char, kMaxHead> m_buffer;
    std::size_t m_used = 0;
    std::size_t m_scanned = 0;
};

} // namespace essaim::tracker
