#include "tracker/net/http_server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <sys/socket.h>

#include <chrono>
#include <exception>

namespace essaim::tracker {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::chrono::seconds kTick{1};

tcp protocolOf(int fd) {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    ::getsockname(fd, reinterpret_cast<sockaddr*>(&storage), &length);
    return storage.ss_family == AF_INET6 ? tcp::v6() : tcp::v4();
}

/// Coroutines report errors by value; an exception means that memory ran out, and costs this one coroutine.
void ignoreException(const std::exception_ptr&) {}

} // namespace

HttpWorker::HttpWorker(
    std::vector<FileDescriptor> sockets, const ServiceParts& parts, ConnectionLimits& limits, const Clock& clock,
    std::uint64_t seed)
    : m_limits(limits)
    , m_clock(clock)
    , m_service(parts, seed)
    , m_responder(m_service) {
    for (auto& socket : sockets) {
        auto& acceptor = m_acceptors.emplace_back(m_io);
        const auto protocol = protocolOf(socket.get());
        acceptor.assign(protocol, socket.release());
    }
}

HttpWorker::~HttpWorker() {
    if (!m_thread.joinable())
        return;
    asio::post(m_io, [this] { closeAll(); });
    m_thread.join();
}

void HttpWorker::start() {
    for (auto& acceptor : m_acceptors)
        asio::co_spawn(m_io, accept(acceptor), ignoreException);
    asio::co_spawn(m_io, closeLateConnections(), ignoreException);
    m_thread = std::thread([this] { m_io.run(); });
}

asio::awaitable<void> HttpWorker::accept(Acceptor& acceptor) {
    asio::steady_timer pause(m_io);
    while (!m_stopping) {
        error_code error;
        tcp::socket socket = co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (!error) {
            take(std::move(socket));
        } else if (!m_stopping) {
            // Out of descriptors, most likely: connections that end will free some.
            pause.expires_after(kAcceptPause);
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
        }
    }
}

asio::awaitable<void> HttpWorker::closeLateConnections() {
    while (!m_stopping) {
        error_code error;
        m_tick.expires_after(kTick);
        co_await m_tick.async_wait(asio::redirect_error(asio::use_awaitable, error));
        const auto now = std::chrono::steady_clock::now();
        for (const auto& connection : m_connections) {
            if (connection->isPastDeadline(now))
                connection->close();
        }
    }
}

void HttpWorker::take(tcp::socket socket) {
    error_code error;
    const auto remote = socket.remote_endpoint(error);
    if (error)
        return; // gone already
    if (m_service.isDenied(addressOf(remote)))
        return;
    auto slot = m_limits.acquire(addressOf(remote));
    if (!slot)
        return;
    const auto entry = m_connections.insert(
        m_connections.end(),
        std::make_shared<HttpConnection>(std::move(socket), std::move(*slot), m_responder, m_clock));
    asio::co_spawn(m_io, HttpConnection::serve(*entry), [this, entry](const std::exception_ptr&) {
        (*entry)->close();
        m_connections.erase(entry);
    });
}

void HttpWorker::closeAll() {
    m_stopping = true;
    error_code ignored;
    for (auto& acceptor : m_acceptors)
        acceptor.close(ignored);
    for (const auto& connection : m_connections)
        connection->close();
    m_tick.cancel();
}

} // namespace essaim::tracker
