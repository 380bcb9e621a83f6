#include "engine/durability/payload_sync.h"

#include "engine/background.h"
#include "hashing/patience.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>

namespace essaim::engine {
namespace {

constexpr std::chrono::seconds kInterval{120};

/// Files that hold a piece which is not known to be durable.
std::vector<FileToSync>
filesOf(const lt::torrent_info& info, const std::string& savePath, const PieceSet& has, const PieceSet& durable) {
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
            files.push_back({static_cast<int>(index), savePath + '/' + storage.file_path(index), isComplete});
    }
    return files;
}

} // namespace

std::string partFileOf(const lt::torrent_info& info, const std::string& savePath) {
    const lt::sha1_hash hash = info.info_hashes().get_best();
    return savePath + "/." +
           TorrentId::fromBytes({hash.data(), std::size_t(lt::sha1_hash::size())}).value_or(TorrentId{}).toHex() +
           ".parts";
}

PayloadSync::PayloadSync(EngineContext& context)
    : m_context(context)
    , m_timer(this) {
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
    m_queue.push_back(id);
    next();
}

void PayloadSync::next() {
    while (!m_isSyncing && !m_queue.empty()) {
        const TorrentId id = m_queue.front();
        m_queue.erase(m_queue.begin());
        TorrentEntry* entry = m_context.torrents.find(id);
        if (entry == nullptr || entry->removal || entry->check || !entry->handle.is_valid())
            continue;
        unlessRemoved([&] {
            const auto info = entry->handle.torrent_file();
            const PieceSet has = entry->handle.status(lt::torrent_handle::query_pieces).pieces;
            if (!info || has.empty())
                return;
            Known& known = m_known[id];
            const PieceSet durable =
                known.isComplete ? PieceSet(has.size(), true) : decodePieces(known.pieces, has.size());
            const auto files = filesOf(*info, entry->record.savePath, has, durable);
            known.count = has.count();
            if (files.empty())
                return;
            m_isSyncing = true;
            const auto work = [files, partFile = partFileOf(*info, entry->record.savePath), hurry = m_hurry] {
                hashing::makeThisThreadPatient();
                return syncFiles(files, partFile, hurry.get());
            };
            runInBackground(this, work, [this, id, has](const Expected<Stamps>& stamps) { onSynced(id, has, stamps); });
        });
    }
    if (isIdle())
        Q_EMIT idle();
}

void PayloadSync::onSynced(const TorrentId& id, const PieceSet& pieces, const Expected<Stamps>& stamps) {
    m_isSyncing = false;
    TorrentEntry* entry = m_context.torrents.find(id);
    if (entry == nullptr || !m_known.contains(id)) // removed, or to be checked since
        return next();
    if (!m_context.isDriveThere(entry->record.savePath)) { // synced was whatever is at its place
        m_known[id].count = -1;
        return next();
    }
    if (!stamps) {
        doubt(*entry, stamps.error());
        return next();
    }
    const bool isComplete = pieces.all_set();
    m_known[id] = {pieces.count(), isComplete ? std::string() : encodePieces(pieces), isComplete};
    const auto report = [this](const Expected<void>& saved) { m_context.report(saved); };
    m_context.files.putDurable({id, isComplete, m_known[id].pieces, std::time(nullptr)}, report);
    if (!stamps->empty())
        m_context.files.stamp(id, *stamps, report);
    next();
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
