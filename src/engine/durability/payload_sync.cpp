#include "engine/durability/payload_sync.h"

#include "engine/background.h"
#include "engine/checks/part_file.h"
#include "engine/files/current_paths.h"
#include "engine/lt_convert.h"
#include "hashing/patience.h"

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/torrent_status.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace essaim::engine {
namespace {

constexpr std::chrono::seconds kInterval{120};
constexpr std::chrono::seconds kMoment{2}; ///< in which blocks that wait for the disk are written
/// Small torrents go together, so that thousands need few threads; a large one goes alone, so that what is known of it
/// is written down early.
constexpr std::size_t kTogether = 256;
constexpr std::int64_t kBytesTogether = std::int64_t{64} << 20;

/// Files that hold a piece which is not known to be durable.
std::vector<FileToSync>
filesOf(const lt::torrent_info& info, const TorrentEntry& entry, const PieceSet& has, const PieceSet& durable) {
    const std::string& savePath = entry.record.savePath;
    std::vector<FileToSync> files;
    const lt::file_storage& storage = info.files();
    for (const lt::file_index_t index : storage.file_range()) {
        const std::int64_t size = storage.file_size(index);
        if (size == 0 || storage.pad_file_at(index))
            continue;
        const lt::piece_index_t first = storage.map_file(index, 0, 1).piece;
        const lt::piece_index_t last = storage.map_file(index, size - 1, 1).piece;
        bool isNew = false;
        bool isComplete = true;
        for (lt::piece_index_t piece = first; piece <= last; ++piece) {
            isNew = isNew || (has.get_bit(piece) && !durable.get_bit(piece));
            isComplete = isComplete && has.get_bit(piece);
        }
        if (isNew)
            files.push_back({static_cast<int>(index), savePath + '/' + currentPath(entry, storage, index), isComplete});
    }
    return files;
}

/// libtorrent says that it has a piece as soon as its hash is right; until its blocks are written, the piece stands in
/// the queue of downloads as well. To be called after `has` was asked for. True if there are such pieces.
bool leaveOutUnwritten(const TorrentEntry& entry, PieceSet& has) {
    bool isAny = false;
    unlessRemoved([&] {
        for (const lt::partial_piece_info& piece : entry.handle.get_download_queue()) {
            isAny = isAny || has.get_bit(piece.piece_index);
            has.clear_bit(piece.piece_index);
        }
    });
    return isAny;
}

} // namespace

std::string partFileOf(const lt::torrent_info& info, const std::string& savePath) {
    return savePath + '/' + partFileName(toInfoHash(info.info_hashes()));
}

PayloadSync::PayloadSync(EngineContext& context)
    : m_context(context)
    , m_timer(this) {
    context.payloadSync = this;
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &PayloadSync::syncAll);
    connect(&context.events, &SessionEvents::torrentFinished, this, [this](const TorrentId& id) { sync(id); });
    // A check may find that pieces are gone; those that come again must be synced again.
    connect(&context.checks, &CheckQueue::forgets, this, &PayloadSync::forget);
    connect(&context.events, &SessionEvents::torrentsChanged, this, [this](const QList<TorrentSnapshot>& torrents) {
        for (const TorrentSnapshot& torrent : torrents) {
            const TorrentEntry* entry = m_context.torrents.find(torrent.id);
            if (entry != nullptr && entry->status && entry->status->state == lt::torrent_status::checking_files)
                forget(torrent.id);
        }
    });
    connect(&context.events, &SessionEvents::torrentsRemoved, this, [this](const QList<TorrentId>& ids) {
        for (const TorrentId& id : ids)
            m_known.erase(id);
    });
}

void PayloadSync::forget(const TorrentId& id) {
    const auto known = m_known.find(id);
    if (known == m_known.end())
        return;
    m_known.erase(known);
    m_context.files.putDurable({id, false, {}, 0}, [this](const Expected<void>& saved) { m_context.report(saved); });
}

void PayloadSync::setKnown(const std::vector<storage::DurableRecord>& records) {
    for (const storage::DurableRecord& record : records)
        m_known[record.id] = {-1, record.pieces, record.complete};
}

void PayloadSync::keepOnly(
    const TorrentId& id, const lt::add_torrent_params& params, const std::function<void()>& done) {
    const auto found = m_known.find(id);
    if (found == m_known.end() || !params.ti || (params.flags & lt::torrent_flags::seed_mode))
        return done();
    const PieceSet& claimed = params.have_pieces;
    if (claimed.size() != params.ti->num_pieces()) { // it is checked, from some piece on
        forget(id);
        return done();
    }
    const PieceSet durable =
        found->second.isComplete ? PieceSet(claimed.size(), true) : decodePieces(found->second.pieces, claimed.size());
    PieceSet kept = durable;
    PieceSet lost(claimed.size(), false);
    for (const lt::piece_index_t piece : claimed.range()) {
        if (!durable.get_bit(piece) || claimed.get_bit(piece))
            continue;
        kept.clear_bit(piece);
        lost.set_bit(piece);
    }
    if (lost.none_set())
        return done();
    found->second = {-1, encodePieces(kept), false};
    Stamps none;
    for (const FileToSync& file : filesOf(*params.ti, TorrentEntry(), lost, kept))
        none.emplace_back(file.number, storage::FileStamp());
    const auto report = [this](const Expected<void>& saved) { m_context.report(saved); };
    m_context.files.putDurable({id, false, found->second.pieces, std::time(nullptr)}, report);
    m_context.files.stamp(id, std::move(none), [this, done](const Expected<void>& saved) {
        m_context.report(saved);
        done();
    });
}

void PayloadSync::syncAll() {
    m_context.torrents.forEach([this](const TorrentEntry& entry) {
        const auto known = m_known.find(entry.record.id);
        const bool isNew = entry.status && entry.metadata && entry.status->num_pieces > 0 &&
                           (known == m_known.end() || known->second.count != entry.status->num_pieces);
        if (isNew && !(known != m_known.end() && known->second.isComplete && known->second.count < 0))
            m_queue.push_back(entry.record.id);
    });
    next();
}

void PayloadSync::sync(const TorrentId& id) {
    m_known.erase(id); // whatever was there may have been written once more; what has not costs little
    m_queue.push_back(id);
    next();
}

std::optional<PayloadSync::Job> PayloadSync::jobOf(const TorrentEntry& entry, const lt::torrent_status& status) {
    const auto info = status.torrent_file.lock();
    PieceSet has = status.pieces;
    if (!info || has.empty())
        return std::nullopt;
    if (entry.hasUnwritten && has.all_set()) // the queue of downloads is hidden then; sync() follows once it is written
        return std::nullopt;
    if (leaveOutUnwritten(entry, has) && !m_context.isStopping) // they will be in a moment
        QTimer::singleShot(kMoment, this, [this, id = entry.record.id] {
            m_queue.push_back(id);
            next();
        });
    Known& known = m_known[entry.record.id];
    const PieceSet durable = known.isComplete ? PieceSet(has.size(), true) : decodePieces(known.pieces, has.size());
    auto files = filesOf(*info, entry, has, durable);
    known.count = has.count();
    if (files.empty())
        return std::nullopt;
    return Job{entry.record.id, has, std::move(files), partFileOf(*info, entry.record.savePath)};
}

void PayloadSync::next() {
    while (!m_isSyncing && !m_queue.empty()) {
        std::vector<lt::torrent_status> wanted;
        std::int64_t bytes = 0;
        while (!m_queue.empty() && wanted.size() < kTogether && bytes < kBytesTogether) {
            const TorrentEntry* entry = m_context.torrents.find(m_queue.front());
            m_queue.pop_front();
            if (entry == nullptr || entry->removal || entry->check || !entry->handle.is_valid())
                continue;
            bytes += entry->metadata ? entry->metadata->totalSize : 0;
            wanted.emplace_back().handle = entry->handle;
        }
        if (wanted.empty() || !m_context.session)
            continue;
        // One question for all of them: each costs a turn of libtorrent's thread.
        m_context.session->refresh_torrent_status(
            &wanted, lt::torrent_handle::query_pieces | lt::torrent_handle::query_torrent_file);
        Jobs jobs;
        for (const lt::torrent_status& status : wanted) {
            const TorrentEntry* entry = m_context.torrents.find(status.handle);
            if (entry == nullptr)
                continue;
            if (auto job = jobOf(*entry, status))
                jobs.push_back(std::move(*job));
        }
        if (!jobs.empty())
            run(std::move(jobs));
    }
    if (isIdle())
        Q_EMIT idle();
}

void PayloadSync::run(Jobs jobs) {
    m_isSyncing = true;
    const auto shared = std::make_shared<const Jobs>(std::move(jobs));
    const auto work = [shared, hurry = m_hurry] {
        if (!*hurry)
            hashing::makeThisThreadPatient();
        if (shared->size() > 1) { // small ones
            for (const Job& job : *shared)
                beginWriting(job.files);
        }
        std::vector<Expected<Stamps>> stamps;
        for (const Job& job : *shared)
            stamps.push_back(syncFiles(job.files, job.partFile, hurry.get()));
        return stamps;
    };
    runInBackground(this, work, [this, shared](const std::vector<Expected<Stamps>>& stamps) {
        m_isSyncing = false;
        for (std::size_t i = 0; i < shared->size(); ++i)
            onSynced(shared->at(i), stamps[i]);
        next();
    });
}

void PayloadSync::onSynced(const Job& job, const Expected<Stamps>& stamps) {
    TorrentEntry* entry = m_context.torrents.find(job.id);
    if (entry == nullptr || !m_known.contains(job.id)) // removed, or to be checked since
        return;
    Known& known = m_known[job.id];
    if (!m_context.isDriveThere(entry->record.savePath)) { // synced was whatever is at its place
        known.count = -1;
        return;
    }
    if (!stamps)
        return doubt(*entry, stamps.error());
    const bool isComplete = job.pieces.all_set();
    known = {job.pieces.count(), isComplete ? std::string() : encodePieces(job.pieces), isComplete};
    const auto report = [this](const Expected<void>& saved) { m_context.report(saved); };
    m_context.files.putDurable({job.id, isComplete, known.pieces, std::time(nullptr)}, report);
    if (!stamps->empty())
        m_context.files.stamp(job.id, *stamps, report);
}

/// The system may have dropped what it could not write, and will not say so again: only reading tells.
void PayloadSync::doubt(TorrentEntry& entry, const Error& error) {
    m_known[entry.record.id].count = -1;
    if (error.kind == ErrorKind::NotFound)
        return; // the user moved or removed a file; libtorrent finds out when it reads
    (void)m_context.onDiskError(
        entry, error.kind == ErrorKind::DiskFull   ? DiskHold::Reason::Full
               : error.kind == ErrorKind::ReadOnly ? DiskHold::Reason::ReadOnly
                                                   : DiskHold::Reason::Failing);
    Q_EMIT m_context.events.problem(error);
    m_context.checks.begin(entry);
}

} // namespace essaim::engine
