// One swarm: who shares one info-hash.
#pragma once

#include "core/info_hash.h"
#include "tracker/swarm/peer_selection.h"
#include "tracker/swarm/peer_table.h"
#include "tracker/swarm/swarm_memory.h"
#include "tracker/wire/swarm_counts.h"

namespace essaim::tracker {

/// What one announce says about its peer.
struct PeerUpdate {
    Endpoint peer;
    bool isSeed = false;
    bool isPaused = false;
    bool justCompleted = false; ///< event=completed
    std::uint32_t tick = 0;     ///< now, in ticks of the shard
};

/// How the peers of one family are kept; each form follows the one before when it is full.
enum class PeerForm : std::uint8_t {
    None,
    Inline, ///< in the record itself, IPv4 only and without IPv6 beside
    Half,   ///< a block of 64 bytes
    Full,   ///< a block of 128 bytes
    Tables, ///< a LargeSwarm
};

/// Where a family's peers are: a block's number or the address of a LargeSwarm.
union PeerSlot {
    std::uint32_t block;
    void* tables;
};

/// A swarm in 48 bytes. Lies in the shard's pool of records and never moves; Swarm gives it meaning.
struct SwarmRecord {
    Sha1Hash infoHash;
    std::uint32_t next;      ///< in the chain of the shard's table
    std::uint32_t completed; ///< downloads finished
    std::uint32_t isLive : 1;
    std::uint32_t isHosted : 1;
    std::uint32_t formV4 : 3;
    std::uint32_t formV6 : 3;
    std::uint32_t leechersV4 : 5; ///< these four: unless the form is Tables
    std::uint32_t seedsV4 : 5;
    std::uint32_t leechersV6 : 3;
    std::uint32_t seedsV6 : 3;
    union {
        std::uint8_t inlined[16];
        struct {
            PeerSlot v4;
            PeerSlot v6;
        } slots;
    };
};
static_assert(sizeof(SwarmRecord) == kSwarmRecordSize);

/// Peers of a swarm that outgrew its block.
template <typename Family>
struct LargeSwarm {
    PeerTable<Family> leechers;
    PeerTable<Family> seeds;
    std::uint32_t paused = 0;
};

/// What is done with a record. A view for the moment in which the shard is locked; not thread-safe.
class Swarm {
public:
    Swarm(SwarmRecord& record, SwarmMemory& memory)
        : m_record(record)
        , m_memory(memory) {}

    /// A new swarm without peers, in a record that was just allocated.
    static void create(SwarmRecord& record, const Sha1Hash& infoHash);
    /// Frees the peers; the record is left as not live.
    void destroy();

    [[nodiscard]] SwarmCounts counts() const;
    [[nodiscard]] std::uint32_t peers() const;
    [[nodiscard]] std::uint32_t seeds() const;
    [[nodiscard]] bool isHosted() const { return m_record.isHosted != 0; }

    enum class Put : std::uint8_t { Done, NotThere, NoMemory };
    /// Brings the peer's entry up to date; adds it if it is not there and `mayAdd`. Counts a completion once per stay
    /// of a peer.
    Put put(const PeerUpdate& update, bool mayAdd);
    void remove(const Endpoint& peer);

    /// Adds peers for one answer: of the asker's family only, or of both, where each gets at least a quarter of the
    /// answer if it has that many.
    void select(const SelectionRequest& request, bool bothFamilies, Random& random, CompactPeers& out) const;

    /// Sweeping goes part by part; a part holds about a hundred peers at most.
    [[nodiscard]] std::uint32_t parts() const;
    /// Calls `visit(endpoint bytes, how many, state, isSeed)` for each peer of a part; it returns the new state, or
    /// nothing to drop the peer.
    template <typename Visit>
    void visitPart(std::uint32_t part, Visit&& visit);
    /// Gives back memory that visitPart() left unused.
    void tidy();

private:
    SwarmRecord& m_record;
    SwarmMemory& m_memory;
};

} // namespace essaim::tracker

#include "tracker/swarm/swarm_family.h"
