// Where this computer stands in its network: what changes when it is moved to another one.
#pragma once

#include "core/endpoint.h"

#include <iosfwd>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace essaim::engine {

/// As routers see it: what containers, virtual machines and VPNs bring along is no part of it. IPv4 only: that is what
/// routers translate.
struct OwnNetwork {
    std::set<IpAddress> addresses; ///< from which packets leave towards the gateways; empty without a default route
    std::set<IpAddress> gateways;  ///< of the default routes in use

    bool operator==(const OwnNetwork&) const = default;
};

/// As it is now, from memory of the system. Any thread.
[[nodiscard]] OwnNetwork ownNetwork();

/// Of all interfaces that are up, IPv4 and IPv6, with loopback.
[[nodiscard]] std::set<IpAddress> interfaceAddresses();

/// From which packets to there leave; nothing if no way leads there. No packet is sent.
[[nodiscard]] std::optional<IpAddress> localAddressTowards(const IpAddress& destination);

/// A way out of the own network.
struct DefaultRoute {
    std::string interface;
    IpAddress gateway; ///< unspecified: everybody is at the other end of the interface
    int metric = 0;    ///< the lowest one is in use

    bool operator==(const DefaultRoute&) const = default;
};

/// In a table such as Linux shows in /proc/net/route.
[[nodiscard]] std::vector<DefaultRoute> defaultRoutesIn(std::istream& table);

} // namespace essaim::engine
