#include "tracker/net/http_server.h"

#include "tracker/net/listen_socket.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <span>

namespace essaim::tracker {

namespace {

constexpr int kTickMs = 1000;       ///< between looks for connections past their deadline
constexpr int kAcceptPauseMs = 100; ///< when descriptors ran out: connections that end will free some
constexpr int kMostAccepts = 64;    ///< before others have their turn
constexpr std::size_t kMostSpare = 256;
constexpr int kLooksForIdle = 16;

/// What an event is about, in its 64 bits: the wake-up, a listener's number, or a connection's address.
constexpr std::uint64_t kWakeUpTag = 0;
constexpr std::uint64_t kMostListeners = 4096; // no connection has so low an address

bool isLackOfDescriptors(int error) {
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

} // namespace

HttpWorker::HttpWorker(
    std::vector<FileDescriptor> sockets, const ServiceParts& parts, ConnectionLimits& limits, const Clock& clock,
    std::uint64_t seed)
    : m_limits(limits)
    , m_clock(clock)
    , m_random(seed)
    , m_service(parts, seed)
    , m_responder(m_service)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    for (auto& socket : sockets) {
        const auto local = boundEndpoint(socket.get()).address;
        m_listeners.push_back({std::move(socket), local});
    }
}

HttpWorker::~HttpWorker() {
    if (!m_thread.joinable())
        return;
    m_stopping = true;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_wakeUp.get(), &one, sizeof one);
    m_thread.join();
}

void HttpWorker::start() {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = kWakeUpTag;
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_wakeUp.get(), &event);
    for (std::size_t i = 0; i < m_listeners.size(); ++i) {
        event.data.u64 = i + 1;
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_listeners[i].socket.get(), &event);
    }
    m_thread = std::thread([this] { run(); });
}

void HttpWorker::run() {
    std::array<epoll_event, 128> events;
    auto nextTick = std::chrono::steady_clock::now();
    while (!m_stopping) {
        const int count = ::epoll_wait(
            m_epoll.get(), events.data(), static_cast<int>(events.size()), m_isAccepting ? kTickMs : kAcceptPauseMs);
        const HttpConnection::Now now{std::chrono::steady_clock::now(), m_clock.now()};
        if (!m_isAccepting)
            setAccepting(true);
        const auto ready = std::span(events).first(static_cast<std::size_t>(std::max(count, 0)));
        for (const auto& event : ready) {
            if (event.data.u64 > kMostListeners)
                drive(*reinterpret_cast<HttpConnection*>(event.data.u64), now);
        }
        // Behind them, since a newcomer may end a connection that is among the events.
        for (const auto& event : ready) {
            if (event.data.u64 != kWakeUpTag && event.data.u64 <= kMostListeners)
                accept(m_listeners[event.data.u64 - 1], now);
        }
        if (now.system >= nextTick) {
            closeLateConnections(now.system);
            nextTick = now.system + std::chrono::milliseconds(kTickMs);
        }
    }
    while (!m_connections.empty())
        close(*m_connections.back());
}

void HttpWorker::accept(const Listener& listener, const HttpConnection::Now& now) {
    for (int i = 0; i < kMostAccepts; ++i) {
        sockaddr_storage address;
        socklen_t length = sizeof address;
        FileDescriptor socket(::accept4(
            listener.socket.get(), reinterpret_cast<sockaddr*>(&address), &length, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (socket.isOpen()) {
            take(std::move(socket), listener, SocketAddress::toEndpoint(address).address, now);
            continue;
        }
        if (isLackOfDescriptors(errno)) {
            if (closeIdleConnection())
                continue;
            return setAccepting(false);
        }
        if (errno != EINTR && errno != ECONNABORTED)
            return;
    }
}

void HttpWorker::setAccepting(bool accepting) {
    m_isAccepting = accepting;
    for (std::size_t i = 0; i < m_listeners.size(); ++i) {
        epoll_event event{};
        event.events = accepting ? EPOLLIN : 0U;
        event.data.u64 = i + 1;
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, m_listeners[i].socket.get(), &event);
    }
}

void HttpWorker::take(
    FileDescriptor socket, const Listener& listener, const IpAddress& client, const HttpConnection::Now& now) {
    if (m_service.isDenied(client))
        return;
    auto slot = acquire(client);
    if (!slot)
        return;
    const auto local = listener.local.isUnspecified() ? boundEndpoint(socket.get()).address : listener.local;
    auto connection = freshConnection();
    connection->begin(std::move(socket), std::move(*slot), {client, local}, now.system);
    connection->place = m_connections.size();
    m_connections.push_back(std::move(connection));
    drive(*m_connections.back(), now);
}

std::unique_ptr<HttpConnection> HttpWorker::freshConnection() {
    if (m_spare.empty())
        return std::make_unique<HttpConnection>();
    auto connection = std::move(m_spare.back());
    m_spare.pop_back();
    return connection;
}

void HttpWorker::drive(HttpConnection& connection, const HttpConnection::Now& now) {
    const auto wants = connection.drive(m_responder, now);
    if (wants == HttpConnection::Wants::ToEnd || !watch(connection, wants))
        close(connection);
}

bool HttpWorker::watch(HttpConnection& connection, HttpConnection::Wants wants) {
    if (connection.watchedFor == wants)
        return true;
    const bool isNew = connection.watchedFor == HttpConnection::Wants::ToEnd;
    epoll_event event{};
    event.events = wants == HttpConnection::Wants::ToRead ? EPOLLIN : EPOLLOUT;
    event.data.u64 = reinterpret_cast<std::uintptr_t>(&connection);
    connection.watchedFor = wants;
    return ::epoll_ctl(m_epoll.get(), isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, connection.descriptor(), &event) == 0;
}

void HttpWorker::close(HttpConnection& connection) {
    connection.end();
    const auto place = connection.place;
    auto owned = std::move(m_connections[place]);
    if (place + 1 < m_connections.size()) {
        m_connections[place] = std::move(m_connections.back());
        m_connections[place]->place = place;
    }
    m_connections.pop_back();
    if (m_spare.size() < kMostSpare)
        m_spare.push_back(std::move(owned));
}

std::optional<ConnectionLimits::Slot> HttpWorker::acquire(const IpAddress& client) {
    if (auto slot = m_limits.acquire(client))
        return slot;
    return m_limits.isFull() && closeIdleConnection() ? m_limits.acquire(client) : std::nullopt;
}

bool HttpWorker::closeIdleConnection() {
    HttpConnection* idlest = nullptr;
    for (int look = 0; look < kLooksForIdle && !m_connections.empty(); ++look) {
        auto& candidate = *m_connections[m_random.below(static_cast<std::uint32_t>(m_connections.size()))];
        if (candidate.watchedFor == HttpConnection::Wants::ToRead &&
            (!idlest || candidate.deadline() < idlest->deadline()))
            idlest = &candidate;
    }
    if (idlest)
        close(*idlest);
    return idlest != nullptr;
}

void HttpWorker::closeLateConnections(HttpConnection::Time now) {
    for (std::size_t i = m_connections.size(); i > 0; --i) {
        if (m_connections[i - 1]->isLate(now))
            close(*m_connections[i - 1]);
    }
}

} // namespace essaim::tracker
