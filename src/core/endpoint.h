// Addresses of hosts and peers, IPv4 and IPv6, as values.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace essaim {

/// IPv4 or IPv6 address. IPv4-mapped IPv6 (::ffff:a.b.c.d) is normalised to IPv4 by every constructor. No zones.
class IpAddress {
public:
    /// 0.0.0.0
    IpAddress() = default;
    [[nodiscard]] static IpAddress v4(std::uint32_t hostOrder);
    [[nodiscard]] static IpAddress v4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d);
    [[nodiscard]] static IpAddress v6(const std::array<std::uint8_t, 16>& networkOrder);
    /// Dotted quad or RFC 4291 text, no brackets, no zone, no leading zeros in quads.
    [[nodiscard]] static std::optional<IpAddress> parse(std::string_view text);

    auto operator<=>(const IpAddress&) const = default;

    [[nodiscard]] bool isV4() const { return !m_isV6; }
    [[nodiscard]] bool isV6() const { return m_isV6; }
    [[nodiscard]] std::uint32_t toV4() const; ///< host order; only for isV4()
    /// Network order; IPv4 addresses fill the first four bytes.
    [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const { return m_bytes; }
    [[nodiscard]] std::string toString() const; ///< canonical text (RFC 5952)

    [[nodiscard]] bool isUnspecified() const;
    [[nodiscard]] bool isLoopback() const;  ///< 127/8, ::1
    [[nodiscard]] bool isLinkLocal() const; ///< 169.254/16, fe80::/10
    [[nodiscard]] bool isMulticast() const; ///< 224/4, ff00::/8
    [[nodiscard]] bool isBroadcast() const; ///< 255.255.255.255
    /// RFC 1918, RFC 6598 (carrier NAT, 100.64/10) and RFC 4193 (fc00::/7): reachable inside some network only.
    [[nodiscard]] bool isPrivate() const;
    /// None of the above and not reserved (0/8, 240/4): an address that the whole Internet could reach.
    [[nodiscard]] bool isGlobal() const;

private:
    std::array<std::uint8_t, 16> m_bytes{};
    bool m_isV6 = false;
};

/// Address and port. Port 0 means "any" for listening and "none" for a peer.
struct Endpoint {
    IpAddress address;
    std::uint16_t port = 0;

    auto operator<=>(const Endpoint&) const = default;
    [[nodiscard]] std::string toString() const; ///< "1.2.3.4:80", "[::1]:80"
    /// Form of toString(); the port is required.
    [[nodiscard]] static std::optional<Endpoint> parse(std::string_view text);
};

} // namespace essaim
