// A range of addresses: "192.168.0.0/16", "2001:db8::/32".
#pragma once

#include "core/endpoint.h"

namespace essaim {

/// Address prefix. The host bits are always zero; IPv4 lengths are 0 to 32, IPv6 0 to 128.
class Cidr {
public:
    /// Host bits of `address` are cleared; a length that is too long for the family is refused.
    [[nodiscard]] static std::optional<Cidr> make(const IpAddress& address, unsigned prefixLength);
    /// "a.b.c.d/n", "x::y/n", or a bare address (whole length). IPv4-mapped prefixes of 96 and more become IPv4.
    [[nodiscard]] static std::optional<Cidr> parse(std::string_view text);

    auto operator<=>(const Cidr&) const = default;

    [[nodiscard]] const IpAddress& address() const { return m_address; }
    [[nodiscard]] unsigned prefixLength() const { return m_prefixLength; }
    [[nodiscard]] bool contains(const IpAddress& address) const; ///< false for the other family
    [[nodiscard]] std::string toString() const;

private:
    IpAddress m_address;
    unsigned m_prefixLength = 0;
};

} // namespace essaim
