#include "tracker/swarm/address_kind.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

/// By the first byte of an IPv4 address: its kind, or kMixed if more bytes decide.
constexpr std::uint8_t kMixed = 0xff;

constexpr std::array<std::uint8_t, 256> firstBytes() {
    std::array<std::uint8_t, 256> kinds{};
    kinds[10] = static_cast<std::uint8_t>(AddressKind::Private);
    kinds[127] = static_cast<std::uint8_t>(AddressKind::Loopback);
    kinds[100] = kinds[169] = kinds[172] = kinds[192] = kMixed;
    kinds[0] = static_cast<std::uint8_t>(AddressKind::Other);
    for (std::size_t first = 224; first < 256; ++first)
        kinds[first] = static_cast<std::uint8_t>(AddressKind::Other);
    return kinds;
}

constexpr auto kFirstBytes = firstBytes();

AddressKind kindOf(const IpAddress& address) {
    if (address.isGlobal())
        return AddressKind::Global;
    if (address.isLoopback())
        return AddressKind::Loopback;
    return address.isPrivate() ? AddressKind::Private : AddressKind::Other;
}

} // namespace

AddressKind addressKindV4(const std::uint8_t* address) {
    const auto kind = kFirstBytes[address[0]];
    if (kind != kMixed)
        return static_cast<AddressKind>(kind);
    return kindOf(IpAddress::v4(address[0], address[1], address[2], address[3]));
}

AddressKind addressKindV6(const std::uint8_t* address) {
    std::array<std::uint8_t, 16> bytes;
    std::copy_n(address, bytes.size(), bytes.begin());
    return kindOf(IpAddress::v6(bytes));
}

} // namespace essaim::tracker
