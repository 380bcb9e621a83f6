// Keeps this host's own client from serving friends who may no longer get a torrent.
#pragma once

#include "hosting/doorkeeper.h"

#include <QObject>

namespace essaim::engine {
class Session;
}

namespace essaim::hosting {
class TrackerHost;

/// The tracker refuses a friend who was revoked or paused, or for whom a torrent is not meant any more, at once; peers
/// that have met exchange pieces without it. The one client that the host controls ends these connections, and takes no
/// new ones from the addresses where the friend was, unless somebody welcome is there as well. Until the friend is
/// welcome again, or the program ends. Works by itself; GUI thread; both outlive it.
class TurnedAway : public QObject {
    Q_OBJECT
public:
    TurnedAway(engine::Session& session, const TrackerHost& host, QObject* parent = nullptr);

private:
    void follow();

    engine::Session& m_session;
    const TrackerHost& m_host;
    Doorkeeper m_doorkeeper;
};

} // namespace essaim::hosting
