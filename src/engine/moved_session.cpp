#include "engine/moved_session.h"

#include "engine/own_network.h"

#include <chrono>
#include <utility>

namespace essaim::engine {

namespace {

using namespace std::chrono_literals;

constexpr auto kAnnounceAfter = 2s; ///< the sockets are open by then
constexpr int kAnnouncesASecond = 50;

} // namespace

MovedSession::MovedSession(EngineContext& context)
    : m_context(context)
    , m_announceTimer(this) {
    m_announceTimer.setSingleShot(true);
    m_announceTimer.setInterval(kAnnounceAfter);
    connect(&m_announceTimer, &QTimer::timeout, this, &MovedSession::announce);
}

void MovedSession::attach(lt::session& session) {
    session.add_extension(std::static_pointer_cast<lt::plugin>(m_lostPeers));
}

void MovedSession::turnAway(const TorrentId& id, std::set<IpAddress> addresses) const {
    m_lostPeers->turnAway(id, std::move(addresses));
}

void MovedSession::follow() {
    m_context.session->reopen_network_sockets({}); // those that are as they should be stay
    m_lostPeers->dropLeft();
    m_announceTimer.start();
}

void MovedSession::followRouter() {
    for (const IpAddress& own : ownNetwork().addresses)
        m_lostPeers->dropOutside(own);
    m_announceTimer.start();
}

/// As soon as each tracker allows; what still downloads first, and of very many not all at once.
void MovedSession::announce() {
    if (!m_context.session || m_context.isStopping)
        return;
    int place = 0;
    for (const bool isComplete : {false, true}) {
        m_context.torrents.forEach([&place, isComplete](TorrentEntry& entry) {
            if (entry.handle.is_valid() && (entry.record.completedAt != 0) == isComplete)
                unlessRemoved([&] { entry.handle.force_reannounce(place++ / kAnnouncesASecond); });
        });
    }
}

} // namespace essaim::engine
