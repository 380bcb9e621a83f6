// What trackers and other sources of peers said, and what follows for the torrent as a whole.
#include "engine/details/detail_readers.h"
#include "engine/lt_convert.h"
#include "engine/snapshot_maker.h"

#include <libtorrent/error_code.hpp>
#include <libtorrent/torrent_flags.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace essaim::engine {
namespace {

qint64 secondsUntil(lt::time_point32 moment) {
    const auto now = lt::time_point_cast<lt::seconds32>(lt::clock_type::now());
    if (moment <= now || moment == (lt::time_point32::max)())
        return -1;
    return std::chrono::duration_cast<std::chrono::seconds>(moment - now).count();
}

SourceState stateOf(const lt::announce_infohash& announce) {
    if (announce.updating)
        return SourceState::Asking;
    if (announce.fails > 0)
        return SourceState::Failing;
    return announce.start_sent ? SourceState::Working : SourceState::NotAsked;
}

TrackerAnnounce announceOf(const lt::announce_infohash& announce, const QString& from, bool isV2) {
    TrackerAnnounce result;
    result.from = from;
    result.isV2 = isV2;
    result.state = stateOf(announce);
    result.message = oneLine(QString::fromStdString(announce.message));
    if (result.message.isEmpty() && announce.last_error)
        result.message = oneLine(QString::fromStdString(announce.last_error.message()));
    result.failures = announce.fails;
    result.seeds = announce.scrape_complete;
    result.leechers = announce.scrape_incomplete;
    result.downloads = announce.scrape_downloaded;
    result.nextSeconds = secondsUntil(announce.next_announce);
    result.minSeconds = secondsUntil(announce.min_announce);
    return result;
}

/// The lower, the more it says about whether the tracker can be used.
int rankOf(SourceState state) {
    switch (state) {
    case SourceState::Working:
        return 0;
    case SourceState::Asking:
        return 1;
    case SourceState::Failing:
        return 2;
    case SourceState::NotAsked:
        return 3;
    case SourceState::Off:
        return 4;
    }
    return 4;
}

/// The lower, the more it says about why. From most addresses of a computer no way leads to a given tracker; what it
/// answered at another one is what counts.
int saysLittle(const lt::announce_infohash& announce) {
    if (!announce.message.empty())
        return 0;
    return announce.last_error == lt::errors::announce_skipped ? 2 : 1;
}

PeerSourceDetails sourceOf(
    const DetailsSource& source, PeerSourceDetails::Kind kind, lt::peer_source_flags_t flag, bool isOn,
    bool isPrivate) {
    PeerSourceDetails details;
    details.kind = kind;
    details.isForbidden = isPrivate;
    details.peers = int(
        std::ranges::count_if(source.peers, [flag](const lt::peer_info& peer) { return bool(peer.source & flag); }));
    details.state = isOn && !isPrivate ? SourceState::Working : SourceState::Off;
    return details;
}

bool isPrivate(const TorrentEntry& entry) {
    return entry.metadata && entry.metadata->isPrivate;
}

/// Downloads that the queue lets run or takes before this one.
int queuedBefore(EngineContext& context, const TorrentEntry& entry) {
    if (!entry.status || int(entry.status->queue_position) < 0)
        return 0;
    int before = 0;
    context.torrents.forEach([&](const TorrentEntry& other) {
        const int position = other.status ? int(other.status->queue_position) : -1;
        if (&other != &entry && position >= 0 && position < int(entry.status->queue_position) && !other.record.paused)
            ++before;
    });
    return before;
}

void addPeers(SwarmFacts& facts, const std::vector<lt::peer_info>& peers) {
    for (const lt::peer_info& peer : peers) {
        if (peer.connection_type != lt::peer_info::standard_bittorrent)
            continue;
        if (peer.flags & (lt::peer_info::connecting | lt::peer_info::handshake)) {
            ++facts.greeting;
            continue;
        }
        ++facts.connected;
        facts.seeds += peer.flags & lt::peer_info::seed ? 1 : 0;
        if (!(peer.flags & lt::peer_info::interesting))
            continue;
        ++facts.haveSomething;
        // libtorrent's word for "we are choked by it".
        facts.choking += peer.flags & lt::peer_info::remote_choked ? 1 : 0;
    }
}

void addTrackers(SwarmFacts& facts, const DetailsSource& source) {
    const bool hasV1 = source.entry.record.infoHash.v1.has_value();
    const bool hasV2 = source.entry.record.infoHash.v2.has_value();
    for (const lt::announce_entry& tracker : source.trackers) {
        const TrackerDetails details = trackerDetails(tracker, hasV1, hasV2);
        ++facts.trackers;
        facts.trackersWorking += details.state == SourceState::Working ? 1 : 0;
        facts.trackersAsking += details.state == SourceState::Asking ? 1 : 0;
        if (details.state != SourceState::Failing)
            continue;
        ++facts.trackersFailing;
        if (facts.failingHost.isEmpty()) {
            facts.failingHost = hostOf(tracker.url);
            facts.failure = details.message;
        }
    }
}

} // namespace

QString oneLine(const QString& text) {
    constexpr qsizetype kLongest = 300;
    return text.simplified().left(kLongest);
}

TrackerDetails trackerDetails(const lt::announce_entry& tracker, bool hasV1, bool hasV2) {
    TrackerDetails details;
    details.url = toQString(tracker.url);
    details.tier = tracker.tier;
    std::optional<std::pair<int, int>> best;
    const auto add = [&](const lt::announce_infohash& said, const QString& from, bool isV2) {
        const TrackerAnnounce& announce = details.announces.emplaceBack(announceOf(said, from, isV2));
        const std::pair rank(rankOf(announce.state), saysLittle(said));
        if (best && *best <= rank)
            return;
        best = rank;
        details.state = announce.state;
        details.message = announce.message;
    };
    for (const lt::announce_endpoint& endpoint : tracker.endpoints) {
        if (!endpoint.enabled)
            continue;
        const QString from = QString::fromStdString(endpoint.local_endpoint.address().to_string());
        if (hasV1)
            add(endpoint.info_hashes[lt::protocol_version::V1], from, false);
        if (hasV2)
            add(endpoint.info_hashes[lt::protocol_version::V2], from, true);
    }
    return details;
}

TrackersDetails readTrackers(const EngineContext& context, const DetailsSource& source) {
    using Kind = PeerSourceDetails::Kind;
    const SessionSettings& settings = context.settings;
    const bool isSecret = isPrivate(source.entry);
    TrackersDetails details;
    const bool isDhtOn = !settings.offline && settings.dht;
    details.sources = {
        sourceOf(source, Kind::Dht, lt::peer_info::dht, isDhtOn, isSecret),
        sourceOf(source, Kind::PeerExchange, lt::peer_info::pex, !settings.offline && settings.pex, isSecret),
        sourceOf(source, Kind::LocalDiscovery, lt::peer_info::lsd, !settings.offline && settings.lsd, isSecret)};
    if (isDhtOn && !isSecret && context.sessionSnapshot.dhtNodes == 0)
        details.sources[0].state = SourceState::Asking;
    const InfoHash& hashes = source.entry.record.infoHash;
    for (const lt::announce_entry& tracker : source.trackers)
        details.trackers.append(trackerDetails(tracker, hashes.v1.has_value(), hashes.v2.has_value()));
    return details;
}

SwarmFacts readFacts(EngineContext& context, const DetailsSource& source) {
    const TorrentEntry& entry = source.entry;
    SwarmFacts facts;
    addTrackers(facts, source);
    addPeers(facts, source.peers);
    if (entry.status) {
        facts.knownPeers = entry.status->list_peers;
        facts.untriedPeers = entry.status->connect_candidates;
    }
    facts.isDhtOn = !context.settings.offline && context.settings.dht && !isPrivate(entry);
    facts.dhtNodes = context.sessionSnapshot.dhtNodes;
    facts.hasIncoming = context.sessionSnapshot.hasIncomingConnections;
    facts.downloadLimit =
        entry.record.downloadLimit > 0 ? qint64(entry.record.downloadLimit) : qint64(context.settings.downloadLimit);
    facts.queuedBefore = queuedBefore(context, entry);
    return facts;
}

} // namespace essaim::engine
