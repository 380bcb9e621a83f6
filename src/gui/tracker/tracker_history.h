// How many peers there were and how much was asked, minute by minute.
#pragma once

#include "tracker/tracker.h"

#include <QList>

namespace essaim::gui {

/// In memory only: since the tracker was switched on, a day at most.
class TrackerHistory {
public:
    static constexpr qsizetype kMostMinutes = 24 * 60;

    struct Minute {
        qint64 at = 0;         ///< Unix minutes
        quint64 peers = 0;     ///< the most at a time
        quint64 announces = 0; ///< in this minute

        bool operator==(const Minute&) const = default;
    };

    /// `now`: Unix seconds. A tracker that began anew begins the history anew.
    void add(const tracker::TrackerSnapshot& snapshot, qint64 now);
    void clear();
    /// Oldest first, without gaps: minutes without a snapshot are as the one before, without announces.
    [[nodiscard]] const QList<Minute>& minutes() const { return m_minutes; }

private:
    QList<Minute> m_minutes;
    qint64 m_startedAt = 0; ///< of the tracker that is counted
    quint64 m_counted = 0;  ///< its announces until now
};

} // namespace essaim::gui
