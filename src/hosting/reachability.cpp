#include "hosting/reachability.h"

#include <algorithm>

namespace essaim::hosting {

namespace {

using Mapping = engine::PortMapping;
using Reach = TrackerAddress::Reach;
using Verdict = Reachability::Verdict;

/// RFC 6598: between the provider's NAT and its customers.
bool isCarrierAddress(const IpAddress& address) {
    return address.isV4() && (address.toV4() >> 22U) == (IpAddress::v4(100, 64, 0, 0).toV4() >> 22U);
}

std::optional<IpAddress> ownGlobalV4(const QList<InterfaceAddress>& interfaces) {
    const auto found =
        std::ranges::find_if(interfaces, [](const auto& one) { return one.address.isV4() && one.address.isGlobal(); });
    return found == interfaces.end() ? std::nullopt : std::optional(found->address);
}

/// A router's address outside that others do not see: somebody translates once more on the way.
bool isBehindAnother(const Mapping& mapping) {
    if (!mapping.routerAddress)
        return false;
    return !mapping.routerAddress->isGlobal() ||
           (mapping.seenAddress && mapping.seenAddress->isGlobal() && mapping.seenAddress != mapping.routerAddress);
}

Verdict verdictOf(const ReachFacts& facts, const Reachability& known) {
    const Mapping& mapping = facts.mapping;
    if (facts.outsiderAt != 0 || facts.outsiderAt6 != 0)
        return Verdict::Proved;
    if (ownGlobalV4(facts.interfaces))
        return Verdict::Probable;
    if (known.lanAddress.isEmpty() && !known.hasPublicIpv6)
        return Verdict::ThisComputer;
    if (isBehindAnother(mapping)) // a private address between two routers at home, or one of the provider's
        return mapping.routerAddress->isPrivate() && !isCarrierAddress(*mapping.routerAddress) ? Verdict::DoubleNat
                                                                                               : Verdict::CarrierNat;
    if (mapping.state == Mapping::State::Refused && mapping.hidesAddress && !mapping.routerAddress)
        return Verdict::CarrierNat; // it tells no more than that its address is none for the Internet
    if (mapping.state == Mapping::State::Mapped)
        return Verdict::Probable;
    if (mapping.state == Mapping::State::Asking)
        return Verdict::Asking;
    if (reachOfHost(facts.hostName.trimmed()) == Reach::Internet)
        return Verdict::Named;
    switch (mapping.state) {
    case Mapping::State::Refused:
        return Verdict::Refused;
    case Mapping::State::NoAnswer:
        return Verdict::NoRouter;
    default:
        return Verdict::NotAsked;
    }
}

/// Only what a friend could use: an address of the router that passes nothing on is not told.
std::optional<Endpoint> routersEndpoint(const ReachFacts& facts, const Reachability& known) {
    if (!known.publicV4 || ownGlobalV4(facts.interfaces))
        return std::nullopt;
    if (facts.mapping.state == Mapping::State::Mapped && !isBehindAnother(facts.mapping))
        return Endpoint{*known.publicV4, facts.mapping.tcpPort};
    return facts.outsiderAt != 0 ? std::optional(Endpoint{*known.publicV4, facts.port}) : std::nullopt;
}

} // namespace

Reachability reachabilityOf(const ReachFacts& facts) {
    Reachability result;
    result.publicV4 = ownGlobalV4(facts.interfaces);
    for (const auto& address : {facts.mapping.routerAddress, facts.mapping.seenAddress}) {
        if (!result.publicV4 && address && address->isGlobal() &&
            !(isBehindAnother(facts.mapping) && address == facts.mapping.routerAddress))
            result.publicV4 = address;
    }
    auto usable = facts.interfaces;
    usable.removeIf([&](const InterfaceAddress& one) { return one.address.isV6() && !facts.hasIpv6; });
    result.hasPublicIpv6 =
        std::ranges::any_of(usable, [](const auto& one) { return one.address.isV6() && one.address.isGlobal(); });
    result.addresses = announcedAddresses(usable, facts.port, facts.hostName, routersEndpoint(facts, result));
    for (const TrackerAddress& address : announcedAddresses(usable, facts.port, {})) { // not what the user typed
        if (address.reach == Reach::LocalNetwork && result.lanAddress.isEmpty())
            result.lanAddress = address.host;
    }
    result.verdict = verdictOf(facts, result);
    if (result.verdict == Verdict::Proved)
        result.provedAt = std::max(facts.outsiderAt, facts.outsiderAt6);
    if (result.verdict == Verdict::CarrierNat || result.verdict == Verdict::DoubleNat)
        result.routerAddress = facts.mapping.routerAddress;
    return result;
}

QString nameOf(Reachability::Verdict verdict) {
    switch (verdict) {
    case Verdict::Proved:
        return QStringLiteral("proved");
    case Verdict::Probable:
        return QStringLiteral("probable");
    case Verdict::Named:
        return QStringLiteral("named");
    case Verdict::Asking:
        return QStringLiteral("asking");
    case Verdict::CarrierNat:
        return QStringLiteral("carrier nat");
    case Verdict::DoubleNat:
        return QStringLiteral("double nat");
    case Verdict::Refused:
        return QStringLiteral("refused");
    case Verdict::NoRouter:
        return QStringLiteral("no router");
    case Verdict::NotAsked:
        return QStringLiteral("not asked");
    case Verdict::ThisComputer:
        return QStringLiteral("this computer");
    }
    return {};
}

} // namespace essaim::hosting
