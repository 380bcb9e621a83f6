// How much each named network received, minute by minute.
#pragma once

#include "tracker/tracker.h"

#include <QList>
#include <QStringList>

namespace essaim::gui {

/// In memory only: since the tracker was switched on or the networks were changed, a day at most.
class TrafficHistory {
public:
    static constexpr qsizetype kMostMinutes = 24 * 60;

    struct Minute {
        qint64 at = 0;                ///< Unix minutes
        QList<quint64> received = {}; ///< bytes, by network

        bool operator==(const Minute&) const = default;
    };

    /// `now`: Unix seconds. False if nothing has changed.
    bool add(const tracker::TrackerSnapshot& snapshot, qint64 now);
    [[nodiscard]] const QStringList& networks() const { return m_networks; } ///< empty name = elsewhere
    [[nodiscard]] const QList<Minute>& minutes() const { return m_minutes; } ///< oldest first, without gaps
    [[nodiscard]] quint64 most() const;                                      ///< of one network in one minute

private:
    QStringList m_networks;
    QList<Minute> m_minutes;
    QList<quint64> m_counted; ///< until now
    qint64 m_startedAt = 0;
};

} // namespace essaim::gui
