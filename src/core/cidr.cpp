// Address prefixes: masking, text, membership.
#include "core/cidr.h"

#include <algorithm>
#include <charconv>

namespace essaim {

namespace {

constexpr unsigned kV4Bits = 32;
constexpr unsigned kV6Bits = 128;
constexpr unsigned kMappedBits = kV6Bits - kV4Bits; ///< length of ::ffff:0:0/96

unsigned bitsOf(const IpAddress& address) {
    return address.isV4() ? kV4Bits : kV6Bits;
}

void clearHostBits(std::array<std::uint8_t, 16>& bytes, unsigned prefixLength) {
    for (unsigned i = 0; i < bytes.size(); ++i) {
        const unsigned kept = std::min(prefixLength - std::min(prefixLength, 8 * i), 8u);
        bytes[i] = static_cast<std::uint8_t>(bytes[i] & (0xff00u >> kept));
    }
}

std::array<std::uint8_t, 16> mapped(const IpAddress& v4) {
    std::array<std::uint8_t, 16> bytes{};
    bytes[10] = bytes[11] = 0xff;
    std::copy_n(v4.bytes().begin(), 4, bytes.begin() + 12);
    return bytes;
}

std::optional<unsigned> parseLength(std::string_view text) {
    unsigned length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    const bool padded = text.size() > 1 && text.front() == '0';
    if (text.empty() || padded || error != std::errc() || end != text.data() + text.size() || length > kV6Bits)
        return std::nullopt;
    return length;
}

} // namespace

std::optional<Cidr> Cidr::make(const IpAddress& address, unsigned prefixLength) {
    if (prefixLength > bitsOf(address))
        return std::nullopt;
    auto bytes = address.bytes();
    clearHostBits(bytes, prefixLength);
    Cidr cidr;
    cidr.m_address = address.isV4() ? IpAddress::v4(bytes[0], bytes[1], bytes[2], bytes[3]) : IpAddress::v6(bytes);
    cidr.m_prefixLength = prefixLength;
    return cidr;
}

std::optional<Cidr> Cidr::parse(std::string_view text) {
    const auto slash = text.find('/');
    const auto host = text.substr(0, slash);
    const auto address = IpAddress::parse(host);
    if (!address)
        return std::nullopt;
    if (slash == std::string_view::npos)
        return make(*address, bitsOf(*address));
    const auto length = parseLength(text.substr(slash + 1));
    if (!length)
        return std::nullopt;
    const bool wasMapped = address->isV4() && host.find(':') != std::string_view::npos;
    if (!wasMapped)
        return make(*address, *length);
    if (*length >= kMappedBits)
        return make(*address, *length - kMappedBits);
    auto bytes = mapped(*address);
    clearHostBits(bytes, *length);
    return make(IpAddress::v6(bytes), *length);
}

bool Cidr::contains(const IpAddress& address) const {
    if (address.isV4() != m_address.isV4())
        return false;
    auto bytes = address.bytes();
    clearHostBits(bytes, m_prefixLength);
    return bytes == m_address.bytes();
}

std::string Cidr::toString() const {
    return m_address.toString() + '/' + std::to_string(m_prefixLength);
}

} // namespace essaim
