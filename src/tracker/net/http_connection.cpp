#include "tracker/net/http_connection.h"

#include "tracker/net/listen_socket.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <cstring>

namespace essaim::tracker {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::size_t kMaxDrained = 64 * 1024;

} // namespace

IpAddress addressOf(const asio::ip::tcp::endpoint& endpoint) {
    sockaddr_storage storage{};
    std::memcpy(&storage, endpoint.data(), endpoint.size());
    return SocketAddress::toEndpoint(storage).address;
}

HttpConnection::HttpConnection(
    asio::ip::tcp::socket socket, ConnectionLimits::Slot slot, HttpResponder& responder, const Clock& clock)
    : m_socket(std::move(socket))
    , m_slot(std::move(slot))
    , m_responder(responder)
    , m_clock(clock) {
    error_code ignored;
    m_asker.address = addressOf(m_socket.remote_endpoint(ignored));
    m_asker.local = addressOf(m_socket.local_endpoint(ignored));
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    setDeadline(kHeadTime);
}

asio::awaitable<void> HttpConnection::serve(std::shared_ptr<HttpConnection> self) {
    bool goesOn = true;
    while (goesOn)
        goesOn = co_await self->serveOne();
    self->close();
}

asio::awaitable<bool> HttpConnection::serveOne() {
    setDeadline(kHeadTime);
    for (;;) {
        const std::string_view received(m_buffer.data(), m_used);
        if (const auto end = findHeadEnd(received, m_scanned)) {
            const auto reply = m_responder.respond(received.substr(0, *end), m_asker, m_clock.now(), m_answer);
            consume(*end);
            co_return co_await send(reply);
        }
        if (m_used == m_buffer.size())
            co_return co_await send(m_responder.fail(431, m_answer));
        if (!co_await read())
            co_return false;
    }
}

asio::awaitable<bool> HttpConnection::read() {
    error_code error;
    m_used += co_await m_socket.async_read_some(
        asio::buffer(m_buffer.data() + m_used, m_buffer.size() - m_used),
        asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
}

asio::awaitable<bool> HttpConnection::send(HttpResponder::Reply reply) {
    setDeadline(kAnswerTime);
    error_code error;
    co_await asio::async_write(
        m_socket, asio::buffer(reply.bytes.data(), reply.bytes.size()),
        asio::redirect_error(asio::use_awaitable, error));
    if (error)
        co_return false;
    if (!reply.keepAlive && reply.mayHaveMore)
        co_await drain();
    co_return reply.keepAlive;
}

/// Takes what is still coming, so that the system does not answer it with a reset that overtakes our last words.
asio::awaitable<void> HttpConnection::drain() {
    setDeadline(kDrainTime);
    error_code error;
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, error);
    m_used = 0;
    std::size_t drained = 0;
    while (!error && drained < kMaxDrained)
        drained +=
            co_await m_socket.async_read_some(asio::buffer(m_buffer), asio::redirect_error(asio::use_awaitable, error));
}

void HttpConnection::close() {
    error_code ignored;
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    m_socket.close(ignored);
}

void HttpConnection::setDeadline(std::chrono::seconds time) {
    m_deadline = std::chrono::steady_clock::now() + time;
}

void HttpConnection::consume(std::size_t count) {
    m_used -= count;
    std::memmove(m_buffer.data(), m_buffer.data() + count, m_used);
    m_scanned = 0;
}

} // namespace essaim::tracker
