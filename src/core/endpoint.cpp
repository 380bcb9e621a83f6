// Text forms and classes of IP addresses.
#include "core/endpoint.h"

#include <algorithm>
#include <charconv>

namespace essaim {

namespace {

constexpr std::size_t kGroups = 8; ///< 16-bit groups of an IPv6 address
using Groups = std::array<std::uint16_t, kGroups>;

/// A whole number without sign or leading zeros, at most `maximum`.
std::optional<unsigned> parseNumber(std::string_view text, unsigned maximum, int base = 10) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || value > maximum)
        return std::nullopt;
    if (base == 10 && text.size() > 1 && text.front() == '0')
        return std::nullopt;
    return value;
}

std::optional<std::uint32_t> parseV4(std::string_view text) {
    std::uint32_t value = 0;
    for (int part = 0; part < 4; ++part) {
        const auto dot = part < 3 ? text.find('.') : text.size();
        if (dot == std::string_view::npos)
            return std::nullopt;
        const auto number = parseNumber(text.substr(0, dot), 255);
        if (!number)
            return std::nullopt;
        value = value << 8 | *number;
        text.remove_prefix(std::min(dot + 1, text.size()));
    }
    return value;
}

/// Groups separated by single colons into `groups` from `count` on; a dotted quad may stand for the last two.
bool parseGroups(std::string_view text, Groups& groups, std::size_t& count) {
    if (text.empty())
        return true;
    for (;;) {
        const auto colon = text.find(':');
        const auto part = text.substr(0, colon);
        const bool last = colon == std::string_view::npos;
        if (last && part.find('.') != std::string_view::npos) {
            const auto quad = parseV4(part);
            if (!quad || count + 2 > kGroups)
                return false;
            groups[count++] = static_cast<std::uint16_t>(*quad >> 16);
            groups[count++] = static_cast<std::uint16_t>(*quad);
            return true;
        }
        const auto group = part.size() <= 4 ? parseNumber(part, 0xffff, 16) : std::nullopt;
        if (!group || count == kGroups)
            return false;
        groups[count++] = static_cast<std::uint16_t>(*group);
        if (last)
            return true;
        text.remove_prefix(colon + 1);
    }
}

std::optional<Groups> parseV6(std::string_view text) {
    Groups groups{};
    std::size_t count = 0;
    const auto gap = text.find("::");
    if (gap == std::string_view::npos) {
        if (!parseGroups(text, groups, count) || count != kGroups)
            return std::nullopt;
        return groups;
    }
    Groups tail{};
    std::size_t tailCount = 0;
    const auto head = text.substr(0, gap);
    // A quad may only end the address: refuse it in front of the gap.
    if (head.find('.') != std::string_view::npos || !parseGroups(head, groups, count) ||
        !parseGroups(text.substr(gap + 2), tail, tailCount) || count + tailCount >= kGroups)
        return std::nullopt;
    std::copy_n(tail.begin(), tailCount, groups.end() - static_cast<std::ptrdiff_t>(tailCount));
    return groups;
}

struct ZeroRun {
    std::size_t begin = 0;
    std::size_t length = 0;
};

/// The longest run of zero groups, the first of equals (RFC 5952, 4.2.3).
ZeroRun longestZeroRun(const Groups& groups) {
    ZeroRun best;
    ZeroRun current;
    for (std::size_t i = 0; i < kGroups; ++i) {
        if (groups[i] != 0) {
            current = {};
            continue;
        }
        if (current.length++ == 0)
            current.begin = i;
        if (current.length > best.length)
            best = current;
    }
    return best.length >= 2 ? best : ZeroRun{};
}

void appendHex(std::string& out, std::uint16_t group) {
    std::array<char, 4> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), group, 16).ptr;
    out.append(digits.data(), end);
}

std::string formatV6(const Groups& groups) {
    const auto run = longestZeroRun(groups);
    std::string text;
    for (std::size_t i = 0; i < kGroups; ++i) {
        if (run.length > 0 && i == run.begin) {
            text += "::";
            i += run.length - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':')
            text += ':';
        appendHex(text, groups[i]);
    }
    return text;
}

} // namespace

IpAddress IpAddress::v4(std::uint32_t hostOrder) {
    IpAddress address;
    for (std::size_t i = 0; i < 4; ++i)
        address.m_bytes[i] = static_cast<std::uint8_t>(hostOrder >> (24 - 8 * i));
    return address;
}

IpAddress IpAddress::v4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) {
    IpAddress address;
    address.m_bytes[0] = a;
    address.m_bytes[1] = b;
    address.m_bytes[2] = c;
    address.m_bytes[3] = d;
    return address;
}

IpAddress IpAddress::v6(const std::array<std::uint8_t, 16>& networkOrder) {
    constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (std::equal(kMapped.begin(), kMapped.end(), networkOrder.begin()))
        return v4(networkOrder[12], networkOrder[13], networkOrder[14], networkOrder[15]);
    IpAddress address;
    address.m_bytes = networkOrder;
    address.m_isV6 = true;
    return address;
}

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
    if (text.find(':') == std::string_view::npos)
        return parseV4(text).transform([](std::uint32_t value) { return v4(value); });
    const auto groups = parseV6(text);
    if (!groups)
        return std::nullopt;
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < kGroups; ++i) {
        bytes[2 * i] = static_cast<std::uint8_t>((*groups)[i] >> 8);
        bytes[2 * i + 1] = static_cast<std::uint8_t>((*groups)[i]);
    }
    return v6(bytes);
}

std::uint32_t IpAddress::toV4() const {
    return std::uint32_t{m_bytes[0]} << 24 | std::uint32_t{m_bytes[1]} << 16 | std::uint32_t{m_bytes[2]} << 8 |
           std::uint32_t{m_bytes[3]};
}

std::string IpAddress::toString() const {
    if (isV4()) {
        return std::to_string(m_bytes[0]) + '.' + std::to_string(m_bytes[1]) + '.' + std::to_string(m_bytes[2]) + '.' +
               std::to_string(m_bytes[3]);
    }
    Groups groups{};
    for (std::size_t i = 0; i < kGroups; ++i)
        groups[i] = static_cast<std::uint16_t>(m_bytes[2 * i] << 8 | m_bytes[2 * i + 1]);
    return formatV6(groups);
}

bool IpAddress::isUnspecified() const {
    return m_bytes == std::array<std::uint8_t, 16>{};
}

bool IpAddress::isLoopback() const {
    if (isV4())
        return m_bytes[0] == 127;
    std::array<std::uint8_t, 16> loopback{};
    loopback.back() = 1;
    return m_bytes == loopback;
}

bool IpAddress::isLinkLocal() const {
    if (isV4())
        return m_bytes[0] == 169 && m_bytes[1] == 254;
    return m_bytes[0] == 0xfe && (m_bytes[1] & 0xc0) == 0x80;
}

bool IpAddress::isMulticast() const {
    return isV4() ? (m_bytes[0] & 0xf0) == 0xe0 : m_bytes[0] == 0xff;
}

bool IpAddress::isBroadcast() const {
    return isV4() && toV4() == 0xffffffff;
}

bool IpAddress::isPrivate() const {
    if (isV6())
        return (m_bytes[0] & 0xfe) == 0xfc;
    return m_bytes[0] == 10 || (m_bytes[0] == 172 && (m_bytes[1] & 0xf0) == 16) ||
           (m_bytes[0] == 192 && m_bytes[1] == 168) || (m_bytes[0] == 100 && (m_bytes[1] & 0xc0) == 64);
}

bool IpAddress::isGlobal() const {
    if (isV6())
        return (m_bytes[0] & 0xe0) == 0x20; // 2000::/3 is all that is given out (RFC 4291, 2.4)
    const bool reserved = m_bytes[0] == 0 || m_bytes[0] >= 240;
    return !reserved && !isLoopback() && !isLinkLocal() && !isMulticast() && !isPrivate();
}

std::string Endpoint::toString() const {
    const auto text = address.toString();
    return (address.isV6() ? '[' + text + ']' : text) + ':' + std::to_string(port);
}

std::optional<Endpoint> Endpoint::parse(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto host = text.substr(0, colon);
    const bool bracketed = host.size() >= 2 && host.front() == '[' && host.back() == ']';
    if (bracketed)
        host = host.substr(1, host.size() - 2);
    // "::1:80" could mean two things; brackets are what tells them apart, and only IPv6 has them.
    if (bracketed != (host.find(':') != std::string_view::npos))
        return std::nullopt;
    const auto address = IpAddress::parse(host);
    const auto port = parseNumber(text.substr(colon + 1), 65535);
    if (!address || !port)
        return std::nullopt;
    return Endpoint{*address, static_cast<std::uint16_t>(*port)};
}

} // namespace essaim
