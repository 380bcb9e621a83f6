#include "tracker/swarm/peer.h"

#include <algorithm>

namespace essaim::tracker {

std::uint64_t PeerV4::hash(const SipKey& key) const {
    const std::uint8_t bytes[] = {static_cast<std::uint8_t>(address >> 24), static_cast<std::uint8_t>(address >> 16),
                                  static_cast<std::uint8_t>(address >> 8),  static_cast<std::uint8_t>(address),
                                  static_cast<std::uint8_t>(port >> 8),     static_cast<std::uint8_t>(port)};
    return sipHash13(key, bytes);
}

std::uint64_t PeerV6::hash(const SipKey& key) const {
    std::array<std::uint8_t, 18> bytes;
    std::ranges::copy(address, bytes.begin());
    bytes[16] = static_cast<std::uint8_t>(port >> 8);
    bytes[17] = static_cast<std::uint8_t>(port);
    return sipHash13(key, bytes);
}

} // namespace essaim::tracker
