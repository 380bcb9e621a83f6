// What Tracker tells about itself.
#include "tracker/tracker_private.h"

#include <algorithm>
#include <map>

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
        snapshot.networks[i].announces +=
            counters.announcesFrom[isElsewhere ? WorkerCounters::kNetworks - 1 : i].value();
    }
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
    for (const auto& worker : udpWorkers) {
        totals.udpAnnounces += worker->counters().announces.value();
        totals.udpScrapes += worker->counters().scrapes.value();
        addCommon(snapshot, worker->counters());
    }
}

std::vector<FriendStatus> Tracker::Private::friendStatuses() const {
    std::vector<FriendStatus> result;
    std::map<std::int64_t, std::size_t> places;
    for (auto& record : friends.all()) {
        places[record.id] = result.size();
        FriendStatus status;
        status.name = std::move(record.name);
        status.seedOnly = record.seedOnly;
        status.fromConfiguration = record.fromFile;
        status.addedAt = record.addedAt;
        status.revokedAt = record.revokedAt;
        result.push_back(std::move(status));
    }
    for (const auto& [record, activeClients] : accounting.credits()) {
        const auto place = places.find(record.friendId);
        if (place == places.end())
            continue;
        auto& status = result[place->second];
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

TrackerSnapshot Tracker::snapshot() const {
    TrackerSnapshot snapshot;
    {
        const std::lock_guard lock(m_private->changes);
        for (const auto& network : m_private->current.networks)
            snapshot.networks.push_back({network.name, 0});
    }
    snapshot.networks.resize(std::min(snapshot.networks.size(), Settings::kMaxNetworks));
    if (!snapshot.networks.empty())
        snapshot.networks.push_back({}); // everywhere else
    m_private->countWorkers(snapshot);
    auto& totals = snapshot.totals;
    const auto sizes = m_private->store.totals();
    totals.swarms = sizes.swarms;
    totals.peers = sizes.peers;
    totals.seeds = sizes.seeds;
    totals.implausible = m_private->accounting.implausible();
    totals.connections = m_private->connectionLimits.count();
    const auto rates = m_private->rates.current();
    totals.announcesPerSecond = rates.announces;
    totals.scrapesPerSecond = rates.scrapes;
    snapshot.hosted = m_private->hosted.statuses();
    snapshot.friends = m_private->friendStatuses();
    snapshot.startedAt = m_private->startedAt;
    return snapshot;
}

std::vector<FriendCredit> Tracker::credits(const std::string& name) const {
    std::vector<FriendCredit> result;
    const auto all = m_private->friends.all();
    const auto who = std::ranges::find(all, name, &storage::FriendRecord::name);
    if (who == all.end())
        return result;
    for (const auto& [record, activeClients] : m_private->accounting.credits()) {
        if (record.friendId == who->id)
            result.push_back(
                {record.torrent, record.uploaded, record.downloaded, record.seconds, record.seedSeconds,
                 record.lastSeen, activeClients});
    }
    return result;
}

} // namespace essaim::tracker
