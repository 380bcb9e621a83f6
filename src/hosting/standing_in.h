// Lets this tracker stand in for the hosts that this user follows, while theirs are away.
#pragma once

#include "hosting/followed_hosts.h"
#include "hosting/tracker_host.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace essaim::hosting {

/// Repeats the offer every few minutes, at the start, when an address changes and when the host asks; what the host
/// answers (which torrents, for whom) goes to the tracker and into the file of the followed hosts, so that this tracker
/// can serve while the host is away, after a restart too. GUI thread; nothing waits; both outlive this.
class StandingIn : public QObject {
    Q_OBJECT
public:
    StandingIn(FollowedHosts& hosts, TrackerHost& tracker, QObject* parent = nullptr);

    /// Offers it to this host, or takes the offer back. Switches the tracker on if it is needed.
    void setOffered(const QString& link, bool isOffered);

private:
    void lookAgain();
    void ask(const FollowedHost& host);
    void answered(const QString& link, const Expected<QByteArray>& answer, bool wasOffer);
    void handOver();

    FollowedHosts& m_hosts;
    TrackerHost& m_tracker;
    QTimer m_timer;
    QSet<QString> m_asking;
    QHash<QString, QStringList> m_told; ///< which addresses each host was told
    quint64 m_calls = 0;
};

} // namespace essaim::hosting
