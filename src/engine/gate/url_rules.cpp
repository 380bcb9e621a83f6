#include "engine/gate/url_rules.h"

#include "core/endpoint.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <optional>

namespace essaim::engine {
namespace {

constexpr std::size_t kMaxUrlLength = 2048;
constexpr std::size_t kMaxHostLength = 253;

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isLabel(std::string_view label) {
    constexpr std::size_t kMaxLabelLength = 63;
    return !label.empty() && label.size() <= kMaxLabelLength && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return isLetterOrDigit(c) || c == '-' || c == '_'; });
}

/// Resolvers take "127.1", "0x7f000001" and "017700000001" for addresses: what ends like a number must be one in its
/// usual form, or a rule about addresses would not see it.
bool endsLikeANumber(std::string_view host) {
    const std::string_view last = host.substr(host.rfind('.') + 1);
    const bool isDecimal = std::ranges::all_of(last, [](char c) { return c >= '0' && c <= '9'; });
    return isDecimal || last.starts_with("0x") || last.starts_with("0X");
}

bool isHost(std::string_view host) {
    if (host.starts_with('[')) {
        const auto address = host.ends_with(']') ? IpAddress::parse(host.substr(1, host.size() - 2)) : std::nullopt;
        return address.has_value();
    }
    if (host.ends_with('.'))
        host.remove_suffix(1);
    if (host.empty() || host.size() > kMaxHostLength)
        return false;
    if (endsLikeANumber(host))
        return IpAddress::parse(host).has_value();
    for (std::size_t begin = 0; begin <= host.size();) {
        const std::size_t end = std::min(host.find('.', begin), host.size());
        if (!isLabel(host.substr(begin, end - begin)))
            return false;
        begin = end + 1;
    }
    return true;
}

bool isPort(std::string_view text) {
    unsigned port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port >= 1 && port <= 65535;
}

/// "host:port" or "host", the host in brackets where it is an IPv6 address.
struct Authority {
    std::string_view host;
    std::optional<std::string_view> port;
};

Authority split(std::string_view authority) {
    const std::size_t hostEnd = authority.starts_with('[') ? authority.find(']') : 0;
    const std::size_t colon = hostEnd == std::string_view::npos ? std::string_view::npos : authority.find(':', hostEnd);
    if (colon == std::string_view::npos)
        return {authority, std::nullopt};
    return {authority.substr(0, colon), authority.substr(colon + 1)};
}

bool isAuthority(std::string_view authority) {
    const auto [host, port] = split(authority);
    return isHost(host) && (!port || isPort(*port));
}

std::string_view authorityOf(std::string_view url) {
    const std::size_t scheme = url.find("://");
    const std::string_view rest = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
    return rest.substr(0, rest.find_first_of("/?#"));
}

bool startsWithIgnoringCase(std::string_view text, std::string_view lowerPrefix) {
    return text.size() >= lowerPrefix.size() &&
           std::ranges::equal(text.substr(0, lowerPrefix.size()), lowerPrefix, [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? char(a + 32) : a) == b;
           });
}

bool isUrl(std::string_view url, std::initializer_list<std::string_view> schemes) {
    if (url.size() > kMaxUrlLength || !std::ranges::all_of(url, [](char c) { return c > 0x20 && c < 0x7f; }))
        return false;
    const auto scheme =
        std::ranges::find_if(schemes, [url](std::string_view each) { return startsWithIgnoringCase(url, each); });
    if (scheme == schemes.end())
        return false;
    const std::string_view authority = authorityOf(url);
    return authority.find('@') == std::string_view::npos && isAuthority(authority);
}

bool endsWithIgnoringCase(std::string_view text, std::string_view lowerSuffix) {
    return text.size() >= lowerSuffix.size() &&
           startsWithIgnoringCase(text.substr(text.size() - lowerSuffix.size()), lowerSuffix);
}

UrlPlace placeOf(const IpAddress& address) {
    if (address.isLoopback())
        return UrlPlace::ThisComputer;
    if (address.isPrivate())
        return UrlPlace::PrivateNetwork;
    return address.isGlobal() ? UrlPlace::Anywhere : UrlPlace::Nowhere;
}

/// Names that mean something in some local network only.
bool isLocalName(std::string_view host) {
    constexpr std::array<std::string_view, 6> kSuffixes{".local",    ".lan",       ".home",
                                                        ".internal", ".home.arpa", ".localdomain"};
    return !host.contains('.') ||
           std::ranges::any_of(kSuffixes, [host](std::string_view each) { return endsWithIgnoringCase(host, each); });
}

} // namespace

UrlPlace placeOf(std::string_view url) {
    std::string_view host = hostOfUrl(url);
    if (host.ends_with('.'))
        host.remove_suffix(1);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    if (const auto address = IpAddress::parse(host))
        return placeOf(*address);
    if (endsWithIgnoringCase(host, "localhost"))
        return UrlPlace::ThisComputer;
    return isLocalName(host) ? UrlPlace::PrivateNetwork : UrlPlace::Anywhere;
}

std::string_view hostOfUrl(std::string_view url) {
    return split(authorityOf(url)).host;
}

bool mayStrangersName(std::string_view trackerUrl) {
    const UrlPlace place = placeOf(trackerUrl);
    if (place != UrlPlace::ThisComputer)
        return place != UrlPlace::Nowhere;
    const std::string_view authority = authorityOf(trackerUrl);
    const std::string_view path = trackerUrl.substr(std::size_t(authority.end() - trackerUrl.begin()));
    return path.starts_with("/announce") || (path.empty() && startsWithIgnoringCase(trackerUrl, "udp://"));
}

bool isTrackerUrl(std::string_view url) {
    return isUrl(url, {"http://", "https://", "udp://"});
}

bool isWebSeedUrl(std::string_view url) {
    return isUrl(url, {"http://", "https://"});
}

} // namespace essaim::engine
