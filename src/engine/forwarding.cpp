#include "engine/forwarding.h"

namespace essaim::engine {

namespace {

constexpr unsigned kLease = 3600;         ///< seconds; whoever looks twice a minute asks anew long before
constexpr int kOnlyPermanentLeases = 725; ///< code of UPnP

bool isPassedOn(const RouterEntry& entry, RouterPort port, const IpAddress& client) {
    return entry.client == client && entry.clientPort == port.port;
}

/// Some routers know no time limit.
void add(const RouterControl& control, RouterPort port, const IpAddress& client) {
    const auto answer = addEntry(control, port, client, kLease);
    if (answer.kind == RouterAnswer::Kind::Refused && answer.error == kOnlyPermanentLeases)
        static_cast<void>(addEntry(control, port, client, 0));
}

/// Nothing if the router is silent.
std::optional<Forwarded>
forwardPort(const RouterControl& control, RouterPort port, const IpAddress& client, const std::set<IpAddress>& left) {
    const RouterEntry before = entryOf(control, port);
    if (!before.isKnown)
        return std::nullopt;
    if (isPassedOn(before, port, client))
        return Forwarded::Ours;
    if (before.client && before.client != client && !left.contains(*before.client))
        return Forwarded::Taken;
    // A router that keeps ports safe lets nobody but the address before take this back, and there is no such address
    // any more. Others take a port over without it.
    if (before.client)
        static_cast<void>(deleteEntry(control, port));
    add(control, port, client);
    const RouterEntry after = entryOf(control, port);
    if (!after.isKnown)
        return std::nullopt;
    return isPassedOn(after, port, client) ? Forwarded::Mended : Forwarded::Refused;
}

} // namespace

Forwardings forwardPorts(
    const RouterControl& control, const std::set<std::uint16_t>& ports, const IpAddress& client,
    const std::set<IpAddress>& left) {
    Forwardings result;
    result.client = client;
    for (const std::uint16_t number : ports) {
        for (const bool isTcp : {true, false}) {
            const RouterPort port{number, isTcp};
            const auto state = forwardPort(control, port, client, left);
            if (!state)
                return result;
            result.states[port] = *state;
        }
    }
    result.isAnswered = !ports.empty();
    return result;
}

void takeBack(const RouterControl& control, const std::set<RouterPort>& ports, const IpAddress& client) {
    for (const RouterPort port : ports) {
        const RouterEntry entry = entryOf(control, port);
        if (!entry.isKnown)
            return;
        if (isPassedOn(entry, port, client))
            static_cast<void>(deleteEntry(control, port));
    }
}

} // namespace essaim::engine
