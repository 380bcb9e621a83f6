// Sees to it, at a router that answers UPnP, that ports are passed on to this computer. Private to the engine.
#pragma once

#include "engine/router_query.h"

#include <map>
#include <optional>
#include <set>

namespace essaim::engine {

/// How a router stands to one port.
enum class Forwarded : std::uint8_t {
    Ours,    ///< passed on to this computer, as it was before
    Mended,  ///< passed on to this computer from now on
    Taken,   ///< passed on to somebody else, and that stays
    Refused, ///< the router did not do it
};

/// What one look at the router found and did.
struct Forwardings {
    bool isAnswered = false;                ///< by the router, about all ports
    std::optional<IpAddress> client;        ///< this computer, as the router sees it
    std::map<RouterPort, Forwarded> states; ///< no more than asked for

    /// The router passes it on to this computer.
    [[nodiscard]] bool holds(RouterPort port) const {
        const auto at = states.find(port);
        return at != states.end() && (at->second == Forwarded::Ours || at->second == Forwarded::Mended);
    }
};

/// Asks about each of `ports`, TCP and UDP, and asks for what is not passed on to `client` yet. What goes to one of
/// `left`, addresses that this computer had before, is taken back first: routers refuse a port that somebody has. What
/// was done is looked at once more before it counts. Waits for a few seconds at most if the router is silent.
[[nodiscard]] Forwardings forwardPorts(
    const RouterControl& control, const std::set<std::uint16_t>& ports, const IpAddress& client,
    const std::set<IpAddress>& left);

/// Takes back what is passed on to `client`; what goes to anybody else stays.
void takeBack(const RouterControl& control, const std::set<RouterPort>& ports, const IpAddress& client);

} // namespace essaim::engine
