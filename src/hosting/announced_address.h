// Which of this computer's addresses can stand in the links to its tracker, and in which order.
#pragma once

#include "core/endpoint.h"

#include <QList>
#include <QString>

#include <optional>

namespace essaim::hosting {

/// One address at which somebody can reach the tracker.
struct TrackerAddress {
    enum class Reach : std::uint8_t { Internet, LocalNetwork, ThisComputer };
    Reach reach = Reach::ThisComputer;
    QString host;    ///< as it stands in links: name, IPv4, or bracketed IPv6
    QString httpUrl; ///< http://host:port/announce
    QString udpUrl;  ///< udp://host:port/announce
    bool operator==(const TrackerAddress&) const = default;
};

/// One address of a network interface.
struct InterfaceAddress {
    IpAddress address;
    QString interfaceName;
};

/// From where a host name or an IP address leads here, as far as it tells. Nothing: it cannot stand in a URL, or leads
/// nowhere. Names without a dot, and those that end in .local or the like, are known inside a network only.
[[nodiscard]] std::optional<TrackerAddress::Reach> reachOfHost(const QString& hostName);

/// The addresses worth telling, best first: the host name that the user chose, addresses of the whole Internet,
/// those of private networks (networks of virtual machines and containers after the others), at the end 127.0.0.1.
/// IPv4 comes before IPv6: every client speaks it. Link-local and reserved addresses are left out, and so is a host
/// name that cannot stand in a URL or means this computer alone. `hostName` may be an IP address; empty = none.
/// `router`: where a router outside receives for this computer; its port counts for the host name, too.
[[nodiscard]] QList<TrackerAddress> announcedAddresses(
    const QList<InterfaceAddress>& interfaces, quint16 port, const QString& hostName,
    const std::optional<Endpoint>& router = std::nullopt);

/// The addresses of the interfaces that are up.
[[nodiscard]] QList<InterfaceAddress> interfaceAddresses();

} // namespace essaim::hosting
