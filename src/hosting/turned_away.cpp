#include "hosting/turned_away.h"

#include "engine/details/torrent_edits.h"
#include "engine/session.h"
#include "hosting/tracker_host.h"

namespace essaim::hosting {

TurnedAway::TurnedAway(engine::Session& session, const TrackerHost& host, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_host(host) {
    connect(&host, &TrackerHost::snapshotChanged, this, &TurnedAway::follow);
}

void TurnedAway::follow() {
    for (const Doorkeeper::Word& word : m_doorkeeper.look(m_host.snapshotBefore(), m_host.snapshot()))
        m_session.edit(
            {word.torrent}, engine::TurnAway{QList<IpAddress>(word.turnedAway.begin(), word.turnedAway.end())});
}

} // namespace essaim::hosting
