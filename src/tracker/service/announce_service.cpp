#include "tracker/service/announce_service.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

std::uint32_t wanted(const AnnounceRequest& request, const Settings& settings, std::uint32_t maxPeers) {
    const auto asked = request.numWant < 0 ? settings.defaultNumWant : static_cast<std::uint32_t>(request.numWant);
    return std::min({asked, settings.maxNumWant, maxPeers});
}

AccountedAnnounce
accounted(const FriendAccess& who, const AnnounceRequest& request, const Endpoint& peer, const Settings& settings) {
    return {
        .friendId = who.id,
        .torrent = settings.hybrids.idOf(request.infoHash),
        .announced = request.infoHash,
        .peer = peer,
        .client = clientIdOf(request.peerId, request.key),
        .uploaded = request.uploaded,
        .downloaded = request.downloaded,
        .isSeed = request.isSeed(),
        .isStopped = request.event == AnnounceEvent::Stopped,
    };
}

/// The network whose peers the owner of this address is to meet first.
std::optional<std::uint16_t> preferredNetwork(const Settings& settings, const IpAddress& address) {
    if (settings.networksThatPreferTheirOwn == 0)
        return std::nullopt;
    const auto network = settings.networks.find(address);
    return network && (settings.networksThatPreferTheirOwn >> *network & 1U) != 0 ? network : std::nullopt;
}

AccountingLimits accountingLimits(const Settings& settings) {
    return {
        settings.clientsPerFriend, settings.torrentsPerFriend, settings.creditedBytesPerSecond, settings.peerTimeout};
}

} // namespace

bool AnnounceService::isDenied(const IpAddress& address) {
    const auto& rules = m_settings.get().addressRules;
    if (rules.isEmpty() || rules.find(address) != 0)
        return false;
    m_counters.denied.add();
    return true;
}

/// The host's own network is spared, unless the host says otherwise.
bool AnnounceService::isLimited(const IpAddress& address, const Settings& settings) const {
    return m_addressLimits && (settings.limitsAlsoPrivate || address.isGlobal());
}

bool AnnounceService::takeRequest(const IpAddress& address, Clock::Monotonic now) {
    const Settings& settings = m_settings.get();
    if (!m_addressLimits)
        return true;
    if ((!isLimited(address, settings) || m_addressLimits->takeRequest(address, settings.requestsPerAddress, now)) &&
        m_addressLimits->takeRequest({}, settings.requestsInAll, now))
        return true;
    m_counters.limited.add();
    return false;
}

std::expected<const FriendAccess*, Refusal>
AnnounceService::check(const AnnounceRequest& request, const Settings& settings) const {
    const auto friendOrNone = settings.access.check(request.passkey);
    if (!friendOrNone)
        return friendOrNone;
    if (const auto* blocked = settings.blocked.find(request.infoHash))
        return std::unexpected(Refusal{blocked->reason, Retry::Never, RefusalKind::Blocked});
    if (const auto* rule = settings.clients.refusing(request))
        return std::unexpected(Refusal{rule->reason, Retry::Never, RefusalKind::Client});
    if (*friendOrNone && (*friendOrNone)->seedOnly && !request.isSeed() && request.event != AnnounceEvent::Stopped)
        return std::unexpected(kSeedOnly);
    return friendOrNone;
}

std::unexpected<Refusal> AnnounceService::refuse(const Refusal& refusal) {
    m_counters.refused.add();
    m_counters.refusedBy[static_cast<std::size_t>(refusal.kind)].add();
    return std::unexpected(refusal);
}

std::expected<AnnounceResult, Refusal> AnnounceService::announce(
    const AnnounceRequest& request, const Asker& asker, Clock::Monotonic now, std::uint32_t maxPeers,
    bool bothFamilies) {
    m_counters.announces.add();
    const Settings& settings = m_settings.get();
    if (!settings.networks.isEmpty())
        m_counters.announcesFrom[settings.networks.find(asker.address).value_or(WorkerCounters::kNetworks - 1)].add();
    const auto allowed = check(request, settings);
    if (!allowed)
        return refuse(allowed.error());

    const bool isTrusted = request.claimedAddress && settings.trustedAnnouncers.contains(asker.address);
    const Endpoint peer{isTrusted ? *request.claimedAddress : asker.address, request.port};
    std::optional<AccountedAnnounce> friendly;
    if (*allowed && m_accounting) {
        friendly = accounted(**allowed, request, peer, settings);
        if (const auto refusal = m_accounting->check(*friendly, accountingLimits(settings), now))
            return refuse(*refusal);
    }
    const bool isLimitedPeer = isLimited(peer.address, settings) && settings.peersPerAddress.burst > 0;
    StoreAnnounce announce{
        .infoHash = request.infoHash,
        .update =
            {.peer = peer,
             .isSeed = request.isSeed(),
             .isPaused = request.event == AnnounceEvent::Paused,
             .justCompleted = request.event == AnnounceEvent::Completed},
        .isStopped = request.event == AnnounceEvent::Stopped,
        .mayAdd = !isLimitedPeer,
        .onlyHosted = settings.access.onlyHosted(),
        .bothFamilies = bothFamilies,
        .selection =
            {.want = wanted(request, settings, maxPeers),
             .leechersOnly = request.isSeed(),
             .asker = peer,
             .view = {peer.address, asker.local, settings.externalAddress}},
    };
    if (const auto home = preferredNetwork(settings, peer.address))
        announce.selection.isNear = [networks = &settings.networks, home = *home](const IpAddress& address) {
            return networks->find(address) == home;
        };
    AnnounceResult result{{}, spreadInterval(settings), settings.minInterval, &m_peers};
    auto outcome = m_store.announce(announce, now, m_random, result.counts, m_peers);
    if (outcome == StoreOutcome::NotAdded) { // only new peers are counted
        if (!m_addressLimits->takePeer(peer.address, settings.peersPerAddress, now))
            return refuse(kAddressPeers);
        announce.mayAdd = true;
        outcome = m_store.announce(announce, now, m_random, result.counts, m_peers);
    }
    if (outcome != StoreOutcome::Ok)
        return refuse(outcome == StoreOutcome::Full ? kTrackerFull : kNotHosted);
    if (friendly)
        account(*friendly, settings, now);
    return result;
}

void AnnounceService::account(const AccountedAnnounce& announce, const Settings& settings, Clock::Monotonic now) {
    const auto wallNow = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    m_accounting->record(announce, accountingLimits(settings), now, wallNow);
    if (m_knownAddresses)
        m_knownAddresses->add(announce.peer.address, now + settings.peerTimeout);
}

bool AnnounceService::mayScrapeWithoutKey(const IpAddress& address, Clock::Monotonic now) {
    return !m_settings.get().access.needsPasskey() || (m_knownAddresses && m_knownAddresses->contains(address, now));
}

std::optional<Refusal> AnnounceService::checkScrape(std::string_view passkey) {
    m_counters.scrapes.add();
    const auto allowed = m_settings.get().access.check(passkey);
    return allowed ? std::nullopt : std::optional(allowed.error());
}

SwarmCounts AnnounceService::scrape(const Sha1Hash& infoHash) {
    return m_store.counts(infoHash, m_settings.get().access.onlyHosted());
}

/// ±10 %, so that clients which started together (after an outage) do not stay together.
std::chrono::seconds AnnounceService::spreadInterval(const Settings& settings) {
    const auto tenth = static_cast<std::uint32_t>(settings.interval.count() / 10);
    const auto offset = static_cast<std::int64_t>(m_random.below(2 * tenth + 1)) - tenth;
    return std::max(settings.interval + std::chrono::seconds(offset), settings.minInterval);
}

} // namespace essaim::tracker
