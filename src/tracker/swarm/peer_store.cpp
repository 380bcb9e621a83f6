#include "tracker/swarm/peer_store.h"

#include <algorithm>

namespace essaim::tracker {

/// Swarms in a dense array with an index by info-hash; every member is guarded by `mutex`.
struct alignas(64) PeerStore::Shard {
    mutable std::mutex mutex;
    std::vector<Swarm> swarms;
    DenseIndex index;
    std::uint64_t peers = 0;
    std::uint64_t seeds = 0;

    Swarm* find(const Sha1Hash& infoHash, std::uint64_t hash) {
        const auto at = index.find(hash, [&](std::uint32_t i) { return swarms[i].infoHash() == infoHash; });
        return at == DenseIndex::kNone ? nullptr : &swarms[at];
    }

    template <typename HashOf>
    Swarm& add(const Sha1Hash& infoHash, std::uint64_t hash, HashOf&& hashOf) {
        swarms.emplace_back(infoHash);
        index.insert(hash, static_cast<std::uint32_t>(swarms.size() - 1), [&](std::uint32_t i) {
            return hashOf(swarms[i].infoHash());
        });
        return swarms.back();
    }

    template <typename HashOf>
    void removeAt(std::uint32_t at, HashOf&& hashOf) {
        peers -= swarms[at].peers();
        seeds -= swarms[at].seeds();
        const auto hashAt = [&](std::uint32_t i) { return hashOf(swarms[i].infoHash()); };
        index.erase(hashAt(at), at, hashAt);
        const auto last = static_cast<std::uint32_t>(swarms.size() - 1);
        if (at != last) {
            index.relocate(hashAt(last), last, at);
            swarms[at] = std::move(swarms[last]);
        }
        swarms.pop_back();
    }
};

namespace {

/// Shard choice uses the top bits, the shard's table the lower ones.
constexpr int kShardShift = 56;
static_assert(PeerStore::kShards == 1U << (64 - kShardShift));

} // namespace

PeerStore::PeerStore(Clock::Monotonic start, const SipKey& key)
    : m_key(key)
    , m_start(start)
    , m_shards(std::make_unique<std::array<Shard, kShards>>()) {
    setLimits({});
}

PeerStore::~PeerStore() = default;

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

std::uint32_t PeerStore::tickAt(Clock::Monotonic now) const {
    const auto elapsed = std::chrono::duration_cast<std::chrono::seconds>(now - m_start).count();
    return static_cast<std::uint32_t>(elapsed / PeerState::kTickSeconds);
}

StoreOutcome PeerStore::announce(
    const StoreAnnounce& announce, Clock::Monotonic now, Random& random, SwarmCounts& counts, CompactPeers& peers) {
    peers.clear();
    counts = {};
    const auto hash = hashOf(announce.infoHash);
    Shard& shard = shardOf(hash);
    const std::lock_guard lock(shard.mutex);
    Swarm* swarm = shard.find(announce.infoHash, hash);
    if (announce.onlyHosted && (!swarm || !swarm->isHosted()))
        return announce.isStopped ? StoreOutcome::Ok : StoreOutcome::NotHosted;
    if (!swarm) {
        if (announce.isStopped)
            return StoreOutcome::Ok;
        if (!announce.mayAdd)
            return StoreOutcome::NotAdded;
        if (m_swarms.load(std::memory_order_relaxed) >= m_maxSwarms || m_peers >= m_maxPeers)
            return StoreOutcome::Full;
        swarm = &shard.add(announce.infoHash, hash, [this](const Sha1Hash& h) { return hashOf(h); });
        m_swarms.fetch_add(1, std::memory_order_relaxed);
    }
    const auto outcome = take(shard, *swarm, announce, now, random);
    counts = swarm->counts();
    if (outcome == StoreOutcome::Ok && !announce.isStopped)
        swarm->select(announce.selection, announce.bothFamilies, random, peers);
    return outcome;
}

StoreOutcome
PeerStore::take(Shard& shard, Swarm& swarm, const StoreAnnounce& announce, Clock::Monotonic now, Random& random) {
    const auto peersBefore = swarm.peers();
    const auto seedsBefore = swarm.seeds();
    if (announce.isStopped) {
        swarm.remove(announce.update.peer, m_key);
    } else {
        if (!announce.mayAdd && !swarm.contains(announce.update.peer, m_key))
            return StoreOutcome::NotAdded;
        if (m_peers.load(std::memory_order_relaxed) >= m_maxPeers && !swarm.contains(announce.update.peer, m_key))
            return StoreOutcome::Full;
        auto update = announce.update;
        update.tick = tickAt(now);
        swarm.put(update, random, m_key);
    }
    // Unsigned arithmetic wraps as it should when a number falls.
    shard.peers += std::uint64_t{swarm.peers()} - peersBefore;
    shard.seeds += std::uint64_t{swarm.seeds()} - seedsBefore;
    if (swarm.peers() != peersBefore)
        m_peers.fetch_add(std::size_t{swarm.peers()} - peersBefore, std::memory_order_relaxed);
    return StoreOutcome::Ok;
}

SwarmCounts PeerStore::counts(const Sha1Hash& infoHash, bool onlyHosted) const {
    const auto hash = hashOf(infoHash);
    Shard& shard = shardOf(hash);
    const std::lock_guard lock(shard.mutex);
    const Swarm* swarm = shard.find(infoHash, hash);
    if (!swarm || (onlyHosted && !swarm->isHosted()))
        return {};
    return swarm->counts();
}

void PeerStore::host(const Sha1Hash& infoHash, std::uint32_t completed) {
    const auto hash = hashOf(infoHash);
    Shard& shard = shardOf(hash);
    const std::lock_guard lock(shard.mutex);
    Swarm* swarm = shard.find(infoHash, hash);
    if (!swarm) {
        swarm = &shard.add(infoHash, hash, [this](const Sha1Hash& h) { return hashOf(h); });
        m_swarms.fetch_add(1, std::memory_order_relaxed);
    }
    swarm->setHosted(true);
    swarm->setCompleted(std::max(swarm->counts().completed, completed));
}

void PeerStore::unhost(const Sha1Hash& infoHash) {
    const auto hash = hashOf(infoHash);
    Shard& shard = shardOf(hash);
    const std::lock_guard lock(shard.mutex);
    const Swarm* swarm = shard.find(infoHash, hash);
    if (!swarm)
        return;
    m_peers.fetch_sub(swarm->peers(), std::memory_order_relaxed);
    m_swarms.fetch_sub(1, std::memory_order_relaxed);
    shard.removeAt(
        static_cast<std::uint32_t>(swarm - shard.swarms.data()), [this](const Sha1Hash& h) { return hashOf(h); });
}

bool PeerStore::sweep(SweepCursor& cursor, std::uint32_t budget, Clock::Monotonic now, std::chrono::seconds timeout) {
    const auto tick = tickAt(now);
    const auto timeoutTicks = static_cast<std::uint32_t>(timeout.count() / PeerState::kTickSeconds);
    Shard& shard = (*m_shards)[cursor.shard];
    const std::lock_guard lock(shard.mutex);
    // Downwards, because removal fills the gap with the last swarm, which has been seen already.
    cursor.swarm = std::min(cursor.swarm, static_cast<std::uint32_t>(shard.swarms.size()));
    while (cursor.swarm > 0 && budget > 0) {
        Swarm& swarm = shard.swarms[cursor.swarm - 1];
        const auto peersBefore = swarm.peers();
        const auto seedsBefore = swarm.seeds();
        const auto first = std::min(cursor.peer, peersBefore);
        cursor.peer = swarm.expire(first, budget, tick, timeoutTicks, m_key);
        budget -= std::min(budget, first - cursor.peer + 1);
        shard.peers -= peersBefore - swarm.peers();
        shard.seeds -= seedsBefore - swarm.seeds();
        m_peers.fetch_sub(peersBefore - swarm.peers(), std::memory_order_relaxed);
        if (cursor.peer > 0)
            continue;
        if (swarm.peers() == 0 && !swarm.isHosted()) {
            shard.removeAt(cursor.swarm - 1, [this](const Sha1Hash& h) { return hashOf(h); });
            m_swarms.fetch_sub(1, std::memory_order_relaxed);
        }
        --cursor.swarm;
        cursor.peer = kFromTheEnd;
    }
    if (cursor.swarm > 0)
        return false;
    cursor = {(cursor.shard + 1) % kShards, kFromTheEnd, kFromTheEnd};
    return cursor.shard == 0;
}

PeerStore::Totals PeerStore::totals() const {
    Totals totals;
    for (const Shard& shard : *m_shards) {
        const std::lock_guard lock(shard.mutex);
        totals.swarms += shard.swarms.size();
        totals.peers += shard.peers;
        totals.seeds += shard.seeds;
    }
    return totals;
}

} // namespace essaim::tracker
