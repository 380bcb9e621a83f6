// What the user wants of moves that are under way, and what the window is told about them.
#include "engine/lt_convert.h"
#include "engine/mover/move_job.h"
#include "engine/mover/move_queue.h"

namespace essaim::engine {

using storage::MovePhase;
using Wish = MoveControl::Wish;

namespace {
constexpr std::size_t kShortList = 50;
}

void MoveQueue::pause(const QList<qint64>& jobs) {
    for (const qint64 id : jobs) {
        Job* job = find(id);
        if (job == nullptr || job->isOver() || job->record.held || job->wantsBack || !job->holdsTorrent())
            continue;
        job->record.held = true;
        m_context.repository.run(
            Operation::SaveStore, [id](SQLite::Database& database) { storage::MoveStore(database).setHeld(id, true); },
            [this](const Expected<void>& saved) { m_context.report(saved); });
        if (job->control && job->isRunning)
            job->control->wish = Wish::Stop;
        else if (!job->isRunning)
            job->state = MoveState::Paused;
    }
    publish();
}

void MoveQueue::resume(const QList<qint64>& jobs) {
    for (const qint64 id : jobs) {
        Job* job = find(id);
        if (job == nullptr || job->isOver() || (job->state != MoveState::Paused && job->state != MoveState::Stopped))
            continue;
        job->goesOnWithout = job->error && job->error->kind == ErrorKind::NotFound;
        job->record.held = false;
        job->state = MoveState::Waiting;
        m_context.repository.run(
            Operation::SaveStore, [id](SQLite::Database& database) { storage::MoveStore(database).setHeld(id, false); },
            [this](const Expected<void>& saved) { m_context.report(saved); });
    }
    schedule();
}

void MoveQueue::cancel(const QList<qint64>& jobs) {
    for (const qint64 id : jobs) {
        Job* job = find(id);
        if (job == nullptr || job->isOver() || !job->holdsTorrent() || job->record.phase == MovePhase::RollingBack)
            continue;
        job->wantsBack = true;
        job->error.reset();
        if (job->control && job->isRunning)
            job->control->wish = Wish::RollBack;
        else if (!job->isRunning && job->record.phase == MovePhase::Waiting)
            drop(*job);
        else if (!job->isRunning)
            job->state = MoveState::Waiting; // for its drives, and then back
    }
    schedule();
}

void MoveQueue::cancelThen(const TorrentId& id, std::function<void()> then) {
    Job* job = findFor(id);
    if (job == nullptr || !job->holdsTorrent())
        return then();
    job->afterwards.push_back(std::move(then));
    cancel({job->record.id});
}

void MoveQueue::checkAfterwards(const TorrentId& id) {
    Job* job = findFor(id);
    if (job == nullptr)
        return;
    job->checksAfterwards = true;
    if (job->control)
        job->control->needsCheck = true;
}

void MoveQueue::dismiss(const QList<qint64>& jobs) {
    for (const qint64 id : jobs) {
        if (const Job* job = find(id); job != nullptr && job->isOver())
            m_jobs.erase(id);
    }
    publish();
}

void MoveQueue::measure() {
    if (isIdle())
        m_timer.stop();
    for (auto& [id, job] : m_jobs) {
        if (!job.control || !job.isRunning)
            continue;
        const double seconds = double(job.sinceMeasured.restart()) / 1000;
        const qint64 done = job.control->done;
        const double now = seconds > 0 ? double(done - job.measuredDone) / seconds : 0;
        job.rate = job.rate == 0 ? now : job.rate * 0.7 + now * 0.3; // steady enough to read
        job.measuredDone = done;
        TorrentEntry* entry = m_context.torrents.find(job.record.torrent);
        if (entry == nullptr || !job.holdsTorrent())
            continue;
        entry->moved = job.fraction();
        m_context.publisher.touch(*entry);
    }
    publish();
    m_context.publisher.publish();
}

/// A list of thousands is not made for each of its changes.
void MoveQueue::publish() {
    if (m_jobs.size() <= kShortList)
        publishNow();
    else if (!m_publishTimer.isActive())
        m_publishTimer.start();
}

void MoveQueue::publishNow() {
    QList<MoveSnapshot> moves;
    for (const auto& [id, job] : m_jobs)
        moves.append(job.snapshot());
    if (moves == m_published)
        return;
    m_published = moves;
    Q_EMIT changed(moves);
}

} // namespace essaim::engine
