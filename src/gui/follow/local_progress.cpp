#include "gui/follow/local_progress.h"

#include "engine/session.h"

#include <algorithm>

namespace essaim::gui {

namespace {

/// A check or a move has a progress of its own, which says nothing about what is here.
double progressOf(const engine::TorrentSnapshot& torrent) {
    if (torrent.isComplete())
        return 1;
    if (torrent.wantedSize <= 0)
        return 0;
    return std::clamp(double(torrent.wantedDone) / double(torrent.wantedSize), 0.0, 0.999);
}

} // namespace

LocalProgress::LocalProgress(engine::Session& session, QObject* parent)
    : QObject(parent) {
    connect(&session, &engine::Session::torrentsChanged, this, &LocalProgress::note);
    connect(&session, &engine::Session::torrentsRemoved, this, &LocalProgress::forget);
}

std::optional<double> LocalProgress::of(const TorrentId& id) const {
    const auto found = m_progress.find(id);
    return found == m_progress.end() ? std::nullopt : std::optional(found->second);
}

void LocalProgress::note(const QList<engine::TorrentSnapshot>& torrents) {
    bool isOther = false;
    for (const engine::TorrentSnapshot& torrent : torrents) {
        const double progress = progressOf(torrent);
        const auto [place, isNew] = m_progress.emplace(torrent.id, progress);
        isOther = isOther || isNew || place->second != progress;
        place->second = progress;
    }
    if (isOther)
        Q_EMIT changed();
}

void LocalProgress::forget(const QList<TorrentId>& ids) {
    for (const TorrentId& id : ids)
        m_progress.erase(id);
    Q_EMIT changed();
}

} // namespace essaim::gui
