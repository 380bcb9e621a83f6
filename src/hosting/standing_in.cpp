#include "hosting/standing_in.h"

#include "hosting/torrent_download.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
constexpr auto kAskEvery = 5min;
constexpr qint64 kListKeptFor = 30 * 24 * 3600; ///< seconds that a host may be away

QUrl offerUrl(const QString& link, const QStringList& announceUrls) {
    QString url = link + QStringLiteral("/stand-in");
    for (qsizetype i = 0; i < announceUrls.size(); ++i)
        url += (i == 0 ? QStringLiteral("?announce=") : QStringLiteral("&announce=")) +
               QString::fromLatin1(QUrl::toPercentEncoding(announceUrls[i]));
    return QUrl(url);
}

} // namespace

StandingIn::StandingIn(FollowedHosts& hosts, TrackerHost& tracker, QObject* parent)
    : QObject(parent)
    , m_hosts(hosts)
    , m_tracker(tracker) {
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_told.clear();
        lookAgain();
    });
    m_timer.start(kAskEvery);
    connect(&hosts, &FollowedHosts::changed, this, [this] {
        handOver();
        lookAgain();
    });
    connect(&tracker, &TrackerHost::stateChanged, this, [this] { lookAgain(); });
    connect(&tracker, &TrackerHost::snapshotChanged, this, [this] {
        const quint64 calls = m_tracker.snapshot().standInCalls;
        if (calls == std::exchange(m_calls, calls) || calls == 0)
            return;
        m_told.clear(); // somebody asked: the lists may be others now
        lookAgain();
    });
    handOver();
    lookAgain();
}

void StandingIn::setOffered(const QString& link, bool isOffered) {
    if (isOffered && m_tracker.state() == TrackerHost::State::Off)
        m_tracker.setEnabled(true);
    m_told.remove(link);
    m_hosts.setStandIn(link, isOffered ? FollowedHost::StandIn::Offered : FollowedHost::StandIn::Withdrawing);
}

void StandingIn::lookAgain() {
    const QStringList urls = m_tracker.standInOffer();
    for (const FollowedHost& host : m_hosts.hosts() + m_hosts.leaving()) {
        const bool isToAsk =
            host.standIn == FollowedHost::StandIn::Withdrawing
                ? !m_told.contains(host.link) || !m_told.value(host.link).isEmpty() // told of an offer, not of its end
                : host.standIn == FollowedHost::StandIn::Offered && !urls.isEmpty() && m_told.value(host.link) != urls;
        if (isToAsk && !m_asking.contains(host.link))
            ask(host);
    }
}

void StandingIn::ask(const FollowedHost& host) {
    const bool isOffer = host.standIn == FollowedHost::StandIn::Offered;
    const QStringList urls = isOffer ? m_tracker.standInOffer() : QStringList();
    m_asking.insert(host.link);
    m_told.insert(host.link, urls);
    auto* download = new TorrentDownload(this);
    connect(
        download, &TorrentDownload::finished, this,
        [this, download, link = host.link, isOffer](const Expected<QByteArray>& answer) {
            download->deleteLater();
            answered(link, answer, isOffer);
        });
    download->start(offerUrl(host.link, urls));
}

void StandingIn::answered(const QString& link, const Expected<QByteArray>& answer, bool wasOffer) {
    m_asking.remove(link);
    const auto all = m_hosts.hosts() + m_hosts.leaving();
    const auto host = std::ranges::find(all, link, &FollowedHost::link);
    if (host == all.end())
        return;
    const bool isOffered = host->standIn == FollowedHost::StandIn::Offered;
    if (wasOffer != isOffered) { // the user has changed their mind meanwhile
        m_told.remove(link);
        return lookAgain();
    }
    const bool isGone = !answer && wasTurnedAway(answer.error());
    if (!isOffered) {
        if (answer || isGone)
            m_hosts.setStandIn(link, FollowedHost::StandIn::No);
        return;
    }
    const auto read =
        answer ? tracker::Tracker::readStandInAnswer(answer->toStdString()) : std::unexpected(answer.error());
    if (read)
        m_hosts.setStandInList(link, *answer);
    else if (isGone)
        m_hosts.setStandInList(link, {});
}

void StandingIn::handOver() {
    QList<QByteArray> lists;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const FollowedHost& host : m_hosts.hosts()) {
        if (host.standIn == FollowedHost::StandIn::Offered && !host.standInList.isEmpty() &&
            now - host.standInListAt < kListKeptFor)
            lists.append(host.standInList);
    }
    m_tracker.setStandInLists(lists);
}

} // namespace essaim::hosting
