#include "tracker/swarm/swarm.h"

#include <algorithm>
#include <new>

namespace essaim::tracker {

using V4 = SwarmFamily<FamilyV4>;
using V6 = SwarmFamily<FamilyV6>;

namespace {

template <typename Family>
std::uint32_t pick(
    const SwarmFamily<Family>& family, const SelectionRequest& request, std::uint32_t want, Random& random,
    CompactPeers& out) {
    if (!request.isNear && (family.kinds() & ~kindsHandedOutAsTheyAre(request.view.asker)) == 0) {
        const bool isAskers = request.asker.address.isV4() == std::is_same_v<Family, FamilyV4>;
        const auto asker = isAskers ? peerKey<Family>(request.asker) : PeerKey<Family>{};
        return family.copy(want, request.leechersOnly, asker, random, out);
    }
    HandOut<Family> handOut(request, want, out);
    family.select(
        handOut.candidates(), request.leechersOnly, random,
        [&](const std::uint8_t* keys, std::uint32_t count) { return handOut.take(keys, count); });
    return handOut.finish();
}

/// For who asks over IPv6 and understands nothing else: programs on this computer, which are kept under an IPv4
/// address.
std::uint32_t
pickOwn(const SwarmFamily<FamilyV4>& family, const SelectionRequest& request, std::uint32_t want, CompactPeers& out) {
    const auto takeOne = [&](const std::uint8_t* key) {
        const auto peer = endpointOf<FamilyV4>(key);
        if (peer == request.asker)
            return false;
        const auto address = announcedAddress(peer.address, request.view);
        if (!address || address->isV4() || out.contains({*address, peer.port}))
            return false;
        out.add({*address, peer.port});
        return true;
    };
    return family.selectOwn(
        want, request.leechersOnly, [&](const std::uint8_t* key, std::uint32_t) { return takeOne(key) ? 1U : 0U; });
}

} // namespace

void Swarm::create(SwarmRecord& record, const Sha1Hash& infoHash) {
    new (&record) SwarmRecord{};
    record.infoHash = infoHash;
    record.isLive = 1;
}

void Swarm::destroy() {
    V4(m_record, m_memory).clear();
    V6(m_record, m_memory).clear();
    m_record.isLive = 0;
}

SwarmCounts Swarm::counts() const {
    const V4 v4(m_record, m_memory);
    const V6 v6(m_record, m_memory);
    return {
        v4.seeds() + v6.seeds(), v4.leechers() + v6.leechers(), v4.paused() + v6.paused(),
        std::uint32_t{m_record.completed}};
}

std::uint32_t Swarm::peers() const {
    return V4(m_record, m_memory).size() + V6(m_record, m_memory).size();
}

std::uint32_t Swarm::seeds() const {
    return V4(m_record, m_memory).seeds() + V6(m_record, m_memory).seeds();
}

PutResult Swarm::put(const PeerUpdate& update, bool mayAdd) {
    if (update.peer.address.isV4())
        return V4(m_record, m_memory).put(peerKey<FamilyV4>(update.peer), update, mayAdd);
    if (m_record.formV6 == 0 && mayAdd && !V4(m_record, m_memory).leaveInline())
        return PutResult::NoMemory;
    return V6(m_record, m_memory).put(peerKey<FamilyV6>(update.peer), update, mayAdd);
}

void Swarm::remove(const Endpoint& peer) {
    if (peer.address.isV4())
        V4(m_record, m_memory).remove(peerKey<FamilyV4>(peer));
    else
        V6(m_record, m_memory).remove(peerKey<FamilyV6>(peer));
}

void Swarm::select(const SelectionRequest& request, bool bothFamilies, Random& random, CompactPeers& out) const {
    if (request.want == 0)
        return;
    const V4 four(m_record, m_memory);
    const V6 six(m_record, m_memory);
    const auto available = [&](const auto& family) { return request.leechersOnly ? family.leechers() : family.size(); };
    const bool askerIsV4 = request.asker.address.isV4() && !request.asksOverV6;
    if (!askerIsV4 && !bothFamilies && (four.kinds() & kindBit(AddressKind::Loopback)) != 0) {
        const auto own = pickOwn(four, request, request.want, out);
        if (available(six) > 0 && own < request.want)
            pick(six, request, request.want - own, random, out);
        return;
    }
    const std::uint32_t v4 = bothFamilies || askerIsV4 ? available(four) : 0;
    const std::uint32_t v6 = bothFamilies || !askerIsV4 ? available(six) : 0;
    if (v4 + v6 == 0)
        return;

    const std::uint64_t share = std::uint64_t{request.want} * v4 / (v4 + v6);
    const std::uint32_t quarter = request.want / 4;
    std::uint32_t wantV4 = static_cast<std::uint32_t>(share);
    if (v4 > 0 && v6 > 0)
        wantV4 = std::clamp(wantV4, quarter, request.want - quarter);
    wantV4 = std::max(std::min(wantV4, v4), request.want - std::min(request.want, v6));
    const auto added = v4 == 0 ? 0 : pick(four, request, std::min(wantV4, v4), random, out);
    if (v6 > 0)
        pick(six, request, request.want - added, random, out);
}

namespace {

template <typename Family>
void prefetchFamily(const SwarmFamily<Family>& family, int level, const PeerUpdate& update) {
    if (level == 0)
        family.prefetchFirst();
    else if (level == 1)
        family.prefetchSecond(peerKey<Family>(update.peer), update.isSeed);
    else
        family.prefetchThird(peerKey<Family>(update.peer), update.isSeed);
}

} // namespace

void Swarm::prefetch(int level, const PeerUpdate& update) const {
    if (update.peer.address.isV4())
        prefetchFamily(V4(m_record, m_memory), level, update);
    else
        prefetchFamily(V6(m_record, m_memory), level, update);
}

std::uint32_t Swarm::parts() const {
    return V4(m_record, m_memory).parts() + V6(m_record, m_memory).parts();
}

void Swarm::tidy() {
    V4(m_record, m_memory).tidy();
    V6(m_record, m_memory).tidy();
}

} // namespace essaim::tracker
