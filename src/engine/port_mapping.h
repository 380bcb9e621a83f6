// What routers were asked to pass on to this computer besides the session's own port, and what they answered.
#pragma once

#include "core/endpoint.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace essaim::engine {

/// How a port stands that routers are to pass on, TCP and UDP. A value.
struct PortMapping {
    enum class State : std::uint8_t {
        Off,      ///< nobody asked for a port, or the settings forbid to ask routers
        Asking,   ///< lately; routers may take some seconds
        NoAnswer, ///< no router answers UPnP, NAT-PMP or PCP
        Refused,  ///< a router answered and did not do it
        Mapped,   ///< at least TCP
    };
    State state = State::Off;
    quint16 port = 0;    ///< of this computer
    quint16 tcpPort = 0; ///< of the router, which may have chosen another one; 0 = not passed on
    quint16 udpPort = 0;
    bool isUpnp = false;       ///< Mapped by UPnP, else by NAT-PMP or PCP
    QString refusal;           ///< the router's reason, in the words of the library
    bool hidesAddress = false; ///< Refused, and the router says that it has no address outside that could serve
    std::optional<IpAddress>
        routerAddress;                    ///< IPv4 address outside, as the router says; not global behind a second NAT
    std::optional<IpAddress> seenAddress; ///< IPv4 address from which peers and trackers saw us

    bool operator==(const PortMapping&) const = default;
};

} // namespace essaim::engine

Q_DECLARE_METATYPE(essaim::engine::PortMapping)
