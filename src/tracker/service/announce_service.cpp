#include "tracker/service/announce_service.h"

#include "tracker/access/stand_in_ledger.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace essaim::tracker {

namespace {

std::uint32_t wanted(const AnnounceRequest& request, const Settings& settings, std::uint32_t maxPeers) {
    const auto asked = request.numWant < 0 ? settings.defaultNumWant : static_cast<std::uint32_t>(request.numWant);
    return std::min({asked, settings.maxNumWant, maxPeers});
}

std::int64_t lackingOf(const AnnounceRequest& request) {
    constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return request.left > kMost ? -1 : static_cast<std::int64_t>(request.left);
}

std::array<char, 8> programOf(const std::array<std::uint8_t, 20>& peerId) {
    std::array<char, 8> program;
    std::ranges::transform(std::span(peerId).first<8>(), program.begin(), [](auto c) { return static_cast<char>(c); });
    return program;
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
        .lacking = lackingOf(request),
        .program = programOf(request.peerId),
    };
}

/// One program on one torrent, over whichever address and under whichever hash it announces.
std::uint64_t programOn(const TorrentId& torrent, const AnnounceRequest& request) {
    std::uint64_t number = 0;
    std::memcpy(&number, torrent.bytes.data(), sizeof number);
    return number ^ clientIdOf(request.peerId, request.key);
}

/// The network whose peers the owner of this address is to meet first.
std::optional<std::uint16_t> preferredNetwork(const Settings& settings, const IpAddress& address) {
    if (settings.networksThatPreferTheirOwn == 0)
        return std::nullopt;
    const auto network = settings.networks.find(address);
    return network && (settings.networksThatPreferTheirOwn >> *network & 1U) != 0 ? network : std::nullopt;
}

/// A friend's own bounds come before those of all.
AccountingLimits accountingLimits(const Settings& settings, const FriendAccess& who) {
    return {
        who.maxClients > 0 ? who.maxClients : settings.clientsPerFriend,
        who.maxTorrents > 0 ? who.maxTorrents : settings.torrentsPerFriend, settings.creditedBytesPerSecond,
        settings.peerTimeout};
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
    return m_addressLimits && (settings.limitsAlsoPrivate || addressKind(address) == AddressKind::Global);
}

bool AnnounceService::takeRequest(const IpAddress& address, Clock::Monotonic now) {
    const Settings& settings = m_settings.get();
    if (!m_addressLimits)
        return true;
    const auto isFree = [&](const IpAddress& key, const FlowLimit& limit) {
        return limit.burst == 0 || m_addressLimits->takeRequest(key, limit, now);
    };
    if ((!isLimited(address, settings) || isFree(address, settings.requestsPerAddress)) &&
        isFree({}, settings.requestsInAll))
        return true;
    m_counters.limited.add();
    return false;
}

std::expected<const FriendAccess*, Refusal>
AnnounceService::checkKey(std::string_view passkey, const Asker& asker, const Settings& settings) {
    const auto who = settings.access.check(passkey);
    const bool isStolen = who && *who && (*who)->isHost() && !asker.isOwnComputer();
    return isStolen ? std::unexpected(kPasskeyRefused) : who;
}

std::expected<const FriendAccess*, Refusal>
AnnounceService::check(const AnnounceRequest& request, const Asker& asker, const Settings& settings) const {
    const auto friendOrNone = checkKey(request.passkey, asker, settings);
    if (!friendOrNone)
        return friendOrNone;
    if (const auto* blocked = settings.blocked.find(request.infoHash))
        return std::unexpected(Refusal{blocked->reason, Retry::Never, RefusalKind::Blocked});
    if (const auto refusal = settings.restricted.refusing(request.infoHash, *friendOrNone, !request.passkey.empty()))
        return std::unexpected(*refusal);
    if (const auto* rule = settings.clients.refusing(request))
        return std::unexpected(Refusal{rule->reason, Retry::Never, RefusalKind::Client});
    if (*friendOrNone && (*friendOrNone)->seedOnly && !request.isSeed() && request.event != AnnounceEvent::Stopped)
        return std::unexpected(kSeedOnly);
    return friendOrNone;
}

Refusal AnnounceService::refuse(const Refusal& refusal) {
    m_counters.refused.add();
    m_counters.refusedBy[static_cast<std::size_t>(refusal.kind)].add();
    return refusal;
}

std::optional<Refusal> AnnounceService::begin(
    const AnnounceRequest& request, const Asker& asker, Clock::Monotonic now, std::uint32_t maxPeers, bool bothFamilies,
    PendingAnnounce& pending) {
    m_counters.announces.add();
    const Settings& settings = m_settings.get();
    pending.traffic.reset();
    if (!settings.networks.isEmpty()) {
        const std::size_t network = settings.networks.find(asker.address).value_or(WorkerCounters::kNetworks - 1);
        m_counters.announcesFrom[network].add();
        const bool isIdle = request.isSeed() && request.downloaded == 0; // it received nothing here, and will not
        if (!isIdle)
            pending.traffic = {
                programOn(settings.hybrids.idOf(request.infoHash), request), request.downloaded, network};
    }
    noteOutsider(asker);
    const auto allowed = check(request, asker, settings);
    if (!allowed)
        return refuse(allowed.error());

    const bool isTrusted = request.claimedAddress && settings.trustedAnnouncers.contains(asker.address);
    const IpAddress from = isTrusted ? *request.claimedAddress : asker.address;
    const Endpoint peer{isTrusted ? from : asker.keptAddress(), request.port};
    pending.friendly.reset();
    if (*allowed && !(*allowed)->isHost() && m_accounting) {
        pending.friendly = accounted(**allowed, request, peer, settings);
        pending.limits = accountingLimits(settings, **allowed);
        if (const auto refusal = m_accounting->check(*pending.friendly, pending.limits, now))
            return refuse(*refusal);
    }
    auto& announce = pending.exchange.announce;
    announce.infoHash = request.infoHash;
    announce.update.peer = peer;
    announce.update.isSeed = request.isSeed();
    announce.update.isPaused = request.event == AnnounceEvent::Paused;
    announce.update.justCompleted = request.event == AnnounceEvent::Completed;
    announce.isStopped = request.event == AnnounceEvent::Stopped;
    announce.mayAdd = settings.peersPerAddress.burst == 0 || !isLimited(peer.address, settings);
    announce.onlyHosted = settings.access.onlyHosted();
    announce.bothFamilies = bothFamilies;
    announce.selection.want = wanted(request, settings, maxPeers);
    announce.selection.leechersOnly = request.isSeed();
    announce.selection.asker = peer;
    announce.selection.asksOverV6 = from.isV6();
    announce.selection.view = {from, asker.local, settings.externalAddress};
    pending.home = preferredNetwork(settings, from);
    return std::nullopt;
}

/// Only now, since what is remembered of the settings must not outlive them.
void AnnounceService::preferHome(PendingAnnounce& pending, const Settings& settings) const {
    auto& isNear = pending.exchange.announce.selection.isNear;
    if (pending.home)
        isNear = [networks = &settings.networks, home = *pending.home](const IpAddress& address) {
            return networks->find(address) == home;
        };
    else if (isNear)
        isNear = nullptr;
}

void AnnounceService::serve(std::span<PendingAnnounce* const> pending, Clock::Monotonic now) {
    const Settings& settings = m_settings.get();
    std::array<StoreExchange*, kMostAtOnce> exchanges;
    std::size_t count = 0;
    for (auto* one : pending) {
        preferHome(*one, settings);
        exchanges[count++] = &one->exchange;
    }
    m_store.announce(std::span(exchanges).first(count), now, m_random);
}

std::expected<AnnounceResult, Refusal> AnnounceService::end(PendingAnnounce& pending, Clock::Monotonic now) {
    const Settings& settings = m_settings.get();
    auto& [announce, peers, counts, outcome] = pending.exchange;
    if (outcome == StoreOutcome::NotAdded) { // only new peers are counted
        if (!m_addressLimits->takePeer(announce.update.peer.address, settings.peersPerAddress, now))
            return std::unexpected(refuse(kAddressPeers));
        announce.mayAdd = true;
        preferHome(pending, settings);
        outcome = m_store.announce(announce, now, m_random, counts, peers);
    }
    if (outcome != StoreOutcome::Ok)
        return std::unexpected(refuse(outcome == StoreOutcome::Full ? kTrackerFull : kNotHosted));
    if (pending.traffic)
        noteTraffic(pending, peers, now);
    if (pending.friendly)
        account(*pending.friendly, pending.limits, now);
    return AnnounceResult{counts, spreadInterval(settings), settings.minInterval, &peers};
}

std::expected<AnnounceResult, Refusal> AnnounceService::announce(
    const AnnounceRequest& request, const Asker& asker, Clock::Monotonic now, std::uint32_t maxPeers,
    bool bothFamilies) {
    if (const auto refusal = begin(request, asker, now, maxPeers, bothFamilies, m_single))
        return std::unexpected(*refusal);
    PendingAnnounce* const single = &m_single;
    serve(std::span(&single, 1), now);
    return end(m_single, now);
}

void AnnounceService::account(const AccountedAnnounce& announce, const AccountingLimits& limits, Clock::Monotonic now) {
    const auto wallNow = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    m_accounting->record(announce, limits, now, wallNow);
    if (m_standInLedger && FriendAccess::isMemberId(announce.friendId))
        m_standInLedger->record(announce, wallNow);
    if (m_knownAddresses)
        m_knownAddresses->add(announce.peer.address, now + limits.timeout);
}

void AnnounceService::noteTraffic(const PendingAnnounce& pending, const CompactPeers& peers, Clock::Monotonic now) {
    const Settings& settings = m_settings.get();
    if (m_traffic)
        m_traffic->note(*pending.traffic, peers, settings.networks, now, settings.creditedBytesPerSecond, m_counters);
}

bool AnnounceService::mayScrapeWithoutKey(const IpAddress& address, Clock::Monotonic now) {
    return !m_settings.get().access.needsPasskey() || (m_knownAddresses && m_knownAddresses->contains(address, now));
}

std::expected<const FriendAccess*, Refusal> AnnounceService::checkScrape(std::string_view passkey, const Asker& asker) {
    m_counters.scrapes.add();
    return checkKey(passkey, asker, m_settings.get());
}

SwarmCounts AnnounceService::scrape(const Sha1Hash& infoHash, const FriendAccess* who) {
    const Settings& settings = m_settings.get();
    if (!settings.restricted.isFor(infoHash, who))
        return {};
    const SwarmCounts counts = m_store.counts(infoHash, settings.access.onlyHosted());
    return m_accounting ? m_accounting->countingOnce(infoHash, counts) : counts;
}

/// ±10 %, so that clients which started together (after an outage) do not stay together.
std::chrono::seconds AnnounceService::spreadInterval(const Settings& settings) {
    const auto tenth = static_cast<std::uint32_t>(settings.interval.count() / 10);
    const auto offset = static_cast<std::int64_t>(m_random.below(2 * tenth + 1)) - tenth;
    return std::max(settings.interval + std::chrono::seconds(offset), settings.minInterval);
}

} // namespace essaim::tracker
