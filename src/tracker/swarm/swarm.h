// One swarm: who shares one info-hash.
#pragma once

#include "core/info_hash.h"
#include "tracker/swarm/peer.h"
#include "tracker/swarm/peer_list.h"
#include "tracker/swarm/peer_selection.h"
#include "tracker/wire/swarm_counts.h"

#include <memory>

namespace essaim::tracker {

/// What one announce says about its peer.
struct PeerUpdate {
    Endpoint peer;
    bool isSeed = false;
    bool isPaused = false;
    bool justCompleted = false; ///< event=completed
    std::uint32_t tick = 0;     ///< now, in ticks of PeerState
};

/// Peers of both families under one info-hash. Not thread-safe; the shard that owns it locks.
class Swarm {
public:
    explicit Swarm(const Sha1Hash& infoHash)
        : m_infoHash(infoHash) {}

    [[nodiscard]] const Sha1Hash& infoHash() const { return m_infoHash; }
    [[nodiscard]] SwarmCounts counts() const;
    [[nodiscard]] std::uint32_t peers() const { return m_v4.size() + (m_v6 ? m_v6->size() : 0); }
    [[nodiscard]] std::uint32_t seeds() const { return m_v4.seeds() + (m_v6 ? m_v6->seeds() : 0); }

    /// Hosted swarms stay though they are empty.
    [[nodiscard]] bool isHosted() const { return m_hosted; }
    void setHosted(bool hosted) { m_hosted = hosted; }
    void setCompleted(std::uint32_t completed) { m_completed = completed; }

    [[nodiscard]] bool contains(const Endpoint& peer, const SipKey& key) const;
    /// Adds the peer or brings its entry up to date. Counts a completion once per stay of a peer.
    void put(const PeerUpdate& update, Random& random, const SipKey& key);
    void remove(const Endpoint& peer, const SipKey& key);

    /// Adds peers for one answer: of the asker's family only, or of both, where each gets at least a quarter of the
    /// answer if it has that many.
    void select(const SelectionRequest& request, bool bothFamilies, Random& random, CompactPeers& out) const;

    /// Drops silent peers, looking at no more than `budget` of them, from position `cursor` downwards (counted over
    /// both families). Returns the position to go on from; 0 = through.
    std::uint32_t expire(
        std::uint32_t cursor, std::uint32_t budget, std::uint32_t tick, std::uint32_t timeoutTicks, const SipKey& key);

private:
    template <typename Peer>
    void putInto(PeerList<Peer>& list, const PeerUpdate& update, Random& random, const SipKey& key);
    template <typename Peer>
    void removeAt(PeerList<Peer>& list, std::uint32_t position, const SipKey& key);
    template <typename Peer>
    void removeFrom(PeerList<Peer>& list, const Endpoint& peer, const SipKey& key);

    Sha1Hash m_infoHash;
    std::uint32_t m_completed = 0;
    std::uint32_t m_paused = 0;
    bool m_hosted = false;
    PeerList<PeerV4> m_v4;
    std::unique_ptr<PeerList<PeerV6>> m_v6; ///< most swarms never see one
};

} // namespace essaim::tracker
