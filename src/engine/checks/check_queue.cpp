#include "engine/checks/check_queue.h"

#include "engine/checks/other_names.h"
#include "engine/checks/part_file.h"
#include "engine/engine_context.h"
#include "engine/files/incomplete_names.h"
#include "engine/held_metadata.h"
#include "engine/lt_convert.h"
#include "engine/torrent_params.h"
#include "hashing/disk_kind.h"

#include <QFileInfo>

#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <chrono>
#include <ranges>
#include <set>
#include <thread>

namespace essaim::engine {

namespace flags = lt::torrent_flags;
using Step = TorrentEntry::Check::Step;

namespace {

/// Whether libtorrent would find files there: their topmost folders or they themselves exist.
bool mayHaveFiles(const lt::add_torrent_params& params) {
    std::set<std::string> tops;
    const lt::file_storage& files = params.ti->files();
    for (const lt::file_index_t file : files.file_range()) {
        const auto renamed = params.renamed_files.find(file);
        const std::string path = renamed == params.renamed_files.end() ? files.file_path(file) : renamed->second;
        tops.insert(path.substr(0, path.find('/')));
        if (const std::string other = otherNameOf(path); !other.empty())
            tops.insert(other.substr(0, other.find('/')));
    }
    return std::ranges::any_of(tops, [&params](const std::string& top) {
        return QFileInfo::exists(QString::fromStdString(params.save_path + '/' + top));
    });
}

} // namespace

CheckQueue::CheckQueue(EngineContext& context)
    : m_context(context)
    , m_mailbox(std::make_shared<Mailbox>(this)) {}

CheckQueue::~CheckQueue() {
    m_mailbox->close();
    stop();
}

void CheckQueue::takeOver(TorrentEntry& entry, lt::add_torrent_params& params) const {
    const bool isKnown = !params.have_pieces.empty() || (params.flags & flags::seed_mode);
    const bool isReturning = entry.check && entry.check->step == Step::Returning;
    entry.wasJustChecked = entry.wasJustChecked && isReturning;
    if (!params.ti || isKnown)
        return;
    // Files that were complete and are gone are waited for, not downloaded anew.
    if (entry.record.completedAt == 0 && !mayHaveFiles(params))
        return;
    params.flags |= flags::paused;
    params.flags &= ~flags::auto_managed;
    entry.wantsCheck = true;
}

void CheckQueue::begin(TorrentEntry& entry, IfGone ifGone) {
    if (!entry.handle.is_valid() || !entry.metadata || entry.removal || m_context.isStopping)
        return;
    cancel(entry);
    entry.isAsStored = false;
    entry.check.emplace();
    entry.check->number = ++m_lastNumber;
    entry.check->startsOver = ifGone == IfGone::StartOver;
    entry.error.reset();
    entry.areFilesMissing = false;
    entry.wasJustChecked = false;
    rest(entry);
    m_context.publisher.touch(entry);
    schedule();
}

void CheckQueue::rest(TorrentEntry& entry) {
    entry.check->step = Step::Resting;
    unlessRemoved([&] {
        entry.handle.unset_flags(flags::upload_mode | flags::stop_when_ready | flags::auto_managed);
        entry.handle.clear_error();
        const bool isResting = bool(entry.handle.flags() & flags::paused);
        entry.handle.pause();
        if (isResting)
            flush(entry);
    });
}

void CheckQueue::onPaused(TorrentEntry& entry) {
    if (entry.check && entry.check->step == Step::Resting)
        flush(entry);
}

/// A torrent that was paused a moment ago may still write; closing its files waits for that.
void CheckQueue::flush(TorrentEntry& entry) {
    entry.check->step = Step::Flushing;
    entry.handle.flush_cache();
}

void CheckQueue::onFlushed(TorrentEntry& entry) {
    if (!entry.check || entry.check->step != Step::Flushing)
        return;
    entry.check->step = Step::Saving;
    m_context.resumeSaver.saveForCheck(entry);
}

bool CheckQueue::onResumeData(TorrentEntry& entry, const lt::add_torrent_params& params) {
    if (!entry.check || entry.check->step != Step::Saving)
        return false;
    enqueue(entry, params);
    return true;
}

bool CheckQueue::onResumeFailed(TorrentEntry& entry) {
    if (!entry.check || entry.check->step != Step::Saving)
        return false;
    lt::add_torrent_params params;
    params.info_hashes = toLt(entry.record.infoHash);
    params.total_uploaded = entry.record.uploaded;
    params.total_downloaded = entry.record.downloaded;
    enqueue(entry, params);
    return true;
}

void CheckQueue::enqueue(TorrentEntry& entry, const lt::add_torrent_params& params) {
    entry.check->resume = std::make_shared<lt::add_torrent_params>(params);
    entry.check->step = Step::Forgetting;
    entry.isOutdated = true;
    Q_EMIT forgets(entry.record.id);
    lt::add_torrent_params unchecked = params;
    unchecked.have_pieces.clear();
    unchecked.verified_pieces.clear();
    unchecked.unfinished_pieces.clear();
    unchecked.flags &= ~flags::seed_mode;
    const auto onSaved = [this, id = entry.record.id, number = entry.check->number](const Expected<void>& saved) {
        m_context.report(saved);
        TorrentEntry* current = find(id, number);
        if (current == nullptr)
            return;
        current->check->step = Step::Waiting;
        m_waiting.push_back(id);
        schedule();
        m_context.publisher.touch(*current);
    };
    m_context.repository.putResume({ResumeSaver::recordOf(entry, unchecked)}, onSaved);
}

void CheckQueue::schedule() {
    if (m_context.isStopping)
        return;
    std::set<std::uint64_t> busy;
    for (const auto& [id, disk] : m_busy)
        busy.insert(disk);
    std::map<std::string, std::uint64_t> disks; // many torrents, few folders
    const auto diskOf = [&disks](const std::string& folder) {
        const auto known = disks.find(folder);
        return known != disks.end() ? known->second : disks.emplace(folder, hashing::deviceOf(folder)).first->second;
    };
    std::deque<TorrentId> kept;
    for (const TorrentId& id : std::exchange(m_waiting, {})) {
        TorrentEntry* entry = m_context.torrents.find(id);
        if (entry == nullptr || !entry->check || entry->check->step != Step::Waiting)
            continue;
        const std::uint64_t disk = diskOf(entry->record.savePath);
        if (entry->check->isPaused || !busy.insert(disk).second) {
            kept.push_back(id);
            continue;
        }
        m_busy[id] = disk;
        start(*entry);
        m_context.publisher.touch(*entry);
    }
    m_waiting = std::move(kept);
}

void CheckQueue::start(TorrentEntry& entry) {
    entry.check->step = Step::Reading;
    if (entry.check->control) { // was paused
        entry.check->control->isPaused = false;
        return;
    }
    const auto onLoaded = [this, id = entry.record.id, number = entry.check->number](Expected<std::string> stored) {
        const TorrentEntry* current = find(id, number);
        if (current == nullptr || current->check->control) // dropped, or paused and resumed meanwhile
            return;
        if (!stored)
            m_context.report(std::unexpected(stored.error()));
        read(id, std::move(stored).value_or(std::string()));
    };
    adoptOtherNames(m_context, entry, [this, onLoaded, id = entry.record.id, number = entry.check->number] {
        if (find(id, number) != nullptr)
            m_context.repository.loadMetadata(id, onLoaded);
    });
}

void CheckQueue::read(const TorrentId& id, std::string torrent) {
    TorrentEntry& entry = *m_context.torrents.find(id);
    unlessRemoved([&] {
        CheckTask task;
        task.info = entry.handle.torrent_file();
        if (!task.info)
            return;
        // Nothing is remembered in this session, or the layers of a magnet came later.
        const bool lacksLayers = entry.record.infoHash.v2 && torrent.find("12:piece layers") == std::string::npos;
        if (torrent.empty() || lacksLayers)
            torrent = torrentFileOf(entry.handle).toStdString();
        task.torrent = torrent;
        task.savePath = entry.record.savePath;
        task.names = entry.paths;
        task.partFile = entry.record.savePath + '/' + partFileName(entry.record.infoHash);
        task.isGentle = m_context.settings.hashesGently;
        task.priorities = entry.handle.get_file_priorities();
        const quint64 number = entry.check->number;
        const auto onProgress = [this, id, number](const HashProgress& progress) {
            if (TorrentEntry* current = find(id, number)) {
                current->check->progress = progress;
                m_context.publisher.touch(*current);
            }
        };
        entry.check->torrent = std::move(torrent);
        entry.check->control =
            startCheck(std::move(task), m_mailbox, onProgress, [this, id, number](CheckOutcome outcome) {
                onDone(id, number, std::move(outcome));
            });
        entry.check->control->isPaused = entry.check->isPaused;
        std::erase_if(m_runs, [](const auto& run) { return run.expired(); });
        m_runs.push_back(entry.check->control);
    });
}

TorrentEntry* CheckQueue::find(const TorrentId& id, quint64 number) {
    TorrentEntry* entry = m_context.torrents.find(id);
    return entry != nullptr && entry->check && entry->check->number == number ? entry : nullptr;
}

void CheckQueue::onDone(const TorrentId& id, quint64 number, CheckOutcome outcome) {
    TorrentEntry* entry = find(id, number);
    if (entry == nullptr || !outcome.result || m_context.isStopping)
        return;
    entry->check->control.reset();
    m_busy.erase(id);
    if (!m_context.isDriveThere(entry->record.savePath)) { // what was not found may be on it
        entry->check.reset();
        entry->wantsCheck = true; // once the torrent comes back from being parked
        m_context.publisher.touch(*entry);
        return schedule();
    }
    lt::add_torrent_params& found = *entry->check->resume;
    const bool hadFiles = entry->record.completedAt > 0 || found.have_pieces.count() > 0;
    if (!outcome.isAnythingThere && outcome.have.count() == 0 && hadFiles && !entry->check->startsOver) {
        waitForFiles(*entry);
        return schedule();
    }
    entry->check->step = Step::Keeping;
    found.have_pieces = std::move(outcome.have);
    found.verified_pieces.clear();
    found.unfinished_pieces.clear(); // blocks whose piece was never hashed
    found.flags &= ~flags::seed_mode;
    m_context.repository.putResume(
        {ResumeSaver::recordOf(*entry, found)}, [this, id, number](const Expected<void>& saved) {
            m_context.report(saved);
            giveBack(id, number);
        });
    schedule();
}

/// What was there stays in the store: the files may come back.
void CheckQueue::waitForFiles(TorrentEntry& entry) {
    m_context.repository.putResume(
        {ResumeSaver::recordOf(entry, *entry.check->resume)},
        [this](const Expected<void>& saved) { m_context.report(saved); });
    entry.check.reset();
    entry.areFilesMissing = true;
    m_context.publisher.touch(entry);
}

void CheckQueue::giveBack(const TorrentId& id, quint64 number) {
    TorrentEntry* entry = find(id, number);
    if (entry == nullptr || !m_context.session || m_context.isStopping)
        return;
    storage::TorrentRecord record = entry->record;
    record.metadata = std::move(entry->check->torrent);
    record.resumeData = encodeResume(*entry->check->resume);
    auto prepared = prepareStored(std::move(record), m_context.settings);
    if (!prepared) {
        entry->error = prepared.error();
        entry->check.reset();
        return m_context.publisher.touch(*entry);
    }
    entry->check->step = Step::Returning;
    if (entry->status)
        entry->check->queuePosition = static_cast<int>(entry->status->queue_position);
    // From here on its alerts are nobody's; libtorrent carries out the two in this order.
    m_context.session->remove_torrent(m_context.torrents.takeHandle(*entry));
    m_add(id, std::move(prepared->params));
}

void CheckQueue::onAdded(TorrentEntry& entry) {
    if (!entry.parking && std::exchange(entry.wantsCheck, false))
        return begin(entry, IfGone::Wait);
    if (!entry.check || entry.check->step != Step::Returning)
        return;
    if (entry.check->queuePosition >= 0)
        entry.handle.queue_position_set(lt::queue_position_t(entry.check->queuePosition));
    entry.status = entry.handle.status({}); // what is shown must not be what was there before
    const lt::torrent_flags_t set = entry.status->flags;
    const bool isToStop = entry.record.flags.stopAt == storage::StopAt::Checked;
    if (!entry.record.paused && !isToStop && (set & flags::paused) &&
        !(set & flags::auto_managed)) { // resumed in the last moment
        if (entry.record.flags.autoManaged)
            entry.handle.set_flags(flags::auto_managed);
        entry.handle.resume();
    }
    entry.check.reset();
    entry.wasJustChecked = true;
    m_context.publisher.touch(entry);
}

void CheckQueue::onResumeRejected(TorrentEntry& entry) {
    if (std::exchange(entry.wasJustChecked, false) || entry.check)
        return;
    // libtorrent has begun a check of its own; whoever waits for a pause of that does not always hear that it rests.
    entry.handle.unset_flags(flags::auto_managed);
    entry.handle.pause();
    begin(entry);
}

/// Pieces have moved between files and part file.
void CheckQueue::onPrioritiesChanged(TorrentEntry& entry) {
    if (!entry.check || entry.check->step == Step::Returning)
        return;
    const bool wasPaused = entry.check->isPaused;
    begin(entry, entry.check->startsOver ? IfGone::StartOver : IfGone::Wait);
    if (entry.check)
        entry.check->isPaused = wasPaused;
}

void CheckQueue::setPaused(TorrentEntry& entry, bool isPaused) {
    if (!entry.check || entry.check->isPaused == isPaused)
        return;
    entry.check->isPaused = isPaused;
    if (isPaused && entry.check->step == Step::Reading) {
        if (entry.check->control)
            entry.check->control->isPaused = true;
        entry.check->step = Step::Waiting;
        m_busy.erase(entry.record.id);
        m_waiting.push_front(entry.record.id);
    }
    schedule();
    m_context.publisher.touch(entry);
}

void CheckQueue::cancel(TorrentEntry& entry) {
    if (!entry.check)
        return;
    std::erase(m_waiting, entry.record.id);
    m_busy.erase(entry.record.id);
    if (entry.check->control)
        entry.check->control->isCancelled = true;
    entry.check.reset();
}

void CheckQueue::drop(TorrentEntry& entry) {
    cancel(entry);
    schedule();
}

void CheckQueue::stop() {
    constexpr auto kMoment = std::chrono::milliseconds(500);
    const auto isGone = [](const auto& run) { return run.expired(); };
    for (const auto& each : m_runs) {
        if (const auto run = each.lock())
            run->isCancelled = true;
    }
    m_context.torrents.forEach([](TorrentEntry& entry) {
        if (entry.check)
            entry.check->control.reset();
    });
    const auto until = std::chrono::steady_clock::now() + kMoment;
    while (!std::ranges::all_of(m_runs, isGone) && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    m_waiting.clear();
    m_busy.clear();
}

} // namespace essaim::engine
