#include "engine/mover/move_queue.h"

#include "engine/checks/part_file.h"
#include "engine/lt_convert.h"
#include "engine/mover/mount_table.h"
#include "engine/mover/move_job.h"
#include "engine/torrent_params.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>

namespace essaim::engine {

namespace {

using namespace std::chrono_literals;
using storage::MovePhase;
using Wish = MoveControl::Wish;

constexpr auto kReportEvery = 500ms;
constexpr auto kReason = TorrentEntry::Parking::Moving;

/// Every name that libtorrent may have written below the save path, whether it is there or not.
std::vector<std::string> pathsOf(const lt::add_torrent_params& params) {
    std::vector<std::string> paths;
    if (!params.ti)
        return paths;
    const lt::file_storage& files = params.ti->files();
    for (const lt::file_index_t index : files.file_range()) {
        const auto renamed = params.renamed_files.find(index);
        if (!files.pad_file_at(index))
            paths.push_back(renamed != params.renamed_files.end() ? renamed->second : files.file_path(index));
    }
    // What came of pieces that lie in part in files that are not wanted.
    paths.push_back(partFileName(toInfoHash(params.ti->info_hashes())));
    return paths;
}

} // namespace

MoveQueue::MoveQueue(EngineContext& context)
    : m_context(context)
    , m_mailbox(std::make_shared<Mailbox>(this))
    , m_isThere([](const std::string&) { return true; }) {
    m_timer.setInterval(kReportEvery);
    connect(&m_timer, &QTimer::timeout, this, &MoveQueue::measure);
    m_publishTimer.setInterval(kReportEvery);
    m_publishTimer.setSingleShot(true);
    connect(&m_publishTimer, &QTimer::timeout, this, &MoveQueue::publishNow);
}

MoveQueue::~MoveQueue() {
    m_mailbox->close();
}

MoveQueue::Job* MoveQueue::find(qint64 id) {
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? nullptr : &found->second;
}

MoveQueue::Job* MoveQueue::findFor(const TorrentId& id) {
    for (auto& [number, job] : m_jobs) {
        if (job.record.torrent == id && !job.isOver())
            return &job;
    }
    return nullptr;
}

bool MoveQueue::isMoving(const TorrentId& id) const {
    return std::ranges::any_of(
        m_jobs, [&](const auto& each) { return each.second.record.torrent == id && each.second.holdsTorrent(); });
}

bool MoveQueue::isIdle() const {
    return std::ranges::none_of(m_jobs, [](const auto& each) { return each.second.isRunning; });
}

void MoveQueue::restore(std::vector<storage::MoveRecord> records) {
    for (storage::MoveRecord& record : records) {
        const qint64 id = record.id;
        Job job;
        job.state = record.held ? MoveState::Paused : MoveState::Waiting;
        job.record = std::move(record);
        m_jobs.insert_or_assign(id, std::move(job));
    }
}

void MoveQueue::adopt(TorrentEntry& entry) {
    Job* job = findFor(entry.record.id);
    if (job == nullptr)
        return;
    job->describe(&entry);
    if (!job->holdsTorrent())
        return;
    TorrentParking::parkBeforehand(entry, kReason);
    entry.moved = 0;
}

void MoveQueue::start() {
    for (auto& [id, job] : m_jobs) {
        // The torrent was removed: nobody wants its files elsewhere.
        if (m_context.torrents.find(job.record.torrent) == nullptr && job.record.phase == MovePhase::Moving)
            job.wantsBack = true;
    }
    schedule();
}

void MoveQueue::stop() {
    for (auto& [id, job] : m_jobs) {
        if (job.control)
            job.control->wish = Wish::Stop;
    }
    m_timer.stop();
}

bool MoveQueue::mayStart(const Job& job) const {
    return !job.isRunning && job.state == MoveState::Waiting && m_isThere(job.record.source) &&
           m_isThere(job.record.target);
}

/// One move at a time for each disk: two would only take turns at moving its heads.
void MoveQueue::schedule() {
    if (m_context.isStopping)
        return;
    const MountTable mounts = MountTable::read();
    std::set<std::string> inUse;
    for (const auto& [id, job] : m_jobs) {
        if (job.isRunning)
            inUse.insert({mounts.pointOf(job.record.source), mounts.pointOf(job.record.target)});
    }
    std::map<std::string, std::string> points; // many moves, few folders
    const auto pointOf = [&](const std::string& folder) -> const std::string& {
        const auto known = points.find(folder);
        return known != points.end() ? known->second : points.emplace(folder, mounts.pointOf(folder)).first->second;
    };
    for (auto& [id, job] : m_jobs) {
        if (!mayStart(job) || inUse.contains(pointOf(job.record.source)) || inUse.contains(pointOf(job.record.target)))
            continue;
        inUse.insert({pointOf(job.record.source), pointOf(job.record.target)});
        begin(job);
    }
    publish();
}

void MoveQueue::begin(Job& job) {
    job.isRunning = true;
    job.error.reset();
    m_timer.start();
    if (job.wantsBack || job.record.phase == MovePhase::RollingBack)
        return rollBack(job);
    if (job.record.phase == MovePhase::CleaningUp)
        return run(job, {});
    TorrentEntry* entry = m_context.torrents.find(job.record.torrent);
    if (entry == nullptr)
        return drop(job);
    job.state = MoveState::Preparing;
    m_context.parking.park(*entry, kReason, [this, id = job.record.id] { runForward(id); });
}

void MoveQueue::runForward(qint64 id) {
    const auto row = std::make_shared<std::optional<storage::TorrentRecord>>();
    const Job* job = find(id);
    if (job == nullptr)
        return;
    m_context.repository.run(
        Operation::OpenStore,
        [row, torrent = job->record.torrent](SQLite::Database& database) {
            *row = storage::TorrentStore(database).load(torrent);
        },
        [this, id, row](const Expected<void>& loaded) {
            Job* current = find(id);
            if (current == nullptr)
                return;
            current->isRunning = false;
            if (m_context.isStopping)
                return Q_EMIT stopped();
            if (!loaded)
                return onFailed(*current, loaded.error());
            auto prepared = *row ? prepareStored(**row, m_context.settings)
                                 : failure(ErrorKind::NotFound, Operation::MoveFiles, current->record.source);
            if (!prepared)
                return onFailed(*current, prepared.error());
            if (current->record.held && !current->wantsBack) { // paused before it had begun
                current->state = MoveState::Paused;
                return schedule();
            }
            current->isRunning = true;
            if (current->wantsBack)
                return rollBack(*current);
            run(*current, pathsOf(prepared->params));
        });
}

void MoveQueue::run(Job& job, std::vector<std::string> paths) {
    const qint64 id = job.record.id;
    job.control = std::make_shared<MoveControl>();
    job.control->goesOnWithout = job.goesOnWithout;
    job.control->needsCheck = job.checksAfterwards;
    job.state = job.record.phase == MovePhase::RollingBack  ? MoveState::RollingBack
                : job.record.phase == MovePhase::CleaningUp ? MoveState::CleaningUp
                                                            : MoveState::Moving;
    job.measuredDone = 0;
    job.rate = 0;
    MoveEvents events;
    events.store = [this](auto work, auto answer) {
        if (!m_context.repository.isOpen()) // given away at the end of the session: nothing may happen unrecorded
            return answer(failure(ErrorKind::Cancelled, Operation::SaveStore));
        m_context.repository.run(
            Operation::SaveStore,
            [work](SQLite::Database& database) {
                storage::MoveStore moves(database);
                work(moves);
            },
            answer);
    };
    events.committed = [this](const storage::MoveRecord& record) { onCommitted(record); };
    events.finished = [this](const auto& record, const auto& result, const auto& left) {
        onFinished(record, result, left);
    };
    job.sinceMeasured.start();
    runMove(job.record, std::move(paths), job.control, m_mailbox, std::move(events));
    if (Job* current = find(id); current != nullptr && current->wantsBack && current->state == MoveState::Moving)
        current->control->wish = Wish::RollBack;
    publish();
}

/// Durable first: once bytes return, nobody may bring them forth again.
void MoveQueue::rollBack(Job& job) {
    job.isRunning = true;
    job.state = MoveState::RollingBack;
    const qint64 id = job.record.id;
    m_context.repository.run(
        Operation::SaveStore,
        [id](SQLite::Database& database) { storage::MoveStore(database).setPhase(id, MovePhase::RollingBack); },
        [this, id](const Expected<void>& saved) {
            Job* current = find(id);
            if (current == nullptr)
                return;
            if (!saved || m_context.isStopping) {
                current->isRunning = false;
                return saved ? Q_EMIT stopped() : onFailed(*current, saved.error());
            }
            current->record.phase = MovePhase::RollingBack;
            run(*current, {});
        });
}

void MoveQueue::onCommitted(const storage::MoveRecord& record) {
    Job* job = find(record.id);
    if (job == nullptr)
        return;
    job->record = record;
    job->record.held = false; // too late to pause
    job->state = MoveState::CleaningUp;
    if (TorrentEntry* entry = m_context.torrents.find(record.torrent)) {
        entry->record.savePath = record.target;
        entry->moved.reset();
    }
    m_context.parking.unpark(record.torrent, kReason);
    Q_EMIT moved(record.torrent, toQString(record.source), toQString(record.target));
    publish();
}

void MoveQueue::onFinished(
    const storage::MoveRecord& record, const Expected<void>& result, const std::vector<std::string>& leftBehind) {
    Job* job = find(record.id);
    if (job == nullptr)
        return;
    const bool wasGoingBack = job->record.phase == MovePhase::RollingBack;
    const bool isHeld = job->record.held; // the user may have said so while it ran
    job->record = record;
    job->record.held = isHeld;
    job->isRunning = false;
    for (const std::string& path : leftBehind)
        job->leftBehind.append(toQString(path));
    if (m_context.isStopping)
        return Q_EMIT stopped();
    if (result)
        end(*job, wasGoingBack ? MoveState::Cancelled : MoveState::Done);
    else if (result.error().kind == ErrorKind::Cancelled && job->wantsBack)
        record.phase == MovePhase::Waiting ? drop(*job) : rollBack(*job);
    else if (result.error().kind == ErrorKind::Cancelled)
        job->state = job->record.held ? MoveState::Paused : MoveState::Waiting;
    else
        onFailed(*job, result.error());
    schedule();
}

void MoveQueue::onFailed(Job& job, const Error& error) {
    job.error = error;
    job.isRunning = false;
    job.state = MoveState::Stopped;
    if (!m_isThere(job.record.source) || !m_isThere(job.record.target)) { // goes on by itself when the drive is back
        job.state = MoveState::Waiting;
        return publish();
    }
    if (job.wantsBack && job.record.phase == MovePhase::Moving)
        rollBack(job);
    else if (job.record.phase == MovePhase::Waiting)
        drop(job); // nothing was touched: the torrent goes on where it is
    publish();
}

/// Ends a move that has touched nothing.
void MoveQueue::drop(Job& job) {
    const qint64 id = job.record.id;
    m_context.repository.run(
        Operation::SaveStore, [id](SQLite::Database& database) { storage::MoveStore(database).remove(id); },
        [this](const Expected<void>& removed) { m_context.report(removed); });
    end(job, job.error ? MoveState::Refused : MoveState::Cancelled);
}

void MoveQueue::end(Job& job, MoveState state) {
    job.state = state;
    job.isRunning = false;
    job.control.reset();
    if (TorrentEntry* entry = m_context.torrents.find(job.record.torrent); entry != nullptr && entry->moved) {
        entry->moved.reset();
        m_context.publisher.touch(*entry);
    }
    m_context.parking.unpark(job.record.torrent, kReason);
    for (const auto& then : std::exchange(job.afterwards, {}))
        QMetaObject::invokeMethod(this, then, Qt::QueuedConnection);
    publish();
}

} // namespace essaim::engine
