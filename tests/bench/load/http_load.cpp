#include "http_load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>

namespace essaim::load {

namespace {

std::string escaped(const Hash& hash) {
    std::string text;
    for (const auto byte : hash)
        fmt::format_to(std::back_inserter(text), "%{:02x}", byte);
    return text;
}

/// The number behind `key`, or -1.
std::int64_t numberAfter(std::string_view text, std::string_view key) {
    const auto at = text.find(key);
    std::int64_t value = -1;
    if (at != std::string_view::npos)
        std::from_chars(text.data() + at + key.size(), text.data() + text.size(), value);
    return value;
}

/// Head and body are there; npos while they are not.
std::size_t answerSize(std::string_view answer) {
    const auto head = answer.find("\r\n\r\n");
    if (head == std::string_view::npos)
        return std::string_view::npos;
    const auto length = numberAfter(answer.substr(0, head), "Content-Length: ");
    if (length < 0)
        return std::string_view::npos;
    const auto size = head + 4 + static_cast<std::size_t>(length);
    return answer.size() < size ? std::string_view::npos : size;
}

} // namespace

HttpLoad::HttpLoad(const Options& options, bool exact, std::function<std::optional<HttpTask>()> nextTask)
    : m_options(options)
    , m_exact(exact)
    , m_nextTask(std::move(nextTask))
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_connections(options.window) {
    for (std::size_t i = 0; i < m_connections.size(); ++i)
        m_connections[i].source = static_cast<std::uint32_t>(i % options.population.sources);
}

HttpLoad::~HttpLoad() {
    for (auto& connection : m_connections)
        close(connection);
    ::close(m_epoll);
}

void HttpLoad::step(int milliseconds) {
    for (auto& connection : m_connections) {
        if (!connection.isWaiting)
            begin(connection);
    }
    std::array<epoll_event, 128> events;
    const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), milliseconds);
    for (int i = 0; i < count; ++i) {
        const auto& event = events[static_cast<std::size_t>(i)];
        handle(m_connections[event.data.u32], event.events);
    }
}

void HttpLoad::begin(Connection& connection) {
    const auto task = m_nextTask();
    if (!task)
        return;
    connection.task = *task;
    connection.isWaiting = true;
    connection.isSent = false;
    connection.answer.clear();
    connection.since = timeNow();
    makeRequest(connection);
    ++m_busy;
    ++m_measure.sent;
    if (connection.fd < 0 && !open(connection))
        return fail(connection, "cannot connect");
    if (m_options.keepAlive)
        handle(connection, EPOLLOUT);
}

bool HttpLoad::open(Connection& connection) {
    connection.fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int one = 1;
    ::setsockopt(connection.fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
    ::setsockopt(connection.fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    sockaddr_in from{};
    from.sin_family = AF_INET;
    from.sin_addr.s_addr = htonl(Population::addressOf(connection.source));
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(m_options.port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(connection.fd, reinterpret_cast<const sockaddr*>(&from), sizeof from) != 0)
        return false;
    if (::connect(connection.fd, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0 && errno != EINPROGRESS)
        return false;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLET | EPOLLRDHUP;
    event.data.u32 = static_cast<std::uint32_t>(&connection - m_connections.data());
    return ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, connection.fd, &event) == 0;
}

void HttpLoad::close(Connection& connection) {
    if (connection.fd >= 0)
        ::close(connection.fd);
    connection.fd = -1;
}

void HttpLoad::handle(Connection& connection, std::uint32_t events) {
    if (!connection.isWaiting)
        return;
    if (!connection.isSent && (events & EPOLLOUT) != 0) {
        const auto sent =
            ::send(connection.fd, connection.request.data(), connection.request.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && (errno == EAGAIN || errno == ENOTCONN))
            return;
        if (sent != static_cast<ssize_t>(connection.request.size()))
            return fail(connection, "cannot send");
        connection.isSent = true;
    }
    if (connection.isSent && (events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0 && read(connection))
        finish(connection);
}

/// True when the answer is there. Reads until the system has no more, as edge-triggered events want it.
bool HttpLoad::read(Connection& connection) {
    char buffer[8192];
    for (;;) {
        const auto count = ::recv(connection.fd, buffer, sizeof buffer, MSG_DONTWAIT);
        if (count > 0) {
            connection.answer.append(buffer, static_cast<std::size_t>(count));
            if (m_options.keepAlive && answerSize(connection.answer) == connection.answer.size())
                return true;
            continue;
        }
        if (count < 0 && errno == EAGAIN)
            return false;
        if (count == 0 && answerSize(connection.answer) == connection.answer.size())
            return true;
        fail(connection, count < 0 ? "connection reset" : "connection closed without a whole answer");
        return false;
    }
}

void HttpLoad::finish(Connection& connection) {
    ++m_measure.answers;
    m_measure.took(connection.since, timeNow());
    if (!connection.answer.starts_with("HTTP/1.") || connection.answer.substr(9, 3) != "200")
        m_measure.fault("status other than 200");
    else
        check(connection, std::string_view(connection.answer).substr(connection.answer.find("\r\n\r\n") + 4));
    if (!m_options.keepAlive)
        close(connection);
    connection.isWaiting = false;
    --m_busy;
    begin(connection);
}

void HttpLoad::fail(Connection& connection, std::string_view what) {
    m_measure.fault(what);
    ++m_measure.lost;
    close(connection);
    connection.isWaiting = false;
    --m_busy;
}

void HttpLoad::check(const Connection& connection, std::string_view body) {
    const auto& population = m_options.population;
    if (body.contains("14:failure reason"))
        return m_measure.fault("failure reason");
    if (connection.task.isScrape)
        return body.contains("5:filesd20:") ? void() : m_measure.fault("no files in a scrape");
    ++m_measure.announces;
    const auto seeds = numberAfter(body, "8:completei");
    const auto leechers = numberAfter(body, "10:incompletei");
    const auto length = numberAfter(body, "5:peers");
    if (seeds < 0 || leechers < 0 || length < 0 || length % 6 != 0)
        return m_measure.fault("incomplete answer");
    const auto expected = static_cast<std::int64_t>(population.leechersPerTorrent());
    if (m_exact && (leechers != expected || seeds != population.peersPerTorrent() - expected))
        return m_measure.fault("other counts");
    const auto begin = body.find(':', body.find("5:peers") + 7) + 1;
    for (std::size_t i = begin; i + 6 <= begin + static_cast<std::size_t>(length) && i + 6 <= body.size(); i += 6) {
        const auto high = static_cast<std::uint8_t>(body[i + 4]);
        const auto low = static_cast<std::uint8_t>(body[i + 5]);
        if (!Population::belongs(connection.task.torrent, static_cast<std::uint16_t>(high << 8 | low)))
            return m_measure.fault("peer of another swarm");
        ++m_measure.peers;
    }
}

void HttpLoad::makeRequest(Connection& connection) {
    const auto& task = connection.task;
    const auto peer = m_options.population.peerOf(task.torrent, task.number);
    connection.request.clear();
    const auto out = std::back_inserter(connection.request);
    if (task.isScrape)
        fmt::format_to(out, "GET /scrape?info_hash={}", escaped(Population::hashOf(task.torrent)));
    else
        fmt::format_to(
            out,
            "GET /announce?info_hash={}&peer_id=-XX0001-{:012}&port={}&uploaded=0&downloaded=0&left={}&corrupt=0"
            "&key=1A2B3C4D{}{}&numwant={}&compact=1&no_peer_id=1&supportcrypto=1&redundant=0",
            escaped(Population::hashOf(task.torrent)), task.number, peer.port, peer.isSeed ? 0 : 1000,
            task.event.empty() ? "" : "&event=", task.event, m_options.wanted);
    fmt::format_to(
        out, " HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nUser-Agent: essaim-load/1\r\nAccept-Encoding: gzip\r\n{}\r\n",
        m_options.port, m_options.keepAlive ? "" : "Connection: close\r\n");
    connection.source = connection.fd < 0 ? peer.source : connection.source;
}

int runHttp(const Options& options) {
    Random random(static_cast<std::uint64_t>(timeNow().time_since_epoch().count()));
    bool ending = false;
    const auto& population = options.population;
    HttpLoad load(options, true, [&]() -> std::optional<HttpTask> {
        if (ending)
            return std::nullopt;
        const auto torrent = random.below(population.torrents);
        return HttpTask{.torrent = torrent, .number = random.below(population.peersPerTorrent())};
    });
    const auto start = timeNow();
    while (secondsBetween(start, timeNow()) < options.seconds)
        load.step(20);
    const auto seconds = secondsBetween(start, timeNow());
    ending = true;
    while (load.busy() > 0 && secondsBetween(start, timeNow()) < options.seconds + 1)
        load.step(20);
    load.measure().print(seconds);
    return load.measure().wrong == 0 ? 0 : 1;
}

} // namespace essaim::load
