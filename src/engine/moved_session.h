// What the session does once this computer, or its router, has another address than before. Private to the engine.
#pragma once

#include "engine/engine_context.h"
#include "engine/lost_peers.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <set>

namespace essaim::engine {

/// libtorrent opens its sockets at a new address by itself, but too early: an address comes before the route, and a
/// socket that was opened without one counts as cut off from the Internet for ever; no router is asked about it, and no
/// connection made from it. It holds connections that lead nowhere any more for two minutes, and lets trackers hand out
/// the old address until it announces again. Engine thread.
class MovedSession : public QObject {
    Q_OBJECT
public:
    explicit MovedSession(EngineContext& context);

    /// Before the session has torrents.
    void attach(lt::session& session);
    void turnAway(const TorrentId& id, std::set<IpAddress> addresses) const; ///< see TurnAway

    /// This computer has another address, and a route from it.
    void follow();
    /// The router has another address outside.
    void followRouter();

private:
    void announce();

    EngineContext& m_context;
    std::shared_ptr<LostPeers> m_lostPeers = std::make_shared<LostPeers>();
    QTimer m_announceTimer;
};

} // namespace essaim::engine
