#include "tracker/swarm/peer_store.h"

#include "tracker/swarm/shard.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

/// Shard choice uses the top bits, the shard's table the lower ones.
constexpr int kShardShift = 58;
static_assert(PeerStore::kShards == std::size_t{1} << (64 - kShardShift));

/// Ticks are as short as a timeout of half of what they can count allows: 8 seconds for 45 minutes, a second for less
/// than nine minutes.
constexpr std::uint32_t kMostTimeoutTicks = (PeerState::kTickMask + 1) / 2;

unsigned tickShiftFor(std::chrono::seconds timeout) {
    unsigned shift = 0;
    while (timeout.count() >> shift > kMostTimeoutTicks)
        ++shift;
    return shift;
}

/// Keys of the shards differ, so that no two tables hold their peers in the same order.
SipKey shardKey(const SipKey& key, std::size_t number) {
    return {key.k0 ^ (number * 0x9e3779b97f4a7c15), key.k1};
}

} // namespace

PeerStore::PeerStore(Clock::Monotonic start, const SipKey& key)
    : m_key(key)
    , m_start(start)
    , m_shards(std::make_unique<std::array<Shard, kShards>>()) {
    for (std::size_t i = 0; i < kShards; ++i)
        (*m_shards)[i].memory.key = shardKey(key, i);
    setLimits({});
}

PeerStore::~PeerStore() {
    for (Shard& shard : *m_shards) {
        for (std::uint32_t id = 0; id < shard.table.end(); ++id) {
            if (shard.table.at(id).isLive)
                shard.swarm(id).destroy();
        }
    }
}

void PeerStore::setLimits(const StoreLimits& limits) {
    m_maxSwarms = limits.maxSwarms;
    m_maxPeers = limits.maxPeers;
}

std::uint64_t PeerStore::hashOf(const Sha1Hash& infoHash) const {
    return sipHash13(m_key, infoHash.bytes);
}

PeerStore::Shard& PeerStore::shardOf(std::uint64_t hash) const {
    return (*m_shards)[hash >> kShardShift];
}

std::uint64_t PeerStore::elapsed(Clock::Monotonic now) const {
    // Ahead of the start, since a restored peer can be older than the store.
    constexpr std::chrono::seconds kLead = std::chrono::hours(10);
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(now - m_start + kLead).count());
}

std::uint32_t PeerStore::findOrAdd(Shard& shard, const Sha1Hash& infoHash, std::uint64_t hash) {
    auto id = shard.table.find(infoHash, hash);
    if (id == SwarmTable::kNone) {
        id = shard.table.add(infoHash, hash, [this](const Sha1Hash& h) { return hashOf(h); });
        m_swarms.fetch_add(id == SwarmTable::kNone ? 0 : 1, std::memory_order_relaxed);
    }
    return id;
}

StoreOutcome PeerStore::announce(
    const StoreAnnounce& announce, Clock::Monotonic now, Random& random, SwarmCounts& counts, CompactPeers& peers) {
    const auto hash = hashOf(announce.infoHash);
    Shard& shard = shardOf(hash);
    const std::lock_guard lock(shard.mutex);
    return serve(shard, shard.table.find(announce.infoHash, hash), hash, announce, now, random, counts, peers);
}

StoreOutcome PeerStore::serve(
    Shard& shard, std::uint32_t id, std::uint64_t hash, const StoreAnnounce& announce, Clock::Monotonic now,
    Random& random, SwarmCounts& counts, CompactPeers& peers) {
    peers.clear();
    counts = {};
    const auto outcome = admit(shard, id, hash, announce, now, random);
    if (outcome != StoreOutcome::Ok)
        return outcome;
    if (id != SwarmTable::kNone) {
        const auto swarm = shard.swarm(id);
        counts = swarm.counts();
        if (!announce.isStopped)
            swarm.select(announce.selection, announce.bothFamilies, random, peers);
    }
    peers.finish();
    return outcome;
}

StoreOutcome PeerStore::admit(
    Shard& shard, std::uint32_t& id, std::uint64_t hash, const StoreAnnounce& announce, Clock::Monotonic now,
    Random& random) {
    if (announce.onlyHosted && (id == SwarmTable::kNone || !shard.table.at(id).isHosted)) {
        id = SwarmTable::kNone; // nothing is told of it
        return announce.isStopped ? StoreOutcome::Ok : StoreOutcome::NotHosted;
    }
    if (id == SwarmTable::kNone) {
        if (announce.isStopped)
            return StoreOutcome::Ok;
        if (!announce.mayAdd)
            return StoreOutcome::NotAdded;
        if (!makeRoomForSwarm(shard, now, random))
            return StoreOutcome::Full;
        id = findOrAdd(shard, announce.infoHash, hash);
        if (id == SwarmTable::kNone)
            return StoreOutcome::Full;
    }
    return take(shard, id, announce, now, random);
}

StoreOutcome
PeerStore::take(Shard& shard, std::uint32_t id, const StoreAnnounce& announce, Clock::Monotonic now, Random& random) {
    auto swarm = shard.swarm(id);
    const auto accounted = [&](auto&& change) {
        const auto peersBefore = swarm.peers();
        const auto seedsBefore = swarm.seeds();
        const auto result = change();
        account(shard, swarm, peersBefore, seedsBefore);
        return result;
    };
    if (announce.isStopped)
        return accounted([&] {
            swarm.remove(announce.update.peer);
            return StoreOutcome::Ok;
        });
    const bool isFull = m_peers.load(std::memory_order_relaxed) >= m_maxPeers.load(std::memory_order_relaxed);
    auto update = announce.update;
    update.tick = static_cast<std::uint32_t>(elapsed(now) >> shard.tickShift);
    auto put = accounted([&] { return swarm.put(update, announce.mayAdd && !isFull); });
    if (put == PutResult::NotThere && announce.mayAdd && makeRoomForPeer(shard, id, now, random))
        put = accounted([&] { return swarm.put(update, true); });
    if (put == PutResult::Done)
        return StoreOutcome::Ok;
    return put == PutResult::NotThere && !announce.mayAdd ? StoreOutcome::NotAdded : StoreOutcome::Full;
}

void PeerStore::account(Shard& shard, const Swarm& swarm, std::uint32_t peersBefore, std::uint32_t seedsBefore) {
    // Unsigned arithmetic wraps as it should when a number falls.
    const auto peers = swarm.peers();
    shard.seeds += std::uint64_t{swarm.seeds()} - seedsBefore;
    if (peers == peersBefore)
        return;
    shard.peers += std::uint64_t{peers} - peersBefore;
    m_peers.fetch_add(std::size_t{peers} - peersBefore, std::memory_order_relaxed);
}

SwarmCounts PeerStore::counts(const Sha1Hash& infoHash, bool onlyHosted) const {
    const auto hash = hashOf(infoHash);
    Shard& shard = shardOf(hash);
    const std::lock_guard lock(shard.mutex);
    const auto id = shard.table.find(infoHash, hash);
    if (id == SwarmTable::kNone || (onlyHosted && !shard.table.at(id).isHosted))
        return {};
    return shard.swarm(id).counts();
}

void PeerStore::host(const Sha1Hash& infoHash, std::uint32_t completed) {
    const auto hash = hashOf(infoHash);
    Shard& shard = shardOf(hash);
    const std::lock_guard lock(shard.mutex);
    const auto id = findOrAdd(shard, infoHash, hash);
    if (id == SwarmTable::kNone)
        return; // no memory: its announces are refused
    auto& record = shard.table.at(id);
    record.isHosted = 1;
    record.completed = std::max(record.completed, completed);
}

void PeerStore::unhost(const Sha1Hash& infoHash) {
    const auto hash = hashOf(infoHash);
    Shard& shard = shardOf(hash);
    const std::lock_guard lock(shard.mutex);
    if (const auto id = shard.table.find(infoHash, hash); id != SwarmTable::kNone)
        remove(shard, id);
}

void PeerStore::remove(Shard& shard, std::uint32_t id) {
    const auto swarm = shard.swarm(id);
    shard.peers -= swarm.peers();
    shard.seeds -= swarm.seeds();
    m_peers.fetch_sub(swarm.peers(), std::memory_order_relaxed);
    m_swarms.fetch_sub(1, std::memory_order_relaxed);
    shard.table.remove(id, [this](const Sha1Hash& h) { return hashOf(h); });
}

PeerStore::SweepResult
PeerStore::sweep(SweepCursor& cursor, std::uint32_t budget, Clock::Monotonic now, std::chrono::seconds timeout) {
    Shard& shard = (*m_shards)[cursor.shard];
    const std::lock_guard lock(shard.mutex);
    const auto shift = tickShiftFor(timeout);
    if (shift != shard.tickShift)
        setTick(shard, shift, now);
    const auto tick = static_cast<std::uint32_t>(elapsed(now) >> shift);
    const auto timeoutTicks = static_cast<std::uint32_t>(timeout.count() >> shift);
    SweepResult result{1, false}; // an empty shard counts too
    if (cursor.swarm == 0 && cursor.part == 0)
        shard.largestSize = 0;
    while (cursor.swarm < shard.table.end() && result.seen < budget)
        result.seen += sweepSwarm(shard, cursor, tick, timeoutTicks);
    if (cursor.swarm >= shard.table.end()) {
        cursor = {(cursor.shard + 1) % kShards, 0, 0};
        result.isThrough = cursor.shard == 0;
    }
    return result;
}

/// One part of one swarm, and the cursor behind it. Returns what it looked at.
std::uint32_t PeerStore::sweepSwarm(Shard& shard, SweepCursor& cursor, std::uint32_t tick, std::uint32_t timeoutTicks) {
    std::uint32_t seen = 1;
    if (!shard.table.at(cursor.swarm).isLive) {
        ++cursor.swarm;
        return seen;
    }
    auto swarm = shard.swarm(cursor.swarm);
    const auto peersBefore = swarm.peers();
    const auto seedsBefore = swarm.seeds();
    if (cursor.part < swarm.parts()) {
        swarm.visitPart(cursor.part++, [&](const std::uint8_t*, std::size_t, PeerState state, bool) {
            ++seen;
            return state.ageInTicks(tick) > timeoutTicks ? std::nullopt : std::optional(state);
        });
        account(shard, swarm, peersBefore, seedsBefore);
    }
    if (cursor.part < swarm.parts())
        return seen;
    swarm.tidy();
    if (swarm.peers() > shard.largestSize) {
        shard.largest = cursor.swarm;
        shard.largestSize = swarm.peers();
    }
    if (swarm.peers() == 0 && !swarm.isHosted())
        remove(shard, cursor.swarm);
    ++cursor.swarm;
    cursor.part = 0;
    return seen;
}

void PeerStore::setTick(Shard& shard, unsigned shift, Clock::Monotonic now) {
    const auto before = static_cast<std::uint32_t>(elapsed(now) >> shard.tickShift);
    const auto after = static_cast<std::uint32_t>(elapsed(now) >> shift);
    const auto convert = [&](const std::uint8_t*, std::size_t, PeerState state, bool) {
        const auto age = std::uint64_t{state.ageInTicks(before)} << shard.tickShift >> shift;
        state.touch(after - static_cast<std::uint32_t>(std::min<std::uint64_t>(age, PeerState::kTickMask - 1)));
        return std::optional(state);
    };
    for (std::uint32_t id = 0; id < shard.table.end(); ++id) {
        if (!shard.table.at(id).isLive)
            continue;
        auto swarm = shard.swarm(id);
        for (std::uint32_t part = 0; part < swarm.parts(); ++part)
            swarm.visitPart(part, convert);
    }
    shard.tickShift = shift;
}

PeerStore::SweepResult PeerStore::visit(
    SweepCursor& cursor, std::uint32_t budget, Clock::Monotonic now, const VisitSwarm& visitSwarm,
    const VisitPeer& visitPeer) const {
    Shard& shard = (*m_shards)[cursor.shard];
    const std::lock_guard lock(shard.mutex);
    const auto tick = static_cast<std::uint32_t>(elapsed(now) >> shard.tickShift);
    SweepResult result{1, false};
    const auto visitOne = [&](const std::uint8_t* key, std::size_t size, PeerState state, bool isSeed) {
        StoredPeer peer;
        peer.endpoint = size == FamilyV4::kKeySize ? endpointOf<FamilyV4>(key) : endpointOf<FamilyV6>(key);
        peer.age = std::chrono::seconds(std::uint64_t{state.ageInTicks(tick)} << shard.tickShift);
        peer.isSeed = isSeed;
        peer.isPaused = state.isPaused();
        peer.hasCompleted = state.hasCompleted();
        ++result.seen;
        visitPeer(peer);
        return std::optional(state);
    };
    for (; cursor.swarm < shard.table.end() && result.seen < budget; ++cursor.swarm, cursor.part = 0) {
        ++result.seen;
        const auto& record = shard.table.at(cursor.swarm);
        if (!record.isLive)
            continue;
        auto swarm = shard.swarm(cursor.swarm);
        visitSwarm(record.infoHash, record.completed);
        while (cursor.part < swarm.parts() && result.seen < budget)
            swarm.visitPart(cursor.part++, visitOne);
        if (cursor.part < swarm.parts())
            return result;
    }
    if (cursor.swarm >= shard.table.end()) {
        cursor = {(cursor.shard + 1) % kShards, 0, 0};
        result.isThrough = cursor.shard == 0;
    }
    return result;
}

bool PeerStore::restore(
    const Sha1Hash& infoHash, std::uint32_t completed, const StoredPeer& peer, bool onlyHosted, Clock::Monotonic now) {
    const auto hash = hashOf(infoHash);
    Shard& shard = shardOf(hash);
    const std::lock_guard lock(shard.mutex);
    if (onlyHosted) {
        const auto known = shard.table.find(infoHash, hash);
        if (known == SwarmTable::kNone || !shard.table.at(known).isHosted)
            return false;
    }
    if (m_swarms >= m_maxSwarms || m_peers >= m_maxPeers)
        return false;
    const auto id = findOrAdd(shard, infoHash, hash);
    if (id == SwarmTable::kNone)
        return false;
    auto swarm = shard.swarm(id);
    const auto peersBefore = swarm.peers();
    const auto seedsBefore = swarm.seeds();
    PeerUpdate update{peer.endpoint, peer.isSeed, peer.isPaused, false, 0};
    update.tick =
        static_cast<std::uint32_t>((elapsed(now) - static_cast<std::uint64_t>(peer.age.count())) >> shard.tickShift);
    const auto put = swarm.put(update, true);
    shard.table.at(id).completed = std::max(shard.table.at(id).completed, completed);
    account(shard, swarm, peersBefore, seedsBefore);
    return put == PutResult::Done;
}

PeerStore::Totals PeerStore::totals() const {
    Totals totals;
    for (const Shard& shard : *m_shards) {
        const std::lock_guard lock(shard.mutex);
        totals.swarms += shard.table.size();
        totals.peers += shard.peers;
        totals.seeds += shard.seeds;
    }
    return totals;
}

} // namespace essaim::tracker
