#include "core/address_range.h"

#include "core/cidr.h"

namespace essaim {

namespace {

constexpr unsigned kV4Bits = 32;
constexpr unsigned kV6Bits = 128;

unsigned bitsOf(const IpAddress& address) {
    return address.isV4() ? kV4Bits : kV6Bits;
}

IpAddress lastOf(const Cidr& prefix) {
    auto bytes = prefix.address().bytes();
    for (unsigned bit = prefix.prefixLength(); bit < bitsOf(prefix.address()); ++bit)
        bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] | (0x80u >> (bit % 8)));
    return prefix.address().isV4() ? IpAddress::v4(bytes[0], bytes[1], bytes[2], bytes[3]) : IpAddress::v6(bytes);
}

} // namespace

std::expected<AddressRange, AddressRange::Fault> AddressRange::parse(std::string_view text) {
    AddressRange range;
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) {
        const auto prefix = Cidr::parse(text);
        if (!prefix)
            return std::unexpected(Fault::NotARange);
        range.m_first = prefix->address();
        range.m_last = lastOf(*prefix);
        return range;
    }
    const auto first = IpAddress::parse(text.substr(0, dash));
    const auto last = IpAddress::parse(text.substr(dash + 1));
    if (!first || !last)
        return std::unexpected(Fault::NotARange);
    if (first->isV4() != last->isV4())
        return std::unexpected(Fault::TwoFamilies);
    if (*last < *first)
        return std::unexpected(Fault::Backwards);
    range.m_first = *first;
    range.m_last = *last;
    return range;
}

bool AddressRange::contains(const IpAddress& address) const {
    return address.isV4() == m_first.isV4() && m_first <= address && address <= m_last;
}

std::string AddressRange::toString() const {
    if (m_first == m_last)
        return m_first.toString();
    for (unsigned length = 0; length < bitsOf(m_first); ++length) {
        const auto prefix = Cidr::make(m_first, length);
        if (prefix && prefix->address() == m_first && lastOf(*prefix) == m_last)
            return prefix->toString();
    }
    return m_first.toString() + '-' + m_last.toString();
}

} // namespace essaim
