#include "tracker/tracker.h"

#include "tracker/access/hosted_torrents.h"
#include "tracker/maintenance.h"
#include "tracker/net/http_server.h"
#include "tracker/net/listen_socket.h"
#include "tracker/net/udp_server.h"
#include "tracker/service/settings.h"
#include "tracker/swarm/peer_store.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

/// The sockets of each worker, for all addresses of one protocol.
struct BoundSockets {
    std::vector<Endpoint> endpoints;
    std::vector<std::vector<FileDescriptor>> perWorker;
};

Expected<BoundSockets> bindAll(const std::vector<Endpoint>& endpoints, Protocol protocol, unsigned workers) {
    BoundSockets result;
    if (endpoints.empty())
        return result;
    result.perWorker.resize(workers);
    for (const auto& endpoint : endpoints) {
        auto bound = bindListenSockets(endpoint, protocol, workers);
        if (!bound)
            return std::unexpected(bound.error());
        result.endpoints.push_back(bound->endpoint);
        for (unsigned i = 0; i < workers; ++i)
            result.perWorker[i].push_back(std::move(bound->sockets[i]));
    }
    return result;
}

StoreLimits limitsOf(const TrackerConfig& config) {
    return {config.maxSwarms, config.maxPeers};
}

} // namespace

/// Members are destroyed from the last to the first: first the workers, then the maintenance, then what they use.
struct Tracker::Private {
    Private(const TrackerConfig& config, const Clock& clockToUse, std::unique_ptr<storage::DatabaseThread> database)
        : clock(clockToUse)
        , settings(std::make_shared<const Settings>(config))
        , store(clock.now())
        , hosted(store, std::move(database)) {
        use(config);
    }

    void use(const TrackerConfig& config);
    void doChores(Clock::Monotonic now);
    void startWorkers(BoundSockets http, BoundSockets udp);

    const Clock& clock;
    PublishedSettings settings;
    PeerStore store;
    PeerIds peerIds;
    AddressLimits addressLimits;
    HostedTorrents hosted;
    ConnectionIds connectionIds{SipKey::random(), SipKey::random()};
    ConnectionLimits connectionLimits{0, 0, true};
    ListenAddresses addresses;
    std::unique_ptr<Maintenance> maintenance;
    std::vector<std::unique_ptr<HttpWorker>> httpWorkers;
    std::vector<std::unique_ptr<UdpWorker>> udpWorkers;
};

/// What is not part of the settings, because it is not read by workers only.
void Tracker::Private::use(const TrackerConfig& config) {
    const auto& limits = config.limits;
    store.setLimits(limitsOf(config));
    connectionLimits.setLimits(limits.maxConnections, limits.connectionsPerAddress, !limits.alsoPrivate);
    connectionIds.setLifetime(config.connectionIdLifetime);
}

/// Runs on the maintenance thread.
void Tracker::Private::doChores(Clock::Monotonic now) {
    connectionIds.renewKeys(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()));
}

void Tracker::Private::startWorkers(BoundSockets http, BoundSockets udp) {
    addresses = {std::move(http.endpoints), std::move(udp.endpoints)};
    const ServiceParts parts{store, settings, &peerIds, &addressLimits};
    for (auto& sockets : http.perWorker)
        httpWorkers.push_back(
            std::make_unique<HttpWorker>(std::move(sockets), parts, connectionLimits, clock, SipKey::random().k0));
    for (auto& sockets : udp.perWorker) {
        for (auto& socket : sockets)
            udpWorkers.push_back(
                std::make_unique<UdpWorker>(std::move(socket), parts, connectionIds, clock, SipKey::random().k0));
    }
    maintenance =
        std::make_unique<Maintenance>(store, hosted, settings, clock, [this](Clock::Monotonic now) { doChores(now); });
    for (const auto& worker : httpWorkers)
        worker->start();
    for (const auto& worker : udpWorkers)
        worker->start();
}

Tracker::Tracker() = default;
Tracker::~Tracker() = default;

Expected<std::unique_ptr<Tracker>> Tracker::start(const TrackerConfig& config, const Clock& clock) {
    const unsigned workers = std::max(config.threads, 1U);
    auto http = bindAll(config.http, Protocol::Tcp, workers);
    if (!http)
        return std::unexpected(http.error());
    auto udp = bindAll(config.udp, Protocol::Udp, workers);
    if (!udp)
        return std::unexpected(udp.error());

    std::unique_ptr<storage::DatabaseThread> database;
    if (!config.database.empty()) {
        auto opened = storage::DatabaseThread::open(config.database, "tracker");
        if (!opened)
            return std::unexpected(opened.error());
        database = std::move(*opened);
    }
    std::unique_ptr<Tracker> tracker(new Tracker);
    tracker->m_private = std::make_unique<Private>(config, clock, std::move(database));
    if (const auto loaded = tracker->m_private->hosted.load(); !loaded)
        return std::unexpected(loaded.error());
    tracker->m_private->startWorkers(std::move(*http), std::move(*udp));
    return tracker;
}

ListenAddresses Tracker::listenAddresses() const {
    return m_private->addresses;
}

Expected<void> Tracker::apply(const TrackerConfig& config) {
    m_private->use(config);
    m_private->settings.publish(std::make_shared<const Settings>(config));
    return {};
}

Expected<void> Tracker::admit(const HostedTorrent& torrent) {
    const auto now = std::chrono::system_clock::to_time_t(m_private->clock.wallNow());
    return m_private->hosted.admit(torrent, now);
}

Expected<void> Tracker::withdraw(const TorrentId& id) {
    return m_private->hosted.withdraw(id);
}

TrackerSnapshot Tracker::snapshot() const {
    TrackerSnapshot snapshot;
    auto& totals = snapshot.totals;
    for (const auto& worker : m_private->httpWorkers) {
        const auto& counters = worker->counters();
        totals.httpAnnounces += counters.announces.value();
        totals.httpScrapes += counters.scrapes.value();
        totals.refused += counters.refused.value();
        totals.malformed += counters.malformed.value();
    }
    for (const auto& worker : m_private->udpWorkers) {
        const auto& counters = worker->counters();
        totals.udpAnnounces += counters.announces.value();
        totals.udpScrapes += counters.scrapes.value();
        totals.refused += counters.refused.value();
        totals.malformed += counters.malformed.value();
    }
    const auto sizes = m_private->store.totals();
    totals.swarms = sizes.swarms;
    totals.peers = sizes.peers;
    totals.seeds = sizes.seeds;
    snapshot.hosted = m_private->hosted.statuses();
    return snapshot;
}

} // namespace essaim::tracker
