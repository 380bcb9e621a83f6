#include "gui/move/move_commander.h"

#include "engine/session.h"
#include "gui/undo/undo_history.h"

#include <QDir>

#include <algorithm>

namespace essaim::gui {

using engine::MoveSnapshot;
using engine::MoveState;

MoveCommander::MoveCommander(engine::Session& session, UndoHistory& history, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_history(history) {
    connect(&m_session, &engine::Session::movesChanged, this, &MoveCommander::noteMoves);
    connect(&m_session, &engine::Session::torrentMoved, this, &MoveCommander::noteArrival);
}

void MoveCommander::move(const QList<engine::TorrentSnapshot>& torrents, const QString& folder) {
    QList<Journey> journeys;
    QList<TorrentId> ids;
    for (const engine::TorrentSnapshot& torrent : torrents) {
        ids.append(torrent.id);
        if (torrent.state != engine::TorrentState::Moving && torrent.savePath != folder)
            journeys.append({torrent.id, torrent.name, torrent.savePath, folder});
    }
    m_session.move(ids, folder);
    if (!journeys.isEmpty())
        m_history.add(
            journeys.size() == 1 ? tr("move of “%1”").arg(journeys.first().name)
                                 : tr("move of %n torrents", nullptr, int(journeys.size())),
            [this, journeys] { takeBack(journeys); });
}

void MoveCommander::takeBack(const QList<Journey>& journeys) {
    QList<qint64> jobs;
    QMap<QString, QList<TorrentId>> arrived; // by the folder to which they return
    for (const Journey& journey : journeys) {
        const auto job = std::ranges::find_if(m_moves, [&](const MoveSnapshot& move) {
            return move.id == journey.id && move.target == journey.to && !move.isOver() &&
                   move.state != MoveState::CleaningUp;
        });
        if (job != m_moves.end()) {
            jobs.append(job->jobId);
            m_recalled.insert_or_assign(journey.id, Recall{job->jobId, journey.to});
        } else if (const auto place = m_places.find(journey.id);
                   place != m_places.end() && place->second == journey.to) {
            arrived[journey.from].append(journey.id);
        }
    }
    m_session.cancelMoves(jobs);
    for (auto group = arrived.cbegin(); group != arrived.cend(); ++group)
        m_session.move(group.value(), group.key());
}

void MoveCommander::noteMoves(const QList<MoveSnapshot>& moves) {
    m_moves = moves;
    for (const MoveSnapshot& move : moves) {
        const auto recalled = m_recalled.find(move.id);
        if (recalled != m_recalled.end() && recalled->second.job == move.jobId && move.state == MoveState::Cancelled)
            m_recalled.erase(recalled);
    }
}

void MoveCommander::noteArrival(const TorrentId& id, const QString& from, const QString& to) {
    m_places.insert_or_assign(id, to);
    const auto recalled = m_recalled.find(id);
    if (recalled == m_recalled.end())
        return;
    const bool isMeant = recalled->second.to == to;
    m_recalled.erase(recalled);
    if (isMeant)
        m_session.move({id}, from);
}

} // namespace essaim::gui
