#include "hosting/stand_in_reports.h"

#include "hosting/torrent_download.h"

#include <QDeadlineTimer>
#include <QUrl>

#include <algorithm>

namespace essaim::hosting {

namespace {

constexpr qint64 kAskEvery = 5 * 60 * 1000;
constexpr qint64 kAskAgainAfter = 30 * 1000; ///< where something changed, but nobody answered
constexpr qint64 kShortest = 1500;           ///< several changes at once are one

qint64 monotonicMs() {
    return QDeadlineTimer::current(Qt::CoarseTimer).deadline();
}

} // namespace

StandInReports::StandInReports(TrackerHost& host, QObject* parent)
    : QObject(parent)
    , m_host(host) {
    connect(&host, &TrackerHost::snapshotChanged, this, [this] { look(); });
}

void StandInReports::look() {
    if (m_host.state() != TrackerHost::State::On) {
        m_visits.clear();
        return;
    }
    tellThoseWhoEnded();
    const auto& snapshot = m_host.snapshot();
    const qint64 now = monotonicMs();
    for (const auto& standIn : snapshot.standIns) {
        if (!standIn.isAccepted || standIn.reportUrl.empty())
            continue;
        Visit& visit = m_visits[standIn.friendId];
        const qint64 since = now - visit.askedAt;
        const bool isNew = visit.askedAt == 0;
        const bool hasChanged = visit.policyVersion != snapshot.policyVersion;
        const bool isDue = isNew || since >= kAskEvery ||
                           (hasChanged && since >= (visit.policyVersion == 0 ? kAskAgainAfter : kShortest));
        if (isDue && !visit.isUnderWay)
            ask(standIn, snapshot.policyVersion);
    }
}

void StandInReports::ask(const tracker::StandInStatus& standIn, quint64 policyVersion) {
    const qint64 id = standIn.friendId;
    Visit& begun = m_visits[id];
    begun.isUnderWay = true;
    begun.askedAt = monotonicMs();
    begun.url = QUrl(QString::fromStdString(standIn.reportUrl));
    auto* download = new TorrentDownload(this);
    connect(
        download, &TorrentDownload::finished, this,
        [this, download, id, policyVersion](const Expected<QByteArray>& answer) {
            download->deleteLater();
            if (!m_visits.contains(id))
                return; // it stands in no more
            Visit& visit = m_visits[id];
            visit.isUnderWay = false;
            visit.policyVersion = answer ? policyVersion : 0;
            if (!answer)
                return;
            m_host.change(
                [id, bytes = answer->toStdString()](tracker::Tracker& tracker) {
                    return tracker.mergeReport(id, bytes);
                },
                [](const Expected<void>&) {}); // what could not be taken in comes again with the next answer
        });
    download->start(begun.url);
}

/// Being asked, they fetch the list of this host, and see that there is none any more.
void StandInReports::tellThoseWhoEnded() {
    const auto& all = m_host.snapshot().standIns;
    for (auto visit = m_visits.begin(); visit != m_visits.end();) {
        const bool standsIn =
            std::ranges::any_of(all, [&](const auto& one) { return one.isAccepted && one.friendId == visit.key(); });
        if (standsIn) {
            ++visit;
            continue;
        }
        auto* download = new TorrentDownload(this);
        connect(download, &TorrentDownload::finished, download, &QObject::deleteLater);
        download->start(visit->url);
        visit = m_visits.erase(visit);
    }
}

} // namespace essaim::hosting
