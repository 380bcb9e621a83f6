// Neighbouring addresses: "10.0.0.7", "10.0.0.0/8", "10.0.0.7-10.0.1.20".
#pragma once

#include "core/endpoint.h"

#include <expected>

namespace essaim {

/// From one address to another of the same family, both included.
class AddressRange {
public:
    enum class Fault {
        NotARange,
        Backwards,   ///< it ends before it begins
        TwoFamilies, ///< from an IPv4 to an IPv6 address, or the other way
    };
    /// An address, a prefix as Cidr::parse() takes it, or two addresses with a '-' between, without blanks.
    [[nodiscard]] static std::expected<AddressRange, Fault> parse(std::string_view text);

    auto operator<=>(const AddressRange&) const = default;

    [[nodiscard]] const IpAddress& first() const { return m_first; }
    [[nodiscard]] const IpAddress& last() const { return m_last; }
    [[nodiscard]] bool contains(const IpAddress& address) const;
    /// The shortest of the three forms that says it.
    [[nodiscard]] std::string toString() const;

private:
    IpAddress m_first;
    IpAddress m_last;
};

} // namespace essaim
