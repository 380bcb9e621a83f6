// All swarms of one tracker.
#pragma once

#include "core/clock.h"
#include "tracker/swarm/swarm.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace essaim::tracker {

/// One announce as the store needs it.
struct StoreAnnounce {
    Sha1Hash infoHash;
    PeerUpdate update; ///< the tick is filled in by the store
    bool isStopped = false;
    bool mayAdd = true;        ///< false: a peer that is not there yet is not taken in
    bool onlyHosted = true;    ///< refuse swarms that are not hosted
    bool bothFamilies = false; ///< HTTP answers can carry both
    SelectionRequest selection;
};

enum class StoreOutcome : std::uint8_t { Ok, NotHosted, Full, NotAdded };

/// One of several announces that the store serves together.
struct StoreExchange {
    StoreAnnounce announce;
    CompactPeers peers;
    SwarmCounts counts;
    StoreOutcome outcome = StoreOutcome::Ok;
};

/// Bounds on memory. Where they are reached, newcomers are still taken in, so that a flood shuts nobody out: a swarm
/// that hardly anybody is in gives way to another, a peer of a large swarm to another peer. Hosted swarms stay. For a
/// moment there may be a little more than the bounds say.
struct StoreLimits {
    std::size_t maxSwarms = 1'000'000;
    std::size_t maxPeers = 4'000'000;
};

/// Whose peer it is: a friend of the registry, and which of its programs, see clientIdOf().
struct PeerOwner {
    std::int64_t friendId = 0;
    std::uint64_t client = 0;

    bool operator==(const PeerOwner&) const = default;
};

/// A peer on its way to or from a snapshot.
struct StoredPeer {
    Endpoint endpoint;
    std::chrono::seconds age{}; ///< since its last announce
    bool isSeed = false;
    bool isPaused = false;
    bool hasCompleted = false;
    std::optional<PeerOwner> owner{}; ///< unknown to the store; nothing = of no friend
};

/// Who is in which swarm, in memory only. Swarms lie in shards chosen by a seeded hash, each with a lock of its own
/// that is held for one announce or one slice of sweeping. Thread-safe. Time and randomness are parameters.
///
/// A peer is its endpoint: 8 bytes for IPv4, 20 for IPv6, in blocks without a heap allocation of their own. Nothing
/// grows by leaps: tables take one bucket more at a time. Peer ids are not kept; whoever announces from the same
/// address and port is the same peer.
class PeerStore {
public:
    explicit PeerStore(Clock::Monotonic start, const SipKey& key = SipKey::random());
    ~PeerStore();
    PeerStore(const PeerStore&) = delete;
    PeerStore& operator=(const PeerStore&) = delete;

    void setLimits(const StoreLimits& limits);

    /// Takes the peer in (or out, if it stopped) and fills `peers` and `counts` for its answer. Nothing is created
    /// for a peer that stops or for a hash that is refused.
    [[nodiscard]] StoreOutcome announce(
        const StoreAnnounce& announce, Clock::Monotonic now, Random& random, SwarmCounts& counts, CompactPeers& peers);

    /// The same for many, in their order. What they need is fetched from memory for up to kMostAtOnce of them at the
    /// same time, where one after the other would wait for each piece; meanwhile their shards stay locked.
    void announce(std::span<StoreExchange* const> exchanges, Clock::Monotonic now, Random& random);
    static constexpr std::size_t kMostAtOnce = 16;

    /// Zeros for unknown hashes; those that are not hosted are unknown if `onlyHosted`.
    [[nodiscard]] SwarmCounts counts(const Sha1Hash& infoHash, bool onlyHosted = false) const;

    /// Admits a hash. `completed` raises the swarm's number if it is larger.
    void host(const Sha1Hash& infoHash, std::uint32_t completed);
    /// Drops the swarm and its peers.
    void unhost(const Sha1Hash& infoHash);

    /// Where a sweep is.
    struct SweepCursor {
        std::size_t shard = 0;
        std::uint32_t swarm = 0;
        std::uint32_t part = 0;
    };
    struct SweepResult {
        std::uint32_t seen = 0; ///< peers and swarms
        bool isThrough = false; ///< the cursor came round to the first shard
    };
    /// Drops peers that were silent for `timeout` (at most nine hours) and empty swarms. Holds one lock while it
    /// looks at about `budget` peers and swarms; a large swarm is looked at in parts of a hundred peers.
    SweepResult sweep(SweepCursor& cursor, std::uint32_t budget, Clock::Monotonic now, std::chrono::seconds timeout);

    /// Shows about `budget` peers and swarms under one lock: a swarm, or the next part of it, and its peers. Who comes
    /// or changes between two slices may be shown twice or not at all.
    using VisitSwarm = std::function<void(const Sha1Hash&, std::uint32_t completed)>;
    using VisitPeer = std::function<void(const StoredPeer&)>;
    SweepResult visit(
        SweepCursor& cursor, std::uint32_t budget, Clock::Monotonic now, const VisitSwarm& visitSwarm,
        const VisitPeer& visitPeer) const;
    /// Takes a peer in as it was when it was visited. False if a limit or `onlyHosted` keeps it out.
    bool restore(
        const Sha1Hash& infoHash, std::uint32_t completed, const StoredPeer& peer, bool onlyHosted,
        Clock::Monotonic now);

    /// Drops what is beyond the limits: from where most is. In slices, as a sweep.
    void trim(Clock::Monotonic now, Random& random);

    struct Totals {
        std::uint64_t swarms = 0;
        std::uint64_t peers = 0;
        std::uint64_t seeds = 0;
    };
    [[nodiscard]] Totals totals() const;

    static constexpr std::size_t kShards = 64;

private:
    struct Shard;
    class ShardLocks;

    [[nodiscard]] std::uint64_t hashOf(const Sha1Hash& infoHash) const;
    [[nodiscard]] Shard& shardOf(std::uint64_t hash) const;
    [[nodiscard]] std::uint64_t elapsed(Clock::Monotonic now) const;
    /// The swarm's number in its shard; made if it is not there.
    std::uint32_t findOrAdd(Shard& shard, const Sha1Hash& infoHash, std::uint64_t hash);
    StoreOutcome serve(
        Shard& shard, std::uint32_t id, std::uint64_t hash, const StoreAnnounce& announce, Clock::Monotonic now,
        Random& random, SwarmCounts& counts, CompactPeers& peers);
    /// Takes the peer in or out; `id` becomes the number of its swarm, kNone where nothing is told of it.
    StoreOutcome admit(
        Shard& shard, std::uint32_t& id, std::uint64_t hash, const StoreAnnounce& announce, Clock::Monotonic now,
        Random& random);
    /// As many of them as can be locked without waiting, but at least one; returns how many.
    std::size_t serveTogether(std::span<StoreExchange* const> exchanges, Clock::Monotonic now, Random& random);
    StoreOutcome
    take(Shard& shard, std::uint32_t id, const StoreAnnounce& announce, Clock::Monotonic now, Random& random);
    /// False if nobody in this shard can give way.
    bool makeRoomForSwarm(Shard& shard, Clock::Monotonic now, Random& random);
    bool makeRoomForPeer(Shard& shard, std::uint32_t id, Clock::Monotonic now, Random& random);
    template <typename Look>
    void lookAtSome(Shard& shard, std::uint32_t except, Random& random, const Look& lookAt);
    bool dropSwarm(Shard& shard, std::uint32_t except, std::uint32_t most, Clock::Monotonic now, Random& random);
    bool dropFromMiddling(Shard& shard, std::uint32_t except, Random& random);
    bool dropPeer(Shard& shard, std::uint32_t id, Random& random);
    bool dropFromLargest(Shard& shard, Random& random);
    [[nodiscard]] Shard& fullestShard() const;
    void remove(Shard& shard, std::uint32_t id);
    void account(Shard& shard, const Swarm& swarm, std::uint32_t peersBefore, std::uint32_t seedsBefore);
    std::uint32_t sweepSwarm(Shard& shard, SweepCursor& cursor, std::uint32_t tick, std::uint32_t timeoutTicks);
    void setTick(Shard& shard, unsigned shift, Clock::Monotonic now);

    SipKey m_key;
    Clock::Monotonic m_start;
    std::unique_ptr<std::array<Shard, kShards>> m_shards;
    std::atomic<std::size_t> m_maxSwarms;
    std::atomic<std::size_t> m_maxPeers;
    std::atomic<std::size_t> m_swarms = 0;
    std::atomic<std::size_t> m_peers = 0;
};

} // namespace essaim::tracker
