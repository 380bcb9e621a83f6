#include "tracker/net/side_server.h"

#include "tracker/net/http_session.h"
#include "tracker/net/listen_socket.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <sys/socket.h>

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

IpAddress addressOf(const tcp::endpoint& endpoint) {
    sockaddr_storage storage{};
    std::memcpy(&storage, endpoint.data(), endpoint.size());
    return SocketAddress::toEndpoint(storage).address;
}

/// Coroutines report errors by value; an exception means that memory ran out, and costs this one coroutine.
void ignoreException(const std::exception_ptr&) {}

void closeSocket(tcp::socket& socket) {
    error_code ignored;
    socket.shutdown(tcp::socket::shutdown_both, ignored);
    socket.close(ignored);
}

} // namespace

SideServer::SideServer(std::vector<FileDescriptor> sockets) {
    for (auto& socket : sockets) {
        auto& acceptor = m_acceptors.emplace_back(m_io);
        const auto protocol = protocolOf(socket.get());
        acceptor.assign(protocol, socket.release());
    }
}

void SideServer::start() {
    for (auto& acceptor : m_acceptors)
        asio::co_spawn(m_io, accept(acceptor), ignoreException);
    asio::co_spawn(m_io, closeLateConnections(), ignoreException);
    m_thread = std::thread([this] { m_io.run(); });
}

void SideServer::stop() {
    if (!m_thread.joinable())
        return;
    asio::post(m_io, [this] { closeAll(); });
    m_thread.join();
}

asio::awaitable<void> SideServer::accept(Acceptor& acceptor) {
    asio::steady_timer pause(m_io);
    while (!m_stopping) {
        error_code error;
        tcp::socket socket = co_await acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (error && !m_stopping) {
            // Out of descriptors, most likely: connections that end will free some.
            pause.expires_after(kAcceptPause);
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        auto connection = error ? nullptr : take(std::move(socket));
        if (!connection)
            continue;
        const auto entry = m_connections.insert(m_connections.end(), connection);
        asio::co_spawn(m_io, connection->serve(connection), [this, entry](const std::exception_ptr&) {
            (*entry)->close();
            m_connections.erase(entry);
        });
    }
}

asio::awaitable<void> SideServer::closeLateConnections() {
    while (!m_stopping) {
        error_code error;
        m_tick.expires_after(kTick);
        co_await m_tick.async_wait(asio::redirect_error(asio::use_awaitable, error));
        const auto now = std::chrono::steady_clock::now();
        for (const auto& connection : m_connections) {
            if (connection->isLate(now))
                connection->close();
        }
    }
}

void SideServer::closeAll() {
    m_stopping = true;
    error_code ignored;
    for (auto& acceptor : m_acceptors)
        acceptor.close(ignored);
    for (const auto& connection : m_connections)
        connection->close();
    m_tick.cancel();
}

struct TlsWorker::TlsConnection : Connection {
    TlsConnection(
        Socket socket, std::shared_ptr<asio::ssl::context> tls, ConnectionLimits::Slot place, HttpResponder& to,
        const Clock& clockToUse)
        : context(std::move(tls))
        , stream(std::move(socket), *context)
        , slot(std::move(place))
        , responder(to)
        , clock(clockToUse) {
        error_code ignored;
        asker.address = addressOf(stream.next_layer().remote_endpoint(ignored));
        asker.local = addressOf(stream.next_layer().local_endpoint(ignored));
        stream.next_layer().set_option(tcp::no_delay(true), ignored);
    }

    [[nodiscard]] bool isLate(std::chrono::steady_clock::time_point now) override {
        return session.isLate(now, stream.next_layer().native_handle());
    }
    void close() override { closeSocket(stream.next_layer()); }

    [[nodiscard]] asio::awaitable<void> serve(std::shared_ptr<Connection> self) override {
        const auto alive = std::move(self);
        error_code error;
        co_await stream.async_handshake(
            asio::ssl::stream_base::server, asio::redirect_error(asio::use_awaitable, error));
        if (error)
            co_return;
        co_await serveRequests(stream, session, [this](std::optional<std::string_view> head, HttpAnswer& answer) {
            return head ? responder.respond(*head, asker, clock.now(), answer) : responder.fail(431, answer);
        });
        session.allow(std::chrono::seconds(2));
        co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    }

    std::shared_ptr<asio::ssl::context> context; ///< outlives the stream though it may be replaced
    asio::ssl::stream<Socket> stream;
    ConnectionLimits::Slot slot;
    HttpResponder& responder;
    const Clock& clock;
    Asker asker;
    HttpSession session;
};

TlsWorker::TlsWorker(
    std::vector<FileDescriptor> sockets, const TlsContext& context, const ServiceParts& parts, ConnectionLimits& limits,
    const Clock& clock, std::uint64_t seed)
    : SideServer(std::move(sockets))
    , m_context(context)
    , m_limits(limits)
    , m_clock(clock)
    , m_service(parts, seed)
    , m_responder(m_service, true) {}

std::shared_ptr<SideServer::Connection> TlsWorker::take(Socket socket) {
    error_code error;
    const auto remote = socket.remote_endpoint(error);
    if (error || m_service.isDenied(addressOf(remote)))
        return nullptr;
    auto slot = m_limits.acquire(addressOf(remote));
    auto context = m_context.current();
    if (!slot || !context)
        return nullptr;
    return std::make_shared<TlsConnection>(
        std::move(socket), std::move(context), std::move(*slot), m_responder, m_clock);
}

struct PageServer::PageConnection : Connection {
    PageConnection(Socket socket, ConnectionLimits::Slot place, const Pages& source)
        : stream(std::move(socket))
        , slot(std::move(place))
        , pages(source) {}

    [[nodiscard]] bool isLate(std::chrono::steady_clock::time_point now) override {
        return session.isLate(now, stream.native_handle());
    }
    void close() override { closeSocket(stream); }

    [[nodiscard]] asio::awaitable<void> serve(std::shared_ptr<Connection> self) override {
        const auto alive = std::move(self);
        co_await serveRequests(stream, session, [this](std::optional<std::string_view> head, HttpAnswer& answer) {
            return respond(head, answer);
        });
    }

    HttpResponder::Reply respond(std::optional<std::string_view> head, HttpAnswer& answer) {
        constexpr std::string_view kType = "text/plain; version=0.0.4; charset=utf-8";
        const auto request = head ? parseHttpHead(*head) : std::unexpected(431);
        answer.clear();
        if (!request)
            return {answer.finish(request.error(), kType, false), false, true};
        if (request->method == HttpRequest::Method::Other)
            return {answer.finish(405, kType, false), false, true};
        const auto page = pages(request->path);
        answer.body() += page.text;
        const bool withBody = request->method != HttpRequest::Method::Head;
        return {answer.finish(page.status, kType, request->keepAlive, withBody), request->keepAlive, false};
    }

    Socket stream;
    ConnectionLimits::Slot slot;
    const Pages& pages;
    HttpSession session;
};

PageServer::PageServer(std::vector<FileDescriptor> sockets, Pages pages)
    : SideServer(std::move(sockets))
    , m_pages(std::move(pages)) {}

std::shared_ptr<SideServer::Connection> PageServer::take(Socket socket) {
    error_code error;
    const auto remote = socket.remote_endpoint(error);
    auto slot = error ? std::nullopt : m_limits.acquire(addressOf(remote));
    return slot ? std::make_shared<PageConnection>(std::move(socket), std::move(*slot), m_pages) : nullptr;
}

} // namespace essaim::tracker
