#include "gui/tracker/tracker_verdict.h"

#include "text/text.h"

namespace essaim::gui {

using hosting::TrackerAddress;
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
    const auto addresses = host.addresses();
    const auto reach = addresses.isEmpty() ? TrackerAddress::Reach::ThisComputer : addresses.first().reach;
    switch (reach) {
    case TrackerAddress::Reach::Internet:
        return {
            tr("Your tracker is on"),
            tr("Friends anywhere can reach you if nothing on the way blocks port %1 (TCP and UDP). That is not proved "
               "yet.")
                .arg(host.port()),
            Tint::Whole, false};
    case TrackerAddress::Reach::LocalNetwork:
        return {
            tr("Friends on your network can reach you"),
            tr("For friends elsewhere, let your router pass port %1 (TCP and UDP) to this computer and set a host "
               "name.")
                .arg(host.port()),
            Tint::Whole, false};
    case TrackerAddress::Reach::ThisComputer:
        break;
    }
    return {
        tr("Only this computer can reach your tracker"), tr("It is not connected to a network."), Tint::Attention,
        false};
}

TrackerVerdict TrackerVerdict::failed(const Error& error, quint16 port) {
    if (error.kind == ErrorKind::AddressInUse)
        return {
            tr("Port %1 is taken by another program").arg(port),
            tr("End that program, or let your tracker use another port."), Tint::Loss, true};
    return {tr("Your tracker could not start"), text::errorSentence(error), Tint::Loss, false};
}

} // namespace essaim::gui
