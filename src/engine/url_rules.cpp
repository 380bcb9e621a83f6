#include "engine/url_rules.h"

#include "core/endpoint.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>

namespace essaim::engine {
namespace {

constexpr std::size_t kMaxUrlLength = 2048;
constexpr std::size_t kMaxHostLength = 253;

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isHost(std::string_view host) {
    if (host.starts_with('[')) {
        const auto address = host.ends_with(']') ? IpAddress::parse(host.substr(1, host.size() - 2)) : std::nullopt;
        return address.has_value();
    }
    return !host.empty() && host.size() <= kMaxHostLength &&
           std::ranges::all_of(host, [](char c) { return isLetterOrDigit(c) || c == '-' || c == '.' || c == '_'; });
}

bool isPort(std::string_view text) {
    unsigned port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port >= 1 && port <= 65535;
}

bool isAuthority(std::string_view authority) {
    const std::size_t hostEnd = authority.starts_with('[') ? authority.find(']') : authority.find(':');
    if (hostEnd == std::string_view::npos)
        return isHost(authority);
    const std::size_t colon = authority.find(':', hostEnd);
    if (colon == std::string_view::npos)
        return isHost(authority);
    return isHost(authority.substr(0, colon)) && isPort(authority.substr(colon + 1));
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
    const std::string_view rest = url.substr(scheme->size());
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    return authority.find('@') == std::string_view::npos && isAuthority(authority);
}

} // namespace

bool isTrackerUrl(std::string_view url) {
    return isUrl(url, {"http://", "https://", "udp://"});
}

bool isWebSeedUrl(std::string_view url) {
    return isUrl(url, {"http://", "https://"});
}

} // namespace essaim::engine
