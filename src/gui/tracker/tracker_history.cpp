#include "gui/tracker/tracker_history.h"

#include <algorithm>

namespace essaim::gui {

void TrackerHistory::clear() {
    m_minutes.clear();
    m_startedAt = 0;
    m_counted = 0;
}

void TrackerHistory::add(const tracker::TrackerSnapshot& snapshot, qint64 now) {
    constexpr qint64 kMinute = 60;
    if (snapshot.startedAt == 0)
        return;
    if (snapshot.startedAt != m_startedAt)
        clear();
    m_startedAt = snapshot.startedAt;
    const quint64 announces = snapshot.totals.httpAnnounces + snapshot.totals.udpAnnounces;
    const qint64 minute = now / kMinute;
    const bool isNewMinute = m_minutes.isEmpty() || m_minutes.last().at < minute;
    if (m_minutes.isEmpty())
        m_minutes.append({minute, 0, 0});
    // A computer that slept has a gap; a clock that was set back has none.
    if (minute - m_minutes.last().at > kMostMinutes)
        m_minutes = {{minute, 0, 0}};
    while (m_minutes.last().at < minute)
        m_minutes.append({m_minutes.last().at + 1, m_minutes.last().peers, 0});
    Minute& last = m_minutes.last();
    last.peers = std::max<quint64>(isNewMinute ? 0 : last.peers, snapshot.totals.peers);
    last.announces += announces - std::min(m_counted, announces);
    m_counted = announces;
    if (m_minutes.size() > kMostMinutes)
        m_minutes.remove(0, m_minutes.size() - kMostMinutes);
}

} // namespace essaim::gui
