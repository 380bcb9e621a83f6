#include "gui/tracker/tracker_verdict.h"

#include "text/text.h"

#include <QDateTime>
#include <QLocale>

namespace essaim::gui {

using hosting::TrackerHost;

TrackerVerdict TrackerVerdict::of(const TrackerHost& host) {
    switch (host.state()) {
    case TrackerHost::State::Off:
        break;
    case TrackerHost::State::Starting:
        return {tr("Starting your tracker…"), {}, Tint::Muted, false};
    case TrackerHost::State::On:
        return running(host);
    case TrackerHost::State::Failed:
        return failed(host.error().value_or(Error{}), host.port());
    }
    return {
        tr("Your tracker is off"), tr("Friends cannot find what you share until you switch it on."), Tint::Muted,
        false};
}

TrackerVerdict TrackerVerdict::running(const TrackerHost& host) {
    const auto& reach = host.reachability();
    TrackerVerdict result = isReachable(reach.verdict) ? open(host) : closed(host);
    const bool isOnline = reach.verdict != Verdict::ThisComputer && reach.verdict != Verdict::Asking;
    if (isOnline && !isReachable(reach.verdict) && reach.hasPublicIpv6)
        result.detail += QLatin1Char(' ') + tr("Friends with IPv6 may get through: this computer has a public IPv6 "
                                               "address.");
    return result;
}

bool TrackerVerdict::isReachable(Verdict verdict) {
    return verdict == Verdict::Proved || verdict == Verdict::Probable || verdict == Verdict::Named;
}

TrackerVerdict TrackerVerdict::open(const TrackerHost& host) {
    const auto& reach = host.reachability();
    const auto& mapping = host.portMapping();
    if (reach.verdict == Verdict::Proved)
        return {
            tr("Friends anywhere can reach you"),
            tr("Proved by somebody from outside who got through, last at %1.")
                .arg(QLocale().toString(QDateTime::fromSecsSinceEpoch(reach.provedAt).time(), QLocale::ShortFormat)),
            Tint::Whole, false};
    if (mapping.state == engine::PortMapping::State::Mapped)
        return {
            tr("Friends anywhere can probably reach you"),
            tr("Your router passes port %1 on to this computer (%2). The first friend from outside proves it.")
                .arg(mapping.tcpPort)
                .arg(mapping.isUpnp ? QStringLiteral("UPnP") : QStringLiteral("NAT-PMP")),
            Tint::Whole, false};
    return {
        tr("Your tracker is on"),
        tr("Friends anywhere can reach you if nothing on the way blocks port %1 (TCP and UDP). The first friend from "
           "outside proves it.")
            .arg(host.port()),
        Tint::Whole, false};
}

TrackerVerdict TrackerVerdict::closed(const TrackerHost& host) {
    const auto& reach = host.reachability();
    const QString router = reach.routerAddress ? QString::fromStdString(reach.routerAddress->toString()) : QString();
    const QString byHand = tr("Or let it pass port %1 (TCP and UDP) on to %2 by hand, and set a host name or your "
                              "public address in the options.")
                               .arg(host.port())
                               .arg(reach.lanAddress);
    QString detail;
    switch (reach.verdict) {
    case Verdict::Asking:
        return {
            tr("Friends on your network can reach you"), tr("Asking your router to let others in…"), Tint::Whole,
            false};
    case Verdict::CarrierNat:
        detail =
            router.isEmpty()
                ? tr("Your router passes no port on and tells no public address of its own: your provider lets "
                     "many customers share one (carrier NAT), or a second router stands before yours. Ask the "
                     "provider for a public IPv4 address, or let the second router pass port %1 (TCP and UDP) on.")
                      .arg(host.port())
                : tr("Your provider lets many customers share one address: outside, your router is only %1 (carrier "
                     "NAT). Ask the provider for a public IPv4 address.")
                      .arg(router);
        break;
    case Verdict::DoubleNat:
        detail = tr("Your router stands behind another one: outside, its address is only %1. Let that other router "
                    "pass port %2 (TCP and UDP) on to it, or switch it to bridge mode.")
                     .arg(router)
                     .arg(host.port());
        break;
    case Verdict::Refused:
        detail = tr("Your router did not pass port %1 on: %2. Allow UPnP or NAT-PMP in its settings. A "
                    "router also refuses where it has no public address of its own (carrier NAT, or a second router).")
                     .arg(host.port())
                     .arg(host.portMapping().refusal) +
                 QLatin1Char(' ') + byHand;
        break;
    case Verdict::NoRouter:
        detail = tr("No router answered. Allow UPnP or NAT-PMP in its settings.") + QLatin1Char(' ') + byHand;
        break;
    case Verdict::NotAsked:
        detail = tr("Your router is not asked to let others in, because the preferences forbid it.") +
                 QLatin1Char(' ') + byHand;
        break;
    default:
        return {
            tr("Only this computer can reach your tracker"), tr("It is not connected to a network."), Tint::Attention,
            false};
    }
    return {tr("Only your own network can reach you"), detail, Tint::Attention, false, true};
}

TrackerVerdict TrackerVerdict::failed(const Error& error, quint16 port) {
    if (error.kind == ErrorKind::AddressInUse)
        return {
            tr("Port %1 is taken by another program").arg(port),
            tr("End that program, or let your tracker use another port."), Tint::Loss, true};
    return {tr("Your tracker could not start"), text::errorSentence(error), Tint::Loss, false};
}

} // namespace essaim::gui
