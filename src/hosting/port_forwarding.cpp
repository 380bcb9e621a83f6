#include "hosting/port_forwarding.h"

#include "engine/session.h"
#include "hosting/tracker_host.h"

namespace essaim::hosting {

PortForwarding::PortForwarding(engine::Session& session, TrackerHost& host, QObject* parent)
    : QObject(parent) {
    connect(&session, &engine::Session::portMappingChanged, &host, &TrackerHost::setPortMapping);
    const auto follow = [this, &session, &host] {
        const quint16 port = host.portToMap();
        if (port == m_port)
            return;
        m_port = port;
        // The session answers a little later. Until then nobody may take it that there is no router to be asked: links
        // would lack the address outside.
        engine::PortMapping asking = host.portMapping();
        asking.port = port;
        asking.tcpPort = asking.udpPort = 0;
        asking.state = port != 0 ? engine::PortMapping::State::Asking : engine::PortMapping::State::Off;
        host.setPortMapping(asking);
        session.mapPort(port);
    };
    connect(&host, &TrackerHost::stateChanged, this, follow);
    follow();
}

} // namespace essaim::hosting
