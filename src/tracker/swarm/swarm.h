// One swarm: who shares one info-hash.
#pragma once

#include "tracker/swarm/peer_selection.h"
#include "tracker/swarm/swarm_family.h"
#include "tracker/wire/swarm_counts.h"

namespace essaim::tracker {

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

    /// Brings the peer's entry up to date; adds it if it is not there and `mayAdd`. Counts a completion once per stay
    /// of a peer.
    PutResult put(const PeerUpdate& update, bool mayAdd);
    void remove(const Endpoint& peer);

    /// Adds peers for one answer: of the asker's family only, or of both, where each gets at least a quarter of the
    /// answer if it has that many.
    void select(const SelectionRequest& request, bool bothFamilies, Random& random, CompactPeers& out) const;

    /// What put() and select() will read is asked for, level by level: each may be called when what the one before
    /// asked for has come, the first when the record has.
    void prefetch(int level, const PeerUpdate& update) const;
    static constexpr int kPrefetchLevels = 3;

    /// Sweeping goes part by part; a part holds about two hundred peers at most.
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

template <typename Visit>
void Swarm::visitPart(std::uint32_t part, Visit&& visit) {
    SwarmFamily<FamilyV4> v4(m_record, m_memory);
    if (part < v4.parts())
        v4.visitPart(part, visit);
    else
        SwarmFamily<FamilyV6>(m_record, m_memory).visitPart(part - v4.parts(), visit);
}

} // namespace essaim::tracker
