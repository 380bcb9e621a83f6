// What is asked of a router besides mapping ports: libtorrent asks it for its address outside once, and takes back only
// what it mapped itself.
#pragma once

#include "core/endpoint.h"

#include <compare>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace essaim::engine {

/// Where a router of this network takes requests of UPnP.
struct RouterControl {
    IpAddress host; ///< private: nobody outside is ever asked
    std::uint16_t port = 0;
    std::string path;
    std::string service; ///< type of the service that maps ports

    bool operator==(const RouterControl&) const = default;
};

/// In a line of libtorrent's log, if it says that such a router was found.
[[nodiscard]] std::optional<RouterControl> routerControlIn(std::string_view logLine);

/// The router's IPv4 address outside, as it says now: by UPnP, else by NAT-PMP (RFC 6886) from one of `gateways`. Waits
/// for a few seconds at most.
[[nodiscard]] std::optional<IpAddress>
askAddressOutside(const std::optional<RouterControl>& control, const std::set<IpAddress>& gateways);

/// What a router answered to one request.
struct RouterAnswer {
    enum class Kind : std::uint8_t { Done, Refused, Silent };
    Kind kind = Kind::Silent;
    int error = 0; ///< code of UPnP, with Refused; 0 = it gave none
    std::string text;
};

/// A port of a router, TCP or UDP.
struct RouterPort {
    std::uint16_t port = 0;
    bool isTcp = true;

    auto operator<=>(const RouterPort&) const = default;
};

/// To whom the router passes a port on. Nothing in it if to nobody.
struct RouterEntry {
    bool isKnown = false; ///< the router answered
    std::optional<IpAddress> client;
    std::uint16_t clientPort = 0;
};

/// Each waits for a few seconds at most.
[[nodiscard]] RouterEntry entryOf(const RouterControl& control, RouterPort port);
/// Asks for `port` to be passed on to the same port of `client`, for `seconds`; 0 = for good.
[[nodiscard]] RouterAnswer
addEntry(const RouterControl& control, RouterPort port, const IpAddress& client, unsigned seconds);
[[nodiscard]] RouterAnswer deleteEntry(const RouterControl& control, RouterPort port);

/// The text of the first element of this name, whatever its attributes; empty if there is none.
[[nodiscard]] std::string_view elementIn(std::string_view xml, std::string_view name);

} // namespace essaim::engine
