// Which addresses in torrents and requests are well-formed enough to be contacted, and where they lead.
#pragma once

#include <cstdint>
#include <string_view>

namespace essaim::engine {

/// Visible ASCII only, at most 2,048 bytes, no user name or password, a host of labels of letters, digits, '-' and '_'
/// or an IP address in its one usual form (no octal, hexadecimal or shortened ones), a port from 1 to 65535 where one
/// is given.
[[nodiscard]] bool isTrackerUrl(std::string_view url); ///< http, https or udp
[[nodiscard]] bool isWebSeedUrl(std::string_view url); ///< http or https

enum class UrlPlace : std::uint8_t {
    Anywhere,
    PrivateNetwork, ///< an address or a name of some local network
    ThisComputer,   ///< loopback
    Nowhere,        ///< link-local, multicast, unspecified, reserved: no host that a stranger may name
};

/// By the host as it is written; names are not looked up. For URLs that passed one of the above.
[[nodiscard]] UrlPlace placeOf(std::string_view url);

/// "tracker.example", for messages: the rest of a URL may hold a secret.
[[nodiscard]] std::string_view hostOfUrl(std::string_view url);

/// Whether a torrent or a link from a stranger may make us contact this tracker. Loopback only as an announce, as the
/// tracker of this computer takes it: other services that listen here are no business of strangers.
[[nodiscard]] bool mayStrangersName(std::string_view trackerUrl);

} // namespace essaim::engine
