#include "engine/final_folder.h"

#include "engine/lt_convert.h"
#include "engine/mover/move_queue.h"
#include "storage/torrent_store.h"

#include <QTimer>

#include <chrono>

namespace essaim::engine {

namespace {
/// libtorrent counts once a second: what came in the last one would not be counted if it had to let go at once.
constexpr std::chrono::milliseconds kRest{2500};
} // namespace

FinalFolder::FinalFolder(EngineContext& context, MoveQueue& moves)
    : m_context(context)
    , m_moves(moves) {
    connect(&context.events, &SessionEvents::torrentFinished, this, [this](const TorrentId& id) {
        QTimer::singleShot(kRest, this, [this, id] { moveIfComplete({id}); });
    });
    connect(&context.events, &SessionEvents::allRunning, this, [this] { // what the last run did not come to
        QList<TorrentId> ids;
        m_context.torrents.forEach([&ids](const TorrentEntry& entry) {
            const bool isComplete = entry.record.completedAt != 0 || (entry.status && entry.status->is_seeding);
            if (!entry.record.finalPath.empty() && isComplete)
                ids.append(entry.record.id);
        });
        moveIfComplete(ids);
    });
    connect(&moves, &MoveQueue::moved, this, &FinalFolder::forget);
    connect(&moves, &MoveQueue::changed, this, [this](const QList<MoveSnapshot>& all) {
        for (const MoveSnapshot& move : all) {
            // The user wants them where they are; said once, since the move stays in the list.
            if (move.state == MoveState::Cancelled && m_cancelled.insert(move.jobId).second)
                forget(move.id);
        }
    });
}

void FinalFolder::moveIfComplete(const QList<TorrentId>& ids) {
    for (const TorrentId& id : ids) {
        const TorrentEntry* entry = m_context.torrents.find(id);
        if (entry == nullptr || entry->record.finalPath.empty() || entry->removal || entry->moved)
            continue;
        if (entry->record.finalPath == entry->record.savePath)
            forget(id);
        else
            m_moves.move({id}, toQString(entry->record.finalPath));
    }
}

void FinalFolder::forget(const TorrentId& id) {
    const TorrentEntry* entry = m_context.torrents.find(id);
    if (entry != nullptr && !entry->record.finalPath.empty())
        setFinalFolder(m_context, id, {});
}

void setFinalFolder(EngineContext& context, const TorrentId& id, const std::string& folder) {
    context.repository.run(
        Operation::SaveStore,
        [id, folder](SQLite::Database& database) { storage::TorrentStore(database).setFinalPath(id, folder); },
        [&context, id, folder](const Expected<void>& saved) {
            context.report(saved);
            TorrentEntry* entry = context.torrents.find(id);
            if (!saved || entry == nullptr)
                return;
            entry->record.finalPath = folder;
            context.publisher.touch(*entry);
            context.onEdited(*entry);
        });
}

} // namespace essaim::engine
