#include "gui/tracker/traffic_history.h"

#include <algorithm>

namespace essaim::gui {

bool TrafficHistory::add(const tracker::TrackerSnapshot& snapshot, qint64 now) {
    constexpr qint64 kMinute = 60;
    QStringList names;
    QList<quint64> counted;
    for (const auto& network : snapshot.networks) {
        names << QString::fromStdString(network.name);
        counted << network.received;
    }
    const qint64 minute = now / kMinute;
    const QList<quint64> nothing(names.size(), 0);
    if (names != m_networks || snapshot.startedAt != m_startedAt ||
        (!m_minutes.isEmpty() && minute - m_minutes.last().at > kMostMinutes)) {
        m_networks = names;
        m_startedAt = snapshot.startedAt;
        m_counted = counted;
        m_minutes.clear();
    }
    if (names.isEmpty())
        return false;
    const bool isNew = m_minutes.isEmpty() || m_minutes.last().at < minute;
    if (m_minutes.isEmpty())
        m_minutes.append({minute, nothing});
    while (m_minutes.last().at < minute)
        m_minutes.append({m_minutes.last().at + 1, nothing});
    for (qsizetype i = 0; i < counted.size(); ++i)
        m_minutes.last().received[i] += counted[i] - std::min(counted[i], m_counted[i]);
    const bool hasGrown = counted != m_counted;
    m_counted = counted;
    if (m_minutes.size() > kMostMinutes)
        m_minutes.remove(0, m_minutes.size() - kMostMinutes);
    return isNew || hasGrown;
}

quint64 TrafficHistory::most() const {
    quint64 most = 0;
    for (const Minute& minute : m_minutes) {
        for (const quint64 received : minute.received)
            most = std::max(most, received);
    }
    return most;
}

} // namespace essaim::gui
