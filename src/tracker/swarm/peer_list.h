// The peers of one swarm and one address family, in random order.
#pragma once

#include "tracker/random.h"
#include "tracker/swarm/dense_index.h"

#include <memory>
#include <vector>

namespace essaim::tracker {

/// A dense array: first the leechers, then the seeds, each part kept in a uniformly random order by every insertion.
/// So any run of neighbours is a random choice, and peers for an answer are copied from few cache lines. Lists of
/// more than kLinear peers get an index by endpoint. Not thread-safe; the shard that owns it locks.
template <typename Peer>
class PeerList {
public:
    static constexpr std::uint32_t kNone = DenseIndex::kNone;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_peers.size()); }
    [[nodiscard]] std::uint32_t leechers() const { return m_leechers; }
    [[nodiscard]] std::uint32_t seeds() const { return size() - m_leechers; }
    [[nodiscard]] const Peer& at(std::uint32_t position) const { return m_peers[position]; }
    [[nodiscard]] PeerState& stateAt(std::uint32_t position) { return m_peers[position].state; }
    [[nodiscard]] bool isSeed(std::uint32_t position) const { return position >= m_leechers; }

    /// Position of the peer with this endpoint, or kNone.
    [[nodiscard]] std::uint32_t find(const Peer& peer, const SipKey& key) const {
        if (m_index)
            return m_index->find(peer.hash(key), [&](std::uint32_t at) { return m_peers[at].isAt(peer); });
        for (std::uint32_t at = 0; at < size(); ++at) {
            if (m_peers[at].isAt(peer))
                return at;
        }
        return kNone;
    }

    /// The peer must not be in the list. Returns its position.
    std::uint32_t add(const Peer& peer, bool isSeed, Random& random, const SipKey& key) {
        m_peers.push_back(peer);
        std::uint32_t first = m_leechers;
        std::uint32_t free = size() - 1;
        if (!isSeed) {
            move(m_leechers, free, key); // the first seed makes room between the parts
            free = m_leechers++;
            first = 0;
        }
        const std::uint32_t place = first + random.below(free - first + 1);
        move(place, free, key);
        m_peers[place] = peer;
        if (m_index)
            m_index->insert(peer.hash(key), place, hashAt(key));
        else if (size() > kLinear)
            buildIndex(key);
        return place;
    }

    void remove(std::uint32_t position, const SipKey& key) {
        if (m_index)
            m_index->erase(m_peers[position].hash(key), position, hashAt(key));
        if (position < m_leechers) {
            move(--m_leechers, position, key);
            position = m_leechers;
        }
        move(size() - 1, position, key);
        m_peers.pop_back();
        if (size() <= kLinear / 2)
            m_index.reset();
        if (m_peers.capacity() > 4 * m_peers.size())
            m_peers.shrink_to_fit();
    }

private:
    static constexpr std::uint32_t kLinear = 16;

    auto hashAt(const SipKey& key) const {
        return [this, &key](std::uint32_t position) { return m_peers[position].hash(key); };
    }

    void move(std::uint32_t from, std::uint32_t to, const SipKey& key) {
        if (from == to)
            return;
        if (m_index)
            m_index->relocate(m_peers[from].hash(key), from, to);
        m_peers[to] = m_peers[from];
    }

    void buildIndex(const SipKey& key) {
        m_index = std::make_unique<DenseIndex>();
        for (std::uint32_t at = 0; at < size(); ++at)
            m_index->insert(m_peers[at].hash(key), at, hashAt(key));
    }

    std::vector<Peer> m_peers;
    std::unique_ptr<DenseIndex> m_index;
    std::uint32_t m_leechers = 0;
};

} // namespace essaim::tracker
