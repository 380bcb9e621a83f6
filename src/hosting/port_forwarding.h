// Lets the session ask routers for the tracker's port.
#pragma once

#include <QObject>

namespace essaim::engine {
class Session;
}

namespace essaim::hosting {
class TrackerHost;

/// Works by itself: the port while the tracker is on, none while it is off; what routers answer goes to the host. GUI
/// thread; both outlive it.
class PortForwarding : public QObject {
    Q_OBJECT
public:
    PortForwarding(engine::Session& session, TrackerHost& host, QObject* parent = nullptr);
};

} // namespace essaim::hosting
