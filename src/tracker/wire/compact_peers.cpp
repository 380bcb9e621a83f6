#include "tracker/wire/compact_peers.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

std::uint16_t portAt(const std::uint8_t* bytes) {
    return static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]);
}

} // namespace

void CompactPeers::writeTo(AnswerMemory& memory, std::size_t head, bool isV4) {
    m_memory = &memory;
    m_head = head;
    m_isV4 = isV4;
}

bool CompactPeers::grow(Entries& entries, std::size_t more) {
    if (m_memory)
        return false;
    entries.own.resize(2 * entries.own.size() + more + 64 * kV6Size);
    entries.memory = entries.own;
    return true;
}

void CompactPeers::clear() {
    m_v4.used = 0;
    m_v6.used = 0;
    if (!m_memory)
        return;
    const auto rest = m_memory->rest();
    (m_isV4 ? m_v4 : m_v6).memory = rest.subspan(std::min(m_head, rest.size()));
    (m_isV4 ? m_v6 : m_v4).memory = {};
}

void CompactPeers::add(const Endpoint& peer) {
    std::array<std::uint8_t, kV6Size> key;
    const std::size_t size = peer.address.isV4() ? kV4Size : kV6Size;
    std::copy_n(peer.address.bytes().begin(), size - 2, key.begin());
    key[size - 2] = static_cast<std::uint8_t>(peer.port >> 8);
    key[size - 1] = static_cast<std::uint8_t>(peer.port & 0xff);
    if (size == kV4Size)
        addKeys<kV4Size>(key.data(), 1);
    else
        addKeys<kV6Size>(key.data(), 1);
}

bool CompactPeers::contains(const Endpoint& peer) const {
    if (peer.address.isV4()) {
        for (std::size_t i = 0; i < m_v4.used / kV4Size; ++i)
            if (v4At(i) == peer)
                return true;
        return false;
    }
    for (std::size_t i = 0; i < m_v6.used / kV6Size; ++i)
        if (v6At(i) == peer)
            return true;
    return false;
}

Endpoint CompactPeers::v4At(std::size_t index) const {
    const auto* bytes = m_v4.memory.data() + index * kV4Size;
    return {IpAddress::v4(bytes[0], bytes[1], bytes[2], bytes[3]), portAt(bytes + 4)};
}

Endpoint CompactPeers::v6At(std::size_t index) const {
    const auto* bytes = m_v6.memory.data() + index * kV6Size;
    std::array<std::uint8_t, 16> address;
    std::copy_n(bytes, address.size(), address.begin());
    return {IpAddress::v6(address), portAt(bytes + 16)};
}

} // namespace essaim::tracker
