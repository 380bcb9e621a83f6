// Torrents of the store come back: into the list first, into libtorrent bit by bit.
#include "engine/durability/doubts.h"
#include "engine/files/file_renames.h"
#include "engine/mover/move_queue.h"
#include "engine/resume_saver.h"
#include "engine/save_roots.h"
#include "engine/settings_translation.h"
#include "engine/torrent_commands.h"

#include <libtorrent/torrent_flags.hpp>

namespace essaim::engine {

namespace flags = lt::torrent_flags;

void TorrentCommands::restore(storage::TorrentRecord record, const storage::DurableRecord* durable) {
    auto prepared = prepareStored(record, m_context.settings);
    restore(record, std::move(prepared), durable);
    if (m_restored.empty() || m_restored.back().first != record.id)
        return;
    auto [id, params] = std::move(m_restored.back());
    m_restored.pop_back();
    startAdding(id, std::move(params));
}

void TorrentCommands::restore(
    const storage::TorrentRecord& record, Expected<PreparedTorrent>&& prepared, const storage::DurableRecord* durable) {
    TorrentEntry entry;
    entry.record = prepared ? std::move(prepared->record) : record;
    if (m_context.doubts != nullptr)
        m_context.doubts->adopt(entry, record, durable);
    dropLargeParts(entry.record);
    if (prepared) {
        entry.metadata = prepared->metadata;
        entry.trackerHosts = prepared->trackerHosts;
    } else {
        entry.error = prepared.error();
    }
    // A magnet of what is in the list under another hash; see onConflict().
    const bool isKnown = !entry.metadata && m_context.torrents.findMatching(entry.record.infoHash) != nullptr;
    if (isKnown)
        entry.error = Error{ErrorKind::AlreadyExists, Operation::FetchMetadata, entry.record.name, {}};
    TorrentEntry& inserted = m_context.torrents.insert(std::move(entry));
    m_context.publisher.touch(inserted);
    if (m_moves != nullptr)
        m_moves->adopt(inserted);
    if (m_roots != nullptr)
        m_roots->adopt(inserted);
    if (prepared && m_context.renames != nullptr)
        m_context.renames->adopt(inserted);
    ++m_context.restored;
    if (prepared && !inserted.parking && !isKnown) {
        inserted.isRestoring = true;
        inserted.isAsStored =
            ResumeSaver::isWhole(inserted.record, prepared->params, durable != nullptr && durable->complete);
        ++m_context.restoring;
        inserted.isBeingAdded = true; // from now on it waits for libtorrent
        m_restored.emplace_back(record.id, std::move(prepared->params));
    } else if (prepared && inserted.parking)
        m_context.parking.settle(inserted);
}

bool TorrentCommands::addRestored() {
    constexpr int kAtOnce = 100; // between them there is time for what libtorrent answers, and for the user
    for (int i = 0; i < kAtOnce && !m_restored.empty(); ++i) {
        auto [id, params] = std::move(m_restored.front());
        m_restored.pop_front();
        if (const TorrentEntry* entry = m_context.torrents.find(id)) {
            bringUpToDate(*entry, params);
            startAdding(id, std::move(params));
        }
    }
    return !m_restored.empty();
}

/// The user may have changed his mind since `params` were made.
void TorrentCommands::bringUpToDate(const TorrentEntry& entry, lt::add_torrent_params& params) const {
    params.flags = (params.flags & ~kSettingFlags) | torrentFlags(m_context.settings);
    if (entry.record.paused == bool(params.flags & flags::paused))
        return;
    params.flags &= ~(flags::paused | flags::auto_managed);
    if (entry.record.paused)
        params.flags |= flags::paused;
    else if (entry.record.flags.autoManaged)
        params.flags |= flags::auto_managed;
}

void TorrentCommands::noteRestored(TorrentEntry& entry) {
    if (std::exchange(entry.isRestoring, false) && --m_context.restoring == 0)
        Q_EMIT m_context.events.allRunning(m_context.restored);
}

} // namespace essaim::engine
