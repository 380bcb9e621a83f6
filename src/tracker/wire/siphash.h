// SipHash: a keyed hash that strangers cannot steer, for tables and for connection ids.
#pragma once

#include <cstdint>
#include <span>

namespace essaim::tracker {

/// 128-bit key. Whoever does not know it can neither predict a hash nor build collisions.
struct SipKey {
    std::uint64_t k0 = 0;
    std::uint64_t k1 = 0;

    bool operator==(const SipKey&) const = default;
    /// From the system's generator.
    [[nodiscard]] static SipKey random();
};

/// SipHash-2-4: an authentication code.
[[nodiscard]] std::uint64_t sipHash24(const SipKey& key, std::span<const std::uint8_t> data);
/// SipHash-1-3: faster, for hash tables.
[[nodiscard]] std::uint64_t sipHash13(const SipKey& key, std::span<const std::uint8_t> data);

} // namespace essaim::tracker
