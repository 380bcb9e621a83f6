#include "hosting/followed_trackers.h"

#include "engine/session.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
constexpr auto kRefreshAfter = 300ms;

/// What this host gave to this user, or may have given on the page of the invite.
QSet<QString> torrentsOf(const FollowedHost& host) {
    QSet<QString> ids = host.fetched + host.known;
    for (const OfferedTorrent& torrent : host.feed.torrents)
        ids.insert(torrent.id);
    return ids;
}

/// For which of them this tracker stands in.
QSet<TorrentId> standingInFor(const FollowedHost& host, const QSet<QString>& ids) {
    QSet<TorrentId> result;
    if (host.standIn != FollowedHost::StandIn::Offered)
        return result;
    for (const TorrentId& id : tracker::Tracker::readStandInTorrents(host.standInList.toStdString())) {
        if (ids.contains(QString::fromStdString(id.toHex())))
            result.insert(id);
    }
    return result;
}

} // namespace

FollowedTrackers::FollowedTrackers(
    engine::Session& session, const FollowedHosts& hosts, const TrackerHost& tracker, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_hosts(hosts)
    , m_tracker(tracker) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRefreshAfter);
    connect(&m_timer, &QTimer::timeout, this, [this] { refresh(); });
    const auto later = [this] { m_timer.start(); };
    connect(&hosts, &FollowedHosts::changed, this, later);
    connect(&tracker, &TrackerHost::stateChanged, this, later);
    connect(&session, &engine::Session::addFinished, this, [this](const engine::AddTorrentOutcome& outcome) {
        m_added.insert(outcome.id);
        m_timer.start();
    });
    const auto all = [this] {
        m_told.clear();
        m_timer.start();
    };
    connect(&session, &engine::Session::allRunning, this, all);
    connect(&session, &engine::Session::drivesChanged, this, all);
    connect(&session, &engine::Session::torrentRestored, this, all);
}

void FollowedTrackers::refresh() {
    const bool isOn = m_tracker.state() == TrackerHost::State::On;
    const QString ownUrl = isOn ? m_tracker.ownAnnounceUrl(tracker::Visibility::Friends) : m_ownUrl;
    const QSet<TorrentId> before = std::exchange(m_standing, {});
    const QString urlBefore = std::exchange(m_ownUrl, ownUrl);
    for (const FollowedHost& host : m_hosts.hosts())
        refresh(host);
    m_added.clear();
    m_told.removeIf([this](const QHash<QString, Told>::iterator& told) {
        return std::ranges::find(m_hosts.hosts(), told.key(), &FollowedHost::link) == m_hosts.hosts().end();
    });
    const auto over = urlBefore == m_ownUrl ? before - m_standing : before;
    if (!over.isEmpty() && !urlBefore.isEmpty())
        m_session.edit(over.values(), engine::RefreshTrackers{{urlBefore}, {}});
}

void FollowedTrackers::refresh(const FollowedHost& host) {
    if (host.announceUrls.isEmpty())
        return;
    const QSet<QString> ids = torrentsOf(host);
    const QSet<TorrentId> standing = m_ownUrl.isEmpty() ? QSet<TorrentId>() : standingInFor(host, ids);
    QSet<TorrentId> others;
    for (const QString& id : ids) {
        const auto known = TorrentId::fromHex(id.toStdString());
        if (known && !standing.contains(*known))
            others.insert(*known);
    }
    engine::RefreshTrackers edit{host.announceUrls + host.formerUrls, withoutOwn(host.announceUrls)};
    const QStringList urls = edit.urls + QStringList{m_ownUrl};
    const auto told = m_told.value(host.link);
    const bool isSame = told.urls == urls;
    tell(host, others, isSame ? told.others : QSet<TorrentId>(), edit);
    edit.urls = urls;
    tell(host, standing, isSame ? told.standing : QSet<TorrentId>(), edit);
    m_told.insert(host.link, {urls, standing, others});
    m_standing += standing;
}

void FollowedTrackers::tell(
    const FollowedHost& host, QSet<TorrentId> ids, const QSet<TorrentId>& toldBefore, engine::RefreshTrackers edit) {
    ids -= toldBefore - m_added;
    QList<TorrentId> fetched;
    QList<TorrentId> others; // perhaps from the page of the invite
    for (const TorrentId& id : ids)
        (host.fetched.contains(QString::fromStdString(id.toHex())) ? fetched : others).append(id);
    if (!fetched.isEmpty())
        m_session.edit(fetched, edit);
    edit.proof = announceProofs(host.link, host.announceUrls + host.formerUrls);
    if (!others.isEmpty() && !edit.proof.isEmpty())
        m_session.edit(others, edit);
}

/// Not every router lets us reach ourselves under the address outside.
QStringList FollowedTrackers::withoutOwn(const QStringList& urls) const {
    const QStringList own = m_tracker.announceUrls();
    QStringList result = urls;
    result.removeIf([&own](const QString& url) {
        return std::ranges::any_of(own, [&url](const QString& base) { return url.startsWith(base + u'/'); });
    });
    return result;
}

} // namespace essaim::hosting
