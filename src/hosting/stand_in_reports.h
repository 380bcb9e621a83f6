// Asks the trackers that stand in for this host's what happened there, and tells them that something has changed.
#pragma once

#include "hosting/tracker_host.h"

#include <QHash>
#include <QObject>
#include <QUrl>

namespace essaim::hosting {

/// After the start, every few minutes, and as soon as friends or torrents change: whoever is asked fetches the list of
/// this host anew. What it answers goes into the totals of friends. GUI thread; nothing waits; `host` outlives this.
class StandInReports : public QObject {
    Q_OBJECT
public:
    explicit StandInReports(TrackerHost& host, QObject* parent = nullptr);

private:
    struct Visit {
        bool isUnderWay = false;
        quint64 policyVersion = 0; ///< that it was told of; 0 = none
        qint64 askedAt = 0;        ///< milliseconds of the monotonic clock
        QUrl url;                  ///< secret
    };
    void look();
    void ask(const tracker::StandInStatus& standIn, quint64 policyVersion);
    void tellThoseWhoEnded();

    TrackerHost& m_host;
    QHash<qint64, Visit> m_visits; ///< by the id of the friend
};

} // namespace essaim::hosting
