#include "gui/desktop/activity.h"

#include "engine/session.h"
#include "gui/transfers/transfer_status.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace essaim::gui {

using engine::TorrentSnapshot;
using engine::TorrentState;

namespace {

/// It is complete, and its files are about to go to where they stay.
bool isOnItsWayHome(const TorrentSnapshot& torrent) {
    const bool isFine = torrent.state == TorrentState::Seeding || torrent.state == TorrentState::Queued;
    return isFine && torrent.progress >= 1 && !torrent.finalPath.isEmpty();
}

bool isDownloading(const TorrentSnapshot& torrent) {
    if (isOnItsWayHome(torrent))
        return true;
    switch (torrent.state) {
    case TorrentState::Downloading:
    case TorrentState::Stalled:
    case TorrentState::FetchingMetadata:
    case TorrentState::Checking:
    case TorrentState::Moving:
        return true;
    case TorrentState::Queued:
        return torrent.progress < 1;
    default:
        return false;
    }
}

bool isMoving(const TorrentSnapshot& torrent) {
    return torrent.state == TorrentState::Downloading || torrent.state == TorrentState::Checking ||
           torrent.state == TorrentState::Moving;
}

void put(std::unordered_set<TorrentId>& set, const TorrentId& id, bool belongs) {
    if (belongs)
        set.insert(id);
    else
        set.erase(id);
}

} // namespace

Activity::Activity(const engine::Session& session, QObject* parent)
    : QObject(parent) {
    connect(&session, &engine::Session::torrentsChanged, this, &Activity::take);
    connect(&session, &engine::Session::torrentsRemoved, this, &Activity::forget);
    // Comes before the snapshot that says so.
    connect(&session, &engine::Session::torrentFinished, this, [this] { m_hasFinished = true; });
    connect(&session, &engine::Session::allRunning, this, [this] { m_areAllRunning = true; });
}

void Activity::take(const QList<TorrentSnapshot>& torrents) {
    const bool hadDownloads = !m_downloading.empty();
    for (const TorrentSnapshot& torrent : torrents) {
        put(m_downloading, torrent.id, isDownloading(torrent));
        put(m_moving, torrent.id, isMoving(torrent));
        put(m_uploading, torrent.id, torrent.uploadRate > 0);
        const bool isStuck = statusGroup(torrent.state) == StatusFilter::Attention;
        if (isStuck && m_areAllRunning && !m_stuck.contains(torrent.id))
            Q_EMIT gotStuck(torrent);
        put(m_stuck, torrent.id, isStuck);
    }
    tell(hadDownloads);
}

void Activity::forget(const QList<TorrentId>& ids) {
    const bool hadDownloads = !m_downloading.empty();
    for (const TorrentId& id : ids) {
        m_downloading.erase(id);
        m_moving.erase(id);
        m_uploading.erase(id);
        m_stuck.erase(id);
    }
    tell(hadDownloads);
}

void Activity::tell(bool hadDownloads) {
    const int now[] = {downloading(), moving(), uploading(), stuck()};
    if (!std::ranges::equal(now, m_told)) {
        std::ranges::copy(now, m_told);
        Q_EMIT changed();
    }
    if (downloading() == 0 && hadDownloads && std::exchange(m_hasFinished, false))
        Q_EMIT allDone();
}

} // namespace essaim::gui
