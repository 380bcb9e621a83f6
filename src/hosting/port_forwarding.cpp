#include "hosting/port_forwarding.h"

#include "engine/session.h"
#include "hosting/tracker_host.h"

namespace essaim::hosting {

PortForwarding::PortForwarding(engine::Session& session, TrackerHost& host, QObject* parent)
    : QObject(parent) {
    // The session compares with the port that it has.
    connect(&host, &TrackerHost::stateChanged, this, [&] { session.mapPort(host.portToMap()); });
    connect(&session, &engine::Session::portMappingChanged, &host, &TrackerHost::setPortMapping);
    session.mapPort(host.portToMap());
}

} // namespace essaim::hosting
