// A swarm as it lies in memory.
#pragma once

#include "core/info_hash.h"
#include "tracker/swarm/peer_row.h"
#include "tracker/swarm/peer_table.h"
#include "tracker/swarm/swarm_memory.h"

#include <array>

namespace essaim::tracker {

/// What one announce says about its peer.
struct PeerUpdate {
    Endpoint peer;
    bool isSeed = false;
    bool isPaused = false;
    bool justCompleted = false; ///< event=completed
    std::uint32_t tick = 0;     ///< now, in ticks of the shard
};

enum class PutResult : std::uint8_t { Done, NotThere, NoMemory };

/// How the peers of one family are kept; each form follows the one before when it is full.
enum class PeerForm : std::uint8_t {
    None,
    Inline, ///< in the record itself, IPv4 only and without IPv6 beside
    Half,   ///< a block of 64 bytes
    Full,   ///< a block of 128 bytes
    List,   ///< up to fourteen of them, and a PeerListHead
    Tables, ///< a LargeSwarm
};

/// Where a family's peers are: the number of a block or of a list's head, or the address of a LargeSwarm.
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
    std::uint32_t leechersV4 : 5; ///< these four: unless the form is List or Tables
    std::uint32_t seedsV4 : 5;
    std::uint32_t leechersV6 : 3;
    std::uint32_t seedsV6 : 3;
    std::uint32_t kindsV4 : 4; ///< AddressKind of every peer since the family came: a bit for each
    std::uint32_t kindsV6 : 4;
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
    /// Those with a loopback address that came last, oldest first, IPv4 only: nobody finds them by chance among so
    /// many. Who fell silent may still be named.
    std::array<PeerKey<Family>, 8> own{};
    std::uint32_t ownCount = 0;
};

} // namespace essaim::tracker
