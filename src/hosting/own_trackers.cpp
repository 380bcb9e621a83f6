#include "hosting/own_trackers.h"

#include "core/endpoint.h"
#include "engine/details/torrent_edits.h"
#include "engine/session.h"
#include "hosting/announce_urls.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QUrl>

#include <algorithm>
#include <chrono>
#include <utility>

namespace essaim::hosting {

namespace {

using namespace std::chrono_literals;
constexpr auto kCatchUpAfter = 1s;    ///< asking libtorrent for the trackers of thousands again and again costs
constexpr qsizetype kMostFormer = 32; ///< some addresses change every night

bool isGlobalAddress(const QString& url) {
    QString host = QUrl(url).host();
    const auto address = IpAddress::parse(host.remove(u'[').remove(u']').toStdString());
    return address && address->isGlobal();
}

bool leadsOutside(const TrackerAddress& address) {
    return address.reach == TrackerAddress::Reach::Internet;
}

/// Without a status from libtorrent, one that is to run is said to be checked.
bool isPerhapsOnItsWay(const engine::TorrentSnapshot& torrent) {
    return torrent.state == engine::TorrentState::Checking || torrent.state == engine::TorrentState::DriveAway;
}

} // namespace

OwnTrackers::OwnTrackers(
    engine::Session& session, const TrackerHost& host, settings::SettingsStore& settings, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_host(host)
    , m_settings(settings)
    , m_public(settings.value(settings::kTrackerToldUrls))
    , m_former(settings.value(settings::kTrackerFormerUrls)) {
    connect(&host, &TrackerHost::snapshotChanged, this, &OwnTrackers::follow);
    connect(&host, &TrackerHost::stateChanged, this, &OwnTrackers::follow);
    m_later.setSingleShot(true);
    m_later.setInterval(kCatchUpAfter);
    connect(&m_later, &QTimer::timeout, this, &OwnTrackers::catchUp);
    // Those that libtorrent did not have could not be changed.
    connect(&session, &engine::Session::allRunning, this, [this] {
        m_haveAllCome = true;
        m_areAllDue = true;
        m_later.start();
    });
    connect(&session, &engine::Session::drivesChanged, this, &OwnTrackers::onDrives);
    connect(&session, &engine::Session::torrentRestored, this, [this](const engine::RestoreOutcome& outcome) {
        if (outcome.isBack)
            onRestored(outcome.id);
    });
    connect(&session, &engine::Session::torrentsChanged, this, &OwnTrackers::onChanged);
    follow();
}

void OwnTrackers::onDrives(const QList<engine::DriveSnapshot>& drives) {
    m_isDriveAwaited = std::ranges::any_of(drives, [](const engine::DriveSnapshot& one) { return one.waiting > 0; });
    m_areAllDue = true;
    m_later.start();
}

void OwnTrackers::onRestored(const TorrentId& id) {
    m_restored.insert(id);
    m_arriving.insert(id);
    m_later.start();
}

/// What was restored is told once more when libtorrent has it for sure.
void OwnTrackers::onChanged(const QList<engine::TorrentSnapshot>& torrents) {
    if (m_arriving.isEmpty())
        return;
    for (const engine::TorrentSnapshot& torrent : torrents) {
        if (isPerhapsOnItsWay(torrent) || !m_arriving.remove(torrent.id))
            continue;
        m_restored.insert(torrent.id);
        m_later.start();
    }
}

void OwnTrackers::catchUp() {
    if (!m_isOn)
        return; // follow() comes back to it
    if (std::exchange(m_areAllDue, false))
        refreshAll();
    refreshRestored(std::exchange(m_restored, {}));
}

void OwnTrackers::follow() {
    const bool isOn = m_host.state() == TrackerHost::State::On && m_host.snapshot().startedAt != 0;
    const bool isNew = isOn && !m_isOn;
    m_isOn = isOn;
    if (!isOn)
        return;
    const bool haveMoved = followAddresses();
    if (isNew || m_policyVersion != m_host.snapshot().policyVersion)
        followHosted(isNew);
    if (haveMoved)
        refresh(all(), true);
    else if (isNew)
        m_areAllDue = true;
    if (!isNew)
        return;
    catchUp();
    announce();
}

/// Compares with what was hosted before. What is new may be back: taking down can be undone days later.
void OwnTrackers::followHosted(bool isFirst) {
    m_policyVersion = m_host.snapshot().policyVersion;
    const QHash<TorrentId, bool> before = std::exchange(m_hosted, {});
    Hosted changed;
    QList<TorrentId> added;
    for (const tracker::HostedStatus& status : m_host.snapshot().hosted) {
        const TorrentId id = status.torrent.infoHash.id();
        const bool isForEveryone = status.torrent.visibility == tracker::Visibility::Everyone;
        m_hosted.insert(id, isForEveryone);
        m_gone.remove(id);
        m_goneAway.remove(id);
        const auto was = before.find(id);
        if (was == before.end() && !isFirst)
            added.append(id);
        else if (was != before.end() && *was != isForEveryone)
            (isForEveryone ? changed.forEveryone : changed.forFriends).append(id);
    }
    QList<TorrentId> gone;
    for (auto one = before.keyBegin(); one != before.keyEnd(); ++one) {
        if (!m_hosted.contains(*one))
            gone.append(*one);
    }
    const QSet<TorrentId> goneNow(gone.begin(), gone.end());
    m_gone += goneNow;
    if (!areAllThere())
        m_goneAway += goneNow;
    refresh(changed, true);
    withdrawFrom(gone);
    for (const TorrentId& id : added)
        m_session.addTrackers(id, m_hosted[id] ? m_public + QStringList{m_loopback} : QStringList{m_ownUrl});
    if (!added.isEmpty())
        m_session.reannounce(added);
}

bool OwnTrackers::followAddresses() {
    QStringList urls = publicUrls();
    const QString loopback = m_host.loopbackAnnounceUrl();
    const QString ownUrl = m_host.ownAnnounceUrl(tracker::Visibility::Friends);
    const bool isFirst = m_ownUrl.isEmpty();
    if (urls == m_public && ownUrl == m_ownUrl)
        return false;
    const bool isNews = !isFirst || (!m_former.isEmpty() && (urls != m_public || loopback != m_former.first()));
    m_public = std::move(urls);
    m_loopback = loopback;
    m_ownUrl = ownUrl;
    QStringList former = QStringList{loopback} + m_public + m_former;
    former.removeDuplicates();
    m_former = former.first(std::min(former.size(), kMostFormer));
    m_settings.set(settings::kTrackerToldUrls, m_public);
    m_settings.set(settings::kTrackerFormerUrls, m_former);
    m_hasMoved = m_hasMoved || isNews;
    return isNews;
}

/// An address outside that is not known at the moment, because a router is silent, need not be another one.
QStringList OwnTrackers::publicUrls() const {
    const QList<TrackerAddress> addresses = m_host.addresses();
    const QStringList urls = m_host.publicAnnounceUrls();
    const bool hasSamePort = m_former.isEmpty() || m_former.first() == m_host.loopbackAnnounceUrl();
    if (!hasSamePort || std::ranges::any_of(addresses, leadsOutside))
        return urls;
    QStringList kept = m_public;
    kept.removeIf([](const QString& url) { return !isGlobalAddress(url); });
    if (kept.isEmpty())
        return urls;
    kept += urls.mid(m_host.announceUrls().size() + homeUrlsOf(addresses).size()); // of those who stand in
    kept.removeDuplicates();
    return kept;
}

/// A tracker that was just switched on knows no peers: without this, friends would find ours only when the usual
/// interval (half an hour) is over.
void OwnTrackers::announce() const {
    for (auto one = m_hosted.begin(); one != m_hosted.end(); ++one)
        m_session.addTrackers(one.key(), {one.value() ? m_loopback : m_ownUrl});
    m_session.reannounce(m_hosted.keys());
}

void OwnTrackers::refreshAll() {
    refresh(all(), m_hasMoved);
    withdrawFrom(m_goneAway.values());
    if (areAllThere())
        m_goneAway.clear();
}

/// Of those that are shared no more, each once: whoever names this tracker in one of them later on wants it so.
void OwnTrackers::refreshRestored(const QSet<TorrentId>& ids) {
    Hosted hosted;
    QList<TorrentId> gone;
    for (const TorrentId& id : ids) {
        if (const auto found = m_hosted.constFind(id); found != m_hosted.constEnd())
            (*found ? hosted.forEveryone : hosted.forFriends).append(id);
        else if (m_arriving.contains(id) ? m_gone.contains(id) : m_gone.remove(id))
            gone.append(id);
    }
    refresh(hosted, m_hasMoved);
    withdrawFrom(gone);
}

void OwnTrackers::withdrawFrom(const QList<TorrentId>& ids) const {
    if (!ids.isEmpty())
        m_session.edit(ids, engine::RefreshTrackers{{}, {}, {}, m_former});
}

/// Without the public ones, those that are there stay: perhaps the user wants it so.
void OwnTrackers::refresh(const Hosted& torrents, bool withPublic) const {
    QStringList bases = m_former;
    if (!torrents.forFriends.isEmpty())
        m_session.edit(torrents.forFriends, engine::RefreshTrackers{{}, {m_ownUrl}, {}, bases});
    if (torrents.forEveryone.isEmpty())
        return;
    QStringList urls = withPublic ? m_public : QStringList();
    if (!withPublic)
        bases.removeIf([this](const QString& base) { return m_public.contains(base); });
    m_session.edit(torrents.forEveryone, engine::RefreshTrackers{{}, urls + QStringList{m_loopback}, {}, bases});
}

OwnTrackers::Hosted OwnTrackers::all() const {
    Hosted result;
    for (auto one = m_hosted.begin(); one != m_hosted.end(); ++one)
        (one.value() ? result.forEveryone : result.forFriends).append(one.key());
    return result;
}

} // namespace essaim::hosting
