// Which addresses in torrents and requests are well-formed enough to be contacted.
#pragma once

#include <string_view>

namespace essaim::engine {

/// Visible ASCII only, at most 2,048 bytes, no user name or password, a host of letters, digits, '-', '_' and '.' or a
/// bracketed IPv6 literal, a port from 1 to 65535 where one is given.
[[nodiscard]] bool isTrackerUrl(std::string_view url); ///< http, https or udp
[[nodiscard]] bool isWebSeedUrl(std::string_view url); ///< http or https

} // namespace essaim::engine
