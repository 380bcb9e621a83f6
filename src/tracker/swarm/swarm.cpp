#include "tracker/swarm/swarm.h"

#include <algorithm>

namespace essaim::tracker {

SwarmCounts Swarm::counts() const {
    return {seeds(), peers() - seeds(), m_paused, m_completed};
}

bool Swarm::contains(const Endpoint& peer, const SipKey& key) const {
    if (peer.address.isV4())
        return m_v4.find(PeerV4(peer), key) != PeerList<PeerV4>::kNone;
    return m_v6 && m_v6->find(PeerV6(peer), key) != PeerList<PeerV6>::kNone;
}

void Swarm::put(const PeerUpdate& update, Random& random, const SipKey& key) {
    if (update.peer.address.isV4())
        return putInto(m_v4, update, random, key);
    if (!m_v6)
        m_v6 = std::make_unique<PeerList<PeerV6>>();
    putInto(*m_v6, update, random, key);
}

void Swarm::remove(const Endpoint& peer, const SipKey& key) {
    if (peer.address.isV4())
        removeFrom(m_v4, peer, key);
    else if (m_v6)
        removeFrom(*m_v6, peer, key);
    if (m_v6 && m_v6->size() == 0)
        m_v6.reset();
}

template <typename Peer>
void Swarm::putInto(PeerList<Peer>& list, const PeerUpdate& update, Random& random, const SipKey& key) {
    Peer peer(update.peer);
    auto position = list.find(peer, key);
    const bool isNew = position == list.kNone;
    if (!isNew && list.isSeed(position) != update.isSeed) {
        peer.state = list.at(position).state;
        list.remove(position, key);
        position = list.kNone;
    }
    if (position == list.kNone)
        position = list.add(peer, update.isSeed, random, key);

    PeerState& state = list.stateAt(position);
    state.touch(update.tick);
    m_paused -= state.isPaused() ? 1 : 0;
    state.setPaused(update.isPaused && !update.isSeed);
    m_paused += state.isPaused() ? 1 : 0;
    if (update.isSeed && update.justCompleted && !state.hasCompleted())
        ++m_completed;
    // Who arrives as a seed has nothing left to complete, whatever it repeats later.
    if (update.isSeed && (update.justCompleted || isNew))
        state.setCompleted(true);
}

template <typename Peer>
void Swarm::removeAt(PeerList<Peer>& list, std::uint32_t position, const SipKey& key) {
    m_paused -= list.at(position).state.isPaused() ? 1 : 0;
    list.remove(position, key);
}

template <typename Peer>
void Swarm::removeFrom(PeerList<Peer>& list, const Endpoint& peer, const SipKey& key) {
    if (const auto position = list.find(Peer(peer), key); position != list.kNone)
        removeAt(list, position, key);
}

void Swarm::select(const SelectionRequest& request, bool bothFamilies, Random& random, CompactPeers& out) const {
    const auto available = [&](const auto& list) { return request.leechersOnly ? list.leechers() : list.size(); };
    const bool askerIsV4 = request.asker.address.isV4();
    const std::uint32_t v4 = bothFamilies || askerIsV4 ? available(m_v4) : 0;
    const std::uint32_t v6 = m_v6 && (bothFamilies || !askerIsV4) ? available(*m_v6) : 0;
    if (v4 + v6 == 0)
        return;

    const std::uint64_t share = std::uint64_t{request.want} * v4 / (v4 + v6);
    const std::uint32_t quarter = request.want / 4;
    std::uint32_t wantV4 = static_cast<std::uint32_t>(share);
    if (v4 > 0 && v6 > 0)
        wantV4 = std::clamp(wantV4, quarter, request.want - quarter);
    wantV4 = std::max(std::min(wantV4, v4), request.want - std::min(request.want, v6));
    const std::uint32_t added = v4 == 0 ? 0 : selectPeers(m_v4, std::min(wantV4, v4), request, random, out);
    if (v6 > 0)
        selectPeers(*m_v6, request.want - added, request, random, out);
}

std::uint32_t Swarm::expire(
    std::uint32_t cursor, std::uint32_t budget, std::uint32_t tick, std::uint32_t timeoutTicks, const SipKey& key) {
    cursor = std::min(cursor, peers());
    const auto visit = [&](auto& list, std::uint32_t position) {
        if (list.at(position).state.ageInTicks(tick) > timeoutTicks)
            removeAt(list, position, key);
    };
    // Downwards, because removal fills the gap from the end of the list, which has been seen already.
    for (; cursor > 0 && budget > 0; --budget) {
        --cursor;
        if (cursor < m_v4.size())
            visit(m_v4, cursor);
        else if (m_v6 && cursor - m_v4.size() < m_v6->size())
            visit(*m_v6, cursor - m_v4.size());
    }
    if (m_v6 && m_v6->size() == 0)
        m_v6.reset();
    return cursor;
}

} // namespace essaim::tracker
