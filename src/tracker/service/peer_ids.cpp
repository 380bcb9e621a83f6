#include "tracker/service/peer_ids.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace essaim::tracker {

void PeerIds::Free::operator()(void* memory) const {
    std::free(memory);
}

// calloc, because the system hands out zeroed pages only as they are touched.
PeerIds::PeerIds()
    : m_entries(static_cast<Entry*>(std::calloc(kEntries, sizeof(Entry)))) {
    if (!m_entries)
        throw std::bad_alloc();
}

std::uint64_t PeerIds::keyOf(const Sha1Hash& infoHash, const Endpoint& peer) const {
    std::array<std::uint8_t, 39> bytes{};
    auto end = std::ranges::copy(infoHash.bytes, bytes.begin()).out;
    end = std::ranges::copy(peer.address.bytes(), end).out;
    *end++ = static_cast<std::uint8_t>(peer.port >> 8);
    *end++ = static_cast<std::uint8_t>(peer.port & 0xff);
    *end = peer.address.isV6() ? 6 : 4;
    return std::max<std::uint64_t>(sipHash13(m_key, bytes), 1);
}

void PeerIds::put(const Sha1Hash& infoHash, const Endpoint& peer, const PeerId& id) {
    const auto key = keyOf(infoHash, peer);
    const std::lock_guard lock(m_locks[key % kLocks]);
    const auto place = placeOf(key);
    auto at = std::ranges::find(place, key, &Entry::key);
    if (at == place.end())
        --at; // the oldest goes
    std::move_backward(place.begin(), at, at + 1);
    place.front() = {key, id};
}

std::optional<PeerId> PeerIds::find(const Sha1Hash& infoHash, const Endpoint& peer) const {
    const auto key = keyOf(infoHash, peer);
    const std::lock_guard lock(m_locks[key % kLocks]);
    const auto place = placeOf(key);
    const auto found = std::ranges::find(place, key, &Entry::key);
    return found != place.end() ? std::optional(found->id) : std::nullopt;
}

PeerIds::Place PeerIds::placeOf(std::uint64_t key) const {
    return Place(&m_entries[key % (kEntries / kWays) * kWays], kWays);
}

} // namespace essaim::tracker
