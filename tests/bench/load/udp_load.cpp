// Loads over UDP: filling a tracker with peers, and announcing as fast as it answers or at a given rate.
#include "udp_load.h"

#include "options.h"

#include <algorithm>
#include <cmath>

namespace essaim::load {

namespace {

constexpr std::chrono::milliseconds kPatience{500};

std::uint32_t number32(std::span<const std::uint8_t> bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]);
}

} // namespace

UdpLoad::UdpLoad(const Options& options)
    : m_options(options)
    , m_population(options.population) {
    for (std::uint32_t source = 0; source < m_population.sources; ++source)
        m_sockets.push_back(std::make_unique<UdpSocket>(source, options.port, options.echo));
    if (!options.echo)
        connectAll();
}

void UdpLoad::connectAll() {
    for (auto& socket : m_sockets) {
        const auto deadline = timeNow() + std::chrono::seconds(5);
        while (socket->connectionId == 0 && timeNow() < deadline) {
            socket->queue({.kind = Kind::Connect, .since = timeNow()}, 0, 0);
            socket->flush();
            const auto retry = timeNow() + std::chrono::milliseconds(200);
            while (socket->connectionId == 0 && timeNow() < retry)
                receiveFrom(*socket);
        }
        if (socket->connectionId == 0)
            m_measure.fault("no connection id");
        socket->expire(timeNow(), [](const Pending&) {}); // a second answer is nobody's
    }
    m_measure = {};
    m_underWay = 0;
}

void UdpLoad::send(Kind kind, std::uint32_t torrent, std::uint32_t number, Time since) {
    const auto peer = m_population.peerOf(torrent, number);
    auto& socket = *m_sockets[peer.source];
    if (!socket.hasRoom())
        flush();
    if (!socket.hasRoom()) {
        ++m_measure.lost; // thousands are under way already
        return;
    }
    socket.queue({kind, peer.isSeed, 0, torrent, number, since}, m_options.wanted, peer.port);
    ++m_underWay;
    ++m_measure.sent;
}

void UdpLoad::flush() {
    for (auto& socket : m_sockets)
        socket->flush();
}

std::size_t UdpLoad::receive() {
    std::size_t count = 0;
    for (auto& socket : m_sockets)
        count += receiveFrom(*socket);
    return count;
}

std::size_t UdpLoad::receiveFrom(UdpSocket& socket) {
    const auto now = timeNow();
    return socket.receive(
        [&](const Pending& pending, std::span<const std::uint8_t> bytes) {
            --m_underWay;
            ++m_measure.answers;
            m_measure.took(pending.since, now);
            check(socket, pending, bytes);
        },
        [] {}); // given up before it came: counted as lost
}

void UdpLoad::giveUp() {
    const auto limit = timeNow() - kPatience;
    for (auto& socket : m_sockets) {
        m_underWay -= socket->expire(limit, [&](const Pending& pending) {
            ++m_measure.lost;
            if (m_onLost)
                m_onLost(pending);
        });
    }
}

void UdpLoad::finish() {
    const auto deadline = timeNow() + kPatience;
    while (m_underWay > 0 && timeNow() < deadline)
        receive();
}

void UdpLoad::check(UdpSocket& socket, const Pending& pending, std::span<const std::uint8_t> bytes) {
    if (m_options.echo)
        return bytes.size() == 98 ? void(++m_measure.announces) : m_measure.fault("echo of another size");
    const auto action = number32(bytes, 0);
    if (action != static_cast<std::uint32_t>(pending.kind) - 1)
        return m_measure.fault(action == 3 ? "error packet" : "other action");
    if (pending.kind == Kind::Announce)
        return checkAnnounce(pending, bytes);
    if (pending.kind == Kind::Scrape)
        return checkScrape(bytes);
    if (bytes.size() != 16)
        return m_measure.fault("connect of another size");
    socket.connectionId = std::uint64_t{number32(bytes, 8)} << 32 | number32(bytes, 12);
}

void UdpLoad::checkScrape(std::span<const std::uint8_t> bytes) {
    const auto leechers = m_population.leechersPerTorrent();
    if (bytes.size() != 20)
        return m_measure.fault("scrape of another size");
    const auto seedsTold = number32(bytes, 8);
    const auto leechersTold = number32(bytes, 16);
    const auto all = m_population.peersPerTorrent();
    if (m_exact ? seedsTold != all - leechers || leechersTold != leechers : seedsTold + leechersTold > all)
        m_measure.fault("scrape with other counts");
}

void UdpLoad::checkAnnounce(const Pending& pending, std::span<const std::uint8_t> bytes) {
    ++m_measure.announces;
    if (bytes.size() < 20 || (bytes.size() - 20) % 6 != 0)
        return m_measure.fault("announce of another size");
    const auto peers = bytes.subspan(20);
    const auto count = static_cast<std::uint32_t>(peers.size() / 6);
    m_measure.peers += count;
    if (m_exact) {
        const auto leechers = m_population.leechersPerTorrent();
        const auto all = m_population.peersPerTorrent();
        if (number32(bytes, 12) != leechers || number32(bytes, 16) != all - leechers)
            return m_measure.fault("announce with other counts");
        const auto least = std::min(m_options.wanted, pending.isSeed ? leechers : all - 1);
        if (count < least || count > std::min(m_options.wanted, all))
            return m_measure.fault("announce with another number of peers");
    }
    if (m_measure.announces % m_options.checkEvery == 0)
        checkPeers(pending.torrent, peers);
}

void UdpLoad::checkPeers(std::uint32_t torrent, std::span<const std::uint8_t> peers) {
    m_seen.clear();
    for (std::size_t i = 0; i < peers.size(); i += 6) {
        const auto address = number32(peers, i);
        const auto port = static_cast<std::uint16_t>(peers[i + 4] << 8 | peers[i + 5]);
        const auto source = (address - Population::addressOf(0)) & 0xffff;
        if (!Population::belongs(torrent, port) || source >= std::max(256U, m_population.sources * 2))
            return m_measure.fault("peer of another swarm");
        m_seen.push_back(std::uint64_t{address} << 16 | port);
    }
    std::ranges::sort(m_seen);
    if (std::ranges::adjacent_find(m_seen) != m_seen.end())
        m_measure.fault("the same peer twice");
}

int runFill(const Options& options) {
    auto withoutPeers = options;
    withoutPeers.wanted = 0;
    UdpLoad load(withoutPeers);
    std::vector<Pending> again;
    load.onLost([&](const Pending& pending) { again.push_back(pending); });
    const auto start = timeNow();
    const auto torrents = options.population.torrents;
    const std::uint64_t all = std::uint64_t{torrents} * options.population.peersPerTorrent();
    std::uint64_t next = 0;
    auto renewAt = start;
    while (next < all || load.underWay() > 0 || !again.empty()) {
        while (load.underWay() < options.window && (next < all || !again.empty())) {
            if (again.empty()) {
                load.send(
                    Kind::Announce, static_cast<std::uint32_t>(next % torrents),
                    static_cast<std::uint32_t>(next / torrents), timeNow());
                ++next;
            } else {
                load.send(Kind::Announce, again.back().torrent, again.back().number, timeNow());
                again.pop_back();
            }
        }
        load.flush();
        if (load.receive() == 0 && timeNow() > renewAt) {
            load.giveUp();
            renewAt = timeNow() + std::chrono::milliseconds(100);
        }
    }
    load.measure().print(secondsBetween(start, timeNow()));
    return load.measure().wrong == 0 ? 0 : 1;
}

int runUdp(const Options& options) {
    UdpLoad load(options);
    load.expectExactCounts();
    Random random(static_cast<std::uint64_t>(timeNow().time_since_epoch().count()));
    const auto parts = options.connects + options.announces + options.scrapes;
    const auto next = [&](Time since) {
        const auto part = random.below(parts);
        const auto kind = part < options.announces                      ? Kind::Announce
                          : part < options.announces + options.connects ? Kind::Connect
                                                                        : Kind::Scrape;
        const auto torrent = random.below(options.population.torrents);
        load.send(kind, torrent, random.below(options.population.peersPerTorrent()), since);
    };
    const auto start = timeNow();
    const auto end = start + std::chrono::duration_cast<Time::duration>(std::chrono::duration<double>(options.seconds));
    auto due = start;
    auto tidyAt = start + kPatience;
    for (auto now = start; now < end; now = timeNow()) {
        if (options.rate > 0) {
            for (; due <= now;
                 due += std::chrono::nanoseconds(static_cast<std::int64_t>(
                     -std::log(1 - static_cast<double>(random.below(1 << 30)) / (1 << 30)) * 1e9 / options.rate)))
                next(due);
        } else {
            while (load.underWay() < options.window)
                next(now);
        }
        load.flush();
        load.receive();
        if (now > tidyAt) {
            load.giveUp();
            tidyAt = now + kPatience / 2;
        }
    }
    const auto seconds = secondsBetween(start, timeNow());
    load.finish();
    load.measure().lost += load.underWay();
    load.measure().print(seconds);
    return load.measure().wrong == 0 ? 0 : 1;
}

} // namespace essaim::load
