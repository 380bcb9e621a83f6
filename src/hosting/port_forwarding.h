// Lets the session ask routers for the tracker's port.
#pragma once

#include <QObject>
#include <QtGlobal>

namespace essaim::engine {
class Session;
}

namespace essaim::hosting {
class TrackerHost;

/// Works by itself: the port while the tracker is on, none while it is off; what routers answer goes to the host, which
/// is told at once that they are being asked. GUI thread; both outlive it, and whoever wants to know of a changed state
/// after that connects to the host later.
class PortForwarding : public QObject {
    Q_OBJECT
public:
    PortForwarding(engine::Session& session, TrackerHost& host, QObject* parent = nullptr);

private:
    quint16 m_port = 0; ///< that the session was told
};

} // namespace essaim::hosting
