// How the address of a peer is to be treated, told by its first bytes.
#pragma once

#include "core/endpoint.h"

#include <cstdint>

namespace essaim::tracker {

/// See announcedAddress(), which says what becomes of each.
enum class AddressKind : std::uint8_t { Global, Loopback, Private, Other };

/// Of addresses as they stand in compact endpoints.
[[nodiscard]] AddressKind addressKindV4(const std::uint8_t* address);
[[nodiscard]] AddressKind addressKindV6(const std::uint8_t* address);
[[nodiscard]] inline AddressKind addressKind(const IpAddress& address) {
    return address.isV4() ? addressKindV4(address.bytes().data()) : addressKindV6(address.bytes().data());
}

/// A bit for each kind.
[[nodiscard]] constexpr std::uint32_t kindBit(AddressKind kind) {
    return 1U << static_cast<unsigned>(kind);
}

} // namespace essaim::tracker
