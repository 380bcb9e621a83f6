// What Tracker tells about itself.
#include "tracker/service/metrics_text.h"
#include "tracker/tracker_private.h"

#include <algorithm>
#include <map>
#include <set>

namespace essaim::tracker {

namespace {

/// What workers of both protocols count alike.
void addCommon(TrackerSnapshot& snapshot, const WorkerCounters& counters) {
    snapshot.totals.refused += counters.refused.value();
    snapshot.totals.malformed += counters.malformed.value();
    snapshot.totals.udpConnects += counters.connects.value();
    snapshot.totals.badConnectionIds += counters.badIds.value();
    snapshot.totals.denied += counters.denied.value();
    snapshot.totals.limited += counters.limited.value();
    for (std::size_t i = 0; i < kRefusalKinds; ++i)
        snapshot.refusals[i].count += counters.refusedBy[i].value();
    for (std::size_t i = 0; i < snapshot.networks.size(); ++i) {
        const bool isElsewhere = i + 1 == snapshot.networks.size();
        const std::size_t from = isElsewhere ? WorkerCounters::kNetworks - 1 : i;
        snapshot.networks[i].announces += counters.announcesFrom[from].value();
        snapshot.networks[i].received += counters.receivedBy[from].value();
        snapshot.networks[i].receivedInside += counters.receivedInside[from].value();
    }
}

/// What likely is one household: a key that is in use from several at once may have been given on.
IpAddress networkOf(const IpAddress& address) {
    if (address.isPrivate() || address.isLoopback())
        return IpAddress();
    if (address.isV4())
        return address;
    auto bytes = address.bytes();
    std::fill(bytes.begin() + 6, bytes.end(), std::uint8_t{0});
    return IpAddress::v6(bytes);
}

} // namespace

void Tracker::Private::countWorkers(TrackerSnapshot& snapshot) const {
    auto& totals = snapshot.totals;
    for (std::size_t i = 0; i < kRefusalKinds; ++i)
        snapshot.refusals.push_back({nameOf(static_cast<RefusalKind>(i)), 0});
    for (const auto& worker : httpWorkers) {
        totals.httpAnnounces += worker->counters().announces.value();
        totals.httpScrapes += worker->counters().scrapes.value();
        addCommon(snapshot, worker->counters());
    }
    for (const auto& worker : tlsWorkers) {
        totals.httpAnnounces += worker->counters().announces.value();
        totals.httpScrapes += worker->counters().scrapes.value();
        addCommon(snapshot, worker->counters());
    }
    for (const auto& worker : udpWorkers) {
        totals.udpAnnounces += worker->counters().announces.value();
        totals.udpScrapes += worker->counters().scrapes.value();
        addCommon(snapshot, worker->counters());
    }
}

std::vector<FriendStatus> Tracker::Private::friendStatuses(const std::vector<Accounting::Credit>& credits) const {
    std::vector<FriendStatus> result;
    std::map<std::int64_t, std::size_t> places;
    for (auto& record : friends.all()) {
        places[record.id] = result.size();
        FriendStatus status;
        status.id = record.id;
        status.hasKeys = !record.revokedAt && friends.canMakeKeysOf(record);
        status.fingerprint = record.digest.toHex().substr(0, 6);
        status.name = std::move(record.name);
        status.note = std::move(record.note);
        status.isPaused = record.isPaused;
        status.maxClients = record.maxClients;
        status.maxTorrents = record.maxTorrents;
        status.seedOnly = record.seedOnly;
        status.fromConfiguration = record.fromFile;
        status.addedAt = record.addedAt;
        status.revokedAt = record.revokedAt;
        result.push_back(std::move(status));
    }
    std::map<std::int64_t, std::set<IpAddress>> networks;
    for (const auto& [record, activeClients, downloadRate, uploadRate, peers] : credits) {
        const auto place = places.find(record.friendId);
        if (place == places.end())
            continue;
        for (const auto& peer : peers)
            networks[record.friendId].insert(networkOf(peer.address));
        auto& status = result[place->second];
        status.activeNetworks = networks[record.friendId].size();
        status.uploaded += record.uploaded;
        status.downloaded += record.downloaded;
        status.seconds += record.seconds;
        status.seedSeconds += record.seedSeconds;
        status.lastSeen = std::max(status.lastSeen, record.lastSeen);
        status.activeTorrents += activeClients > 0 ? 1 : 0;
        status.activeClients += activeClients;
    }
    return result;
}

void Tracker::Private::countOnce(HostedStatus& status) const {
    SwarmCounts counts{status.seeds, status.leechers, 0, 0};
    const InfoHash& hash = status.torrent.infoHash;
    for (const auto& announced : {hash.v1, hash.truncatedV2()}) {
        if (announced)
            counts = accounting.countingOnce(*announced, counts);
    }
    status.seeds = counts.seeds;
    status.leechers = counts.leechers;
}

std::vector<std::string> Tracker::Private::problems() {
    std::vector<std::string> result;
    if (!accounting.isSaving())
        result.emplace_back("the numbers of friends could not be saved; it is tried again");
    if (auto problem = tls.problem(); !problem.empty())
        result.push_back("the certificate was replaced, but the old one stays: " + problem);
    const std::lock_guard lock(problemMutex);
    if (!peersProblem.empty())
        result.push_back(peersProblem);
    return result;
}

PageServer::Page Tracker::Private::page(std::string_view path) {
    if (path == "/metrics")
        return {200, metricsText(snapshot())};
    if (path == "/health") {
        std::string text;
        for (const auto& problem : problems())
            text += problem + "\n";
        return text.empty() ? PageServer::Page{200, "ok\n"} : PageServer::Page{503, text};
    }
    return {404, "There are /metrics and /health.\n"};
}

TrackerSnapshot Tracker::snapshot() const {
    return m_private->snapshot();
}

TrackerSnapshot Tracker::Private::snapshot() {
    TrackerSnapshot result;
    {
        const std::lock_guard lock(changes);
        result.policyVersion = policyVersion;
        for (const auto& list : standingIn.lists())
            result.standingIn.push_back({list.isAccepted, list.title, list.torrents.size(), list.members.size()});
        for (const auto& network : current.networks)
            result.networks.push_back({network.name, 0});
    }
    result.networks.resize(std::min(result.networks.size(), Settings::kMaxNetworks));
    if (!result.networks.empty())
        result.networks.push_back({}); // everywhere else
    countWorkers(result);
    const auto census = networkCensus.last();
    for (std::size_t i = 0; i < result.networks.size(); ++i)
        result.networks[i].peers = census[i + 1 == result.networks.size() ? census.size() - 1 : i];
    auto& totals = result.totals;
    const auto sizes = store.totals();
    totals.swarms = sizes.swarms;
    totals.peers = sizes.peers;
    totals.seeds = sizes.seeds;
    totals.implausible = accounting.implausible();
    totals.connections = connectionLimits.count();
    const auto perSecond = rates.current();
    totals.announcesPerSecond = perSecond.announces;
    totals.scrapesPerSecond = perSecond.scrapes;
    result.hosted = hosted.statuses();
    for (auto& status : result.hosted)
        countOnce(status);
    const auto credits = accounting.credits(clock.now(), settings.current()->overdueAfter());
    result.friends = friendStatuses(credits);
    for (const auto& [record, activeClients, downloadRate, uploadRate, peers] : credits) {
        if (FriendAccess::isMemberId(record.friendId))
            continue; // another host's
        result.friendsOnTorrents.push_back(
            {record.friendId, record.torrent, record.lacking, record.program, peers, downloadRate, uploadRate,
             record.downloaded, record.uploaded, record.lastSeen, activeClients});
    }
    result.standIns = standInStatuses();
    result.standInCalls = standIns.calls();
    result.startedAt = startedAt;
    result.outsiderAt = outsideProof.last(false);
    result.outsiderAt6 = outsideProof.last(true);
    result.restoredPeers = restoredPeers;
    result.repair = repair;
    result.problems = problems();
    result.blocked = hosted.blockedStatuses();
    result.activityVersion = activity.version();
    return result;
}

std::vector<FriendCredit> Tracker::credits(const std::string& name) const {
    std::vector<FriendCredit> result;
    const auto all = m_private->friends.all();
    const auto who = std::ranges::find(all, name, &storage::FriendRecord::name);
    if (who == all.end())
        return result;
    for (const auto& credit :
         m_private->accounting.credits(m_private->clock.now(), m_private->settings.current()->overdueAfter())) {
        const auto& record = credit.record;
        if (record.friendId == who->id)
            result.push_back(
                {record.torrent, record.uploaded, record.downloaded, record.seconds, record.seedSeconds,
                 record.lastSeen, credit.activeClients});
    }
    return result;
}

} // namespace essaim::tracker
