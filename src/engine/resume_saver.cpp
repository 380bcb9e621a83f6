#include "engine/resume_saver.h"

#include <libtorrent/torrent_info.hpp>
#include <libtorrent/write_resume_data.hpp>

#include <algorithm>
#include <utility>

namespace essaim::engine {
namespace {

/// While files are missing, what libtorrent knows is that nothing is there. The store keeps what there was. While they
/// are checked, libtorrent knows what was there before.
bool isWorthSaving(const TorrentEntry& entry) {
    return !entry.areFilesMissing && !entry.check && !entry.isOutdated;
}

/// libtorrent takes a piece for its own once its hash is right, saves it only once it is written, and does not count
/// that as a change: what it saved between the two must be saved again whether it says that it is modified or not.
bool hasDownloaded(const TorrentEntry& entry) {
    return entry.status && entry.status->total_payload_download > 0;
}

} // namespace

std::string encodeResume(lt::add_torrent_params params) {
    params.merkle_trees.clear();
    params.merkle_tree_mask.clear();
    params.verified_leaf_hashes.clear();
    params.ti.reset(); // the store has the whole .torrent
    const std::vector<char> bytes = lt::write_resume_data_buf(params);
    return {bytes.begin(), bytes.end()};
}

namespace {

/// Whether pieces of files that are not wanted may be claimed.
bool usesPartFile(const TorrentEntry& entry, const lt::add_torrent_params& params) {
    return entry.record.filePriorities.contains('\0') ||
           std::ranges::find(params.file_priorities, lt::dont_download) != params.file_priorities.end();
}

} // namespace

void ResumeSaver::request(TorrentEntry& entry, lt::resume_data_flags_t flags) {
    if (entry.handle.is_valid() && isWorthSaving(entry))
        ask(entry, flags);
}

void ResumeSaver::saveForCheck(TorrentEntry& entry) {
    ask(entry, {});
}

void ResumeSaver::ask(TorrentEntry& entry, lt::resume_data_flags_t flags) {
    try {
        entry.handle.save_resume_data(flags);
        ++m_pending;
    } catch (const lt::system_error&) {
        // Removed meanwhile: nothing to save.
    }
}

bool ResumeSaver::isWhole(const storage::TorrentRecord& record, const lt::add_torrent_params& params, bool isDurable) {
    const lt::typed_bitfield<lt::piece_index_t>& pieces = params.have_pieces;
    return isDurable && record.completedAt > 0 && params.ti && pieces.size() == params.ti->num_pieces() &&
           pieces.all_set() && params.unfinished_pieces.empty();
}

void ResumeSaver::look(TorrentEntry& entry, const lt::torrent_status& status) {
    if (status.num_peers > 0 || status.total_payload_download > 0 || status.total_payload_upload > 0 || status.errc ||
        status.state == lt::torrent_status::checking_files)
        entry.isAsStored = false;
}

void ResumeSaver::saveIfNew(TorrentEntry& entry) {
    if (!entry.isAsStored)
        save(entry);
}

void ResumeSaver::save(TorrentEntry& entry) {
    entry.isAsStored = false;
    const bool isAsked = std::exchange(entry.lacksLastPieces, false) || hasDownloaded(entry);
    request(entry, isAsked ? lt::resume_data_flags_t() : lt::torrent_handle::only_if_modified);
}

void ResumeSaver::saveChanged() {
    m_torrents.forEach([this](TorrentEntry& entry) {
        if (entry.lacksLastPieces || (entry.status && entry.status->need_save_resume))
            saveIfNew(entry);
    });
}

void ResumeSaver::saveTimes(
    const std::vector<lt::torrent_status>& statuses, const std::function<void(const Error&)>& onError) {
    std::vector<storage::RunTimes> times;
    for (const lt::torrent_status& status : statuses) {
        TorrentEntry* entry = m_torrents.find(status.handle);
        const std::int64_t active = status.active_duration.count();
        if (entry == nullptr || !entry->isAsStored || active <= entry->record.activeSeconds)
            continue;
        entry->record.activeSeconds = active;
        entry->record.seedingSeconds = status.seeding_duration.count();
        times.push_back({entry->record.id, active, entry->record.seedingSeconds});
    }
    if (times.empty())
        return;
    m_repository.putTimes(std::move(times), [onError](const Expected<void>& saved) {
        if (!saved)
            onError(saved.error());
    });
}

void ResumeSaver::saveAll(const std::set<TorrentId>& others) {
    m_torrents.forEach([&](TorrentEntry& entry) {
        if (entry.isAsStored || others.contains(entry.record.id))
            return;
        const auto unlessSame = hasDownloaded(entry) ? lt::resume_data_flags_t() : lt::torrent_handle::only_if_modified;
        request(entry, unlessSame | lt::torrent_handle::flush_disk_cache);
    });
}

storage::ResumeRecord ResumeSaver::recordOf(const TorrentEntry& entry, const lt::add_torrent_params& params) {
    storage::ResumeRecord record;
    record.id = entry.record.id;
    record.resumeData = encodeResume(params);
    record.uploaded = params.total_uploaded;
    record.downloaded = params.total_downloaded;
    record.completedAt = entry.record.completedAt;
    record.lastActivity = std::max<std::int64_t>({entry.record.lastActivity, params.last_download, params.last_upload});
    record.activeSeconds = params.active_time;
    record.seedingSeconds = params.seeding_time;
    return record;
}

void ResumeSaver::onData(TorrentEntry* entry, const lt::add_torrent_params& params) {
    --m_pending;
    if (entry == nullptr || !isWorthSaving(*entry))
        return;
    // Without its drive, libtorrent may have written to the bare place of it. The store keeps what there was before.
    if (!m_isThere(entry->record.savePath))
        return;
    if (entry->status)
        entry->status->need_save_resume = false;
    // Of a torrent that libtorrent is about to lose, the files are closed already, or the part file goes as well.
    const bool isStaying = entry->metadata && !entry->removal && !entry->parking && !entry->check;
    if (isStaying && (entry->hasUnwritten || usesPartFile(*entry, params)))
        return hold(*entry, recordOf(*entry, params));
    if (const auto held = m_held.find(entry->record.id); held != m_held.end())
        held->second.record.reset();
    m_batch.push_back(recordOf(*entry, params));
}

void ResumeSaver::hold(TorrentEntry& entry, storage::ResumeRecord record) {
    Held& held = m_held[entry.record.id];
    if (held.handle != entry.handle)
        held = {entry.handle, std::nullopt, 0, false};
    held.record = std::move(record);
    held.isOfEnd = entry.hasUnwritten;
    try {
        entry.handle.flush_cache();
        ++held.flushes;
    } catch (const lt::system_error&) {
        m_held.erase(entry.record.id); // removed meanwhile
    }
}

bool ResumeSaver::onFlushed(TorrentEntry& entry) {
    const auto found = m_held.find(entry.record.id);
    if (found == m_held.end() || found->second.handle != entry.handle)
        return false;
    if (--found->second.flushes > 0)
        return true;
    if (found->second.record)
        m_batch.push_back(std::move(*found->second.record));
    if (found->second.isOfEnd)
        entry.hasUnwritten = false;
    m_held.erase(found);
    return true;
}

void ResumeSaver::onFailure() {
    --m_pending;
}

void ResumeSaver::commit(const std::function<void(const Error&)>& onError) {
    std::erase_if(m_held, [this](const auto& held) { // of torrents that libtorrent has lost, no answer comes
        const TorrentEntry* entry = m_torrents.find(held.first);
        return entry == nullptr || entry->handle != held.second.handle;
    });
    if (m_batch.empty())
        return;
    m_repository.putResume(std::exchange(m_batch, {}), [onError](const Expected<void>& result) {
        if (!result)
            onError(result.error());
    });
}

} // namespace essaim::engine
