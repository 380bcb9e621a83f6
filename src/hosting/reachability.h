// Who can reach the tracker, from what is known: one verdict, and the addresses to tell.
#pragma once

#include "engine/port_mapping.h"
#include "hosting/announced_address.h"

#include <QList>
#include <QString>

#include <optional>

namespace essaim::hosting {

/// What is known about the way from the Internet to this computer at one moment.
struct ReachFacts {
    QList<InterfaceAddress> interfaces = {};
    engine::PortMapping mapping = {}; ///< of the tracker's port
    QString hostName = {};            ///< that the user set; empty = none
    quint16 port = 0;                 ///< the tracker's
    qint64 outsiderAt = 0;            ///< last announce from outside over IPv4, Unix seconds; 0 = none
    qint64 outsiderAt6 = 0;           ///< the same over IPv6
    bool hasIpv6 = false;             ///< the tracker listens there, too
};

/// What follows from the facts.
struct Reachability {
    /// From the best to the worst, each with its own remedy.
    enum class Verdict : std::uint8_t {
        Proved,       ///< somebody from outside got through
        Probable,     ///< a public address of our own, or a router that passes the port on
        Named,        ///< the user set a public host name; nothing speaks for or against it
        Asking,       ///< routers have not answered yet
        CarrierNat,   ///< the router has no address of its own in the Internet: the provider's customers share one
        DoubleNat,    ///< a second router stands before ours
        Refused,      ///< the router does not pass the port on
        NoRouter,     ///< no router answers
        NotAsked,     ///< the settings forbid to ask
        ThisComputer, ///< no network
    };
    Verdict verdict = Verdict::ThisComputer;
    qint64 provedAt = 0;                         ///< Unix seconds, for Proved
    bool hasPublicIpv6 = false;                  ///< friends with IPv6 may get through, whatever IPv4 does
    std::optional<IpAddress> publicV4 = {};      ///< under which outsiders see this network, if known
    std::optional<IpAddress> routerAddress = {}; ///< what the router has instead, for CarrierNat and DoubleNat
    QString lanAddress = {};                     ///< of this computer, where a router is to send the port; may be empty
    QList<TrackerAddress> addresses = {};        ///< best first

    bool operator==(const Reachability&) const = default;
};

[[nodiscard]] Reachability reachabilityOf(const ReachFacts& facts);
/// For machines and logs: "proved", "carrier nat", …
[[nodiscard]] QString nameOf(Reachability::Verdict verdict);

} // namespace essaim::hosting
