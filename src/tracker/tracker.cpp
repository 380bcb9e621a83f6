// The facade: starting, changing and stopping a tracker.
#include "tracker/tracker_private.h"

#include <algorithm>

namespace essaim::tracker {

Tracker::Private::Private(const TrackerConfig& config, const Clock& clockToUse, storage::TrackerDatabase opened)
    : clock(clockToUse)
    , database(std::move(opened.thread))
    , repair(std::move(opened.repair))
    , settings(std::make_shared<const Settings>(config, PolicyRecords()))
    , store(clock.now())
    , hosted(store, database.get())
    , friends(database.get())
    , standIns(database.get())
    , standInLedger(database.get())
    , activity(database.get())
    , accounting(database.get())
    , startedAt(unixNow()) {
    site.serveStandIns(standIns, standInLedger);
}

Tracker::Private::~Private() {
    pages.reset();
    maintenance.reset(); // looks at the workers, as the pages do
    tlsWorkers.clear();
    httpWorkers.clear();
    udpWorkers.clear();
    hosted.saveCompleted();
    if (isServing)
        savePeers();
    standInLedger.save();
    accounting.save(); // the database finishes what is queued when it goes
}

Expected<void> Tracker::Private::load(const TrackerConfig& config) {
    if (auto loaded = hosted.load(); !loaded)
        return loaded;
    if (!config.secret.empty()) {
        const auto secret = HostSecret::open(config.secret);
        if (!secret)
            return std::unexpected(secret.error());
        friends.useSecret(*secret);
    }
    if (auto loaded = friends.load(); !loaded)
        return loaded;
    if (auto renewed = repair ? friends.renewOwnIfLost() : Expected<void>(); !renewed)
        return renewed;
    if (auto loaded = activity.load(); !loaded)
        return loaded;
    if (auto loaded = accounting.load(clock.now(), unixNow()); !loaded)
        return loaded;
    if (auto loaded = standIns.load(); !loaded)
        return loaded;
    if (auto loaded = standInLedger.load(unixNow()); !loaded)
        return loaded;
    if (repair)
        note(Activity::DatabaseMended, {}, repair->movedAside.string());
    const std::lock_guard lock(changes);
    if (auto used = use(config); !used)
        return used;
    // What only looks at the database, such as a command of an operator, leaves the peers as they are.
    const bool isToServe = !config.http.empty() || !config.udp.empty() || !config.https.empty();
    if (!config.database.empty() && isToServe)
        peersFile = std::filesystem::path(config.database).replace_extension("peers");
    restorePeers();
    return {};
}

Expected<void> Tracker::Private::use(const TrackerConfig& config) {
    if (!config.https.empty()) {
        if (auto loaded = tls.load(config.certificate, config.privateKey); !loaded)
            return loaded;
    }
    const auto before = friends.revoked();
    if (auto used = friends.useConfigured(config.friends, config.friendsAreComplete, unixNow()); !used)
        return used;
    const auto& limits = config.limits;
    store.setLimits({config.maxSwarms, config.maxPeers});
    connectionLimits.setLimits(limits.maxConnections, limits.connectionsPerAddress, !limits.alsoPrivate);
    connectionIds.setLifetime(config.connectionIdLifetime);
    current = config;
    useStandingIn(StandingIn(config.standInLists));
    publish();
    for (const auto id : friends.revoked()) {
        if (std::ranges::find(before, id) == before.end())
            removePeersOf(id);
    }
    return {};
}

void Tracker::Private::publish() {
    PolicyRecords records{friends.access(), hosted.blocked(), hosted.hybrids(), hosted.restricted()};
    if (const auto own = friends.ownPasskey(); !own.empty())
        records.friends.push_back({0, passkeyDigest(own)});
    addStandingIn(records);
    settings.publish(std::make_shared<const Settings>(current, std::move(records)));
    const auto active = activeStandIns();
    SiteContent content{
        current.title, current.announceUrls, current.homeAnnounceUrls, friends.guests(active), hosted.shared()};
    addStandIns(content, active);
    site.publish(std::make_shared<const SiteContent>(std::move(content)));
    ++policyVersion;
}

void Tracker::Private::removePeersOf(std::int64_t friendId) {
    removePeers(accounting.leave(friendId));
    revoked.push_back(friendId);
}

void Tracker::Private::removePeersOfStrangers(const HostedTorrent& torrent) {
    if (torrent.visibility != Visibility::Chosen)
        return;
    for (const auto& one : friends.access()) {
        if (std::ranges::find(torrent.chosen, one.id) == torrent.chosen.end())
            removePeers(accounting.leave(one.id, torrent.infoHash.id()));
    }
}

void Tracker::Private::removePeers(const std::vector<Accounting::Presence>& presences) {
    Random random(0);
    SwarmCounts counts;
    CompactPeers peers;
    for (const auto& presence : presences) {
        StoreAnnounce leaving;
        leaving.infoHash = presence.announced;
        leaving.update.peer = presence.peer;
        leaving.isStopped = true;
        leaving.onlyHosted = false;
        (void)store.announce(leaving, clock.now(), random, counts, peers);
    }
}

void Tracker::Private::doChores(Clock::Monotonic now) {
    connectionIds.renewKeys(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()));
    TrackerSnapshot counted;
    countWorkers(counted);
    const auto& totals = counted.totals;
    rates.sample({totals.httpAnnounces + totals.udpAnnounces, totals.httpScrapes + totals.udpScrapes}, now);
    accounting.expire(now, settings.current()->peerTimeout);
    accounting.save();
    standInLedger.save();
    tls.reloadIfChanged();
    outsideProof.wantAnother();
    noteArrivals();
    networkCensus.goOn(store, settings.current()->networks, now);
    savePeersIfWorthwhile(totals.httpAnnounces + totals.udpAnnounces, now);
    // An announce that was under way while its friend was revoked may have come in after all.
    const std::lock_guard lock(changes);
    takeStandInOffers();
    for (const auto id : std::exchange(revoked, {}))
        removePeersOf(id);
    revoked.clear();
}

void Tracker::Private::startWorkers(Sockets bound) {
    addresses = {bound.http.endpoints, bound.udp.endpoints, bound.https.endpoints, bound.metrics.endpoints};
    const ServiceParts parts{store,           settings, &peerIds,      &addressLimits, &accounting,
                             &knownAddresses, &site,    &outsideProof, &standInLedger, &traffic};
    for (auto& sockets : bound.http.perWorker)
        httpWorkers.push_back(
            std::make_unique<HttpWorker>(std::move(sockets), parts, connectionLimits, clock, SipKey::random().k0));
    for (auto& sockets : bound.udp.perWorker) {
        for (auto& socket : sockets)
            udpWorkers.push_back(
                std::make_unique<UdpWorker>(std::move(socket), parts, connectionIds, clock, SipKey::random().k0));
    }
    for (auto& sockets : bound.https.perWorker)
        tlsWorkers.push_back(
            std::make_unique<TlsWorker>(std::move(sockets), tls, parts, connectionLimits, clock, SipKey::random().k0));
    for (auto& sockets : bound.metrics.perWorker)
        pages = std::make_unique<PageServer>(std::move(sockets), [this](std::string_view path) { return page(path); });
    maintenance =
        std::make_unique<Maintenance>(store, hosted, settings, clock, [this](Clock::Monotonic now) { doChores(now); });
    isServing = true;
    for (const auto& worker : httpWorkers)
        worker->start();
    for (const auto& worker : udpWorkers)
        worker->start();
    for (const auto& worker : tlsWorkers)
        worker->start();
    if (pages)
        pages->start();
}

std::int64_t Tracker::Private::unixNow() const {
    return std::chrono::system_clock::to_time_t(clock.wallNow());
}

Tracker::Tracker() = default;
Tracker::~Tracker() = default;

Expected<void> Tracker::check(const TrackerConfig& config) {
    return config.https.empty() ? Expected<void>() : TlsContext().load(config.certificate, config.privateKey);
}

Expected<std::unique_ptr<Tracker>> Tracker::start(const TrackerConfig& config, const Clock& clock) {
    const unsigned workers = std::max(config.threads, 1U);
    Private::Sockets sockets;
    const auto bind = [](BoundSockets& bound, const std::vector<Endpoint>& to, Protocol protocol, unsigned count) {
        auto result = bindAll(to, protocol, count);
        if (!result)
            return Expected<void>(std::unexpected(result.error()));
        bound = std::move(*result);
        return Expected<void>();
    };
    auto bound = bind(sockets.http, config.http, Protocol::Tcp, workers);
    if (bound)
        bound = bind(sockets.udp, config.udp, Protocol::Udp, workers);
    if (bound)
        bound = bind(sockets.https, config.https, Protocol::Tcp, workers);
    if (bound)
        bound = bind(sockets.metrics, config.metrics, Protocol::Tcp, 1);
    if (!bound)
        return std::unexpected(bound.error());

    storage::TrackerDatabase database;
    if (!config.database.empty()) {
        auto opened = storage::openTrackerDatabase(config.database);
        if (!opened)
            return std::unexpected(opened.error());
        database = std::move(*opened);
    }
    std::unique_ptr<Tracker> tracker(new Tracker);
    tracker->m_private = std::make_unique<Private>(config, clock, std::move(database));
    if (const auto loaded = tracker->m_private->load(config); !loaded)
        return std::unexpected(loaded.error());
    tracker->m_private->startWorkers(std::move(sockets));
    return tracker;
}

ListenAddresses Tracker::listenAddresses() const {
    return m_private->addresses;
}

Expected<void> Tracker::apply(const TrackerConfig& config) {
    const std::lock_guard lock(m_private->changes);
    return m_private->use(config);
}

Expected<std::string> Tracker::addFriend(const std::string& name, bool seedOnly) {
    const std::lock_guard lock(m_private->changes);
    auto passkey = m_private->friends.add(name, seedOnly, m_private->unixNow());
    m_private->publish();
    return passkey;
}

Expected<std::string> Tracker::renewFriend(const std::string& name) {
    const std::lock_guard lock(m_private->changes);
    auto passkey = m_private->friends.renew(name);
    m_private->publish();
    return passkey;
}

Expected<void> Tracker::revokeFriend(const std::string& name) {
    const std::lock_guard lock(m_private->changes);
    const auto id = m_private->friends.revoke(name, m_private->unixNow());
    if (!id)
        return std::unexpected(id.error());
    m_private->publish();
    m_private->removePeersOf(*id);
    return {};
}

} // namespace essaim::tracker
