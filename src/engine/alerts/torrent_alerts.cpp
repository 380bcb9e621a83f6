// Alerts about the life of a torrent: its state, its end, its completion.
#include "engine/alerts/alert_dispatcher.h"
#include "engine/files/incomplete_files.h"
#include "engine/late_completion.h"
#include "engine/lt_convert.h"
#include "engine/piece_wishes.h"
#include "engine/stop_condition.h"

#include <ctime>

namespace essaim::engine {
namespace {

void onStateUpdate(EngineContext& context, const lt::state_update_alert& alert) {
    for (const lt::torrent_status& status : alert.status) {
        TorrentEntry* entry = context.torrents.find(status.handle);
        if (entry == nullptr)
            continue;
        entry->status = status;
        ResumeSaver::look(*entry, status);
        context.publisher.touch(*entry);
        context.incompleteFiles->onProgress(*entry, status);
    }
    context.publisher.publish();
}

void onRemoved(EngineContext& context, const lt::torrent_removed_alert& alert) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    if (entry == nullptr || context.parking.onRemoved(*entry))
        return;
    const TorrentId id = entry->record.id;
    const bool isAtItsFiles = entry->removal && entry->removal->step == TorrentEntry::Removal::Step::Leaving;
    context.stoppingTorrents.erase(id);
    context.publisher.forget(id);
    context.torrents.erase(id);
    Q_EMIT context.events.torrentsRemoved({id});
    if (isAtItsFiles) // the disk may still have something to do for it
        context.leaving.emplace(alert.handle, id);
    else
        Q_EMIT context.events.filesReleased(id);
}

void onFinished(EngineContext& context, const lt::torrent_finished_alert& alert) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    if (entry == nullptr || !entry->metadata)
        return;            // a magnet wants nothing until its metadata has passed the gate: that is no completion
    if (entry->isAsStored) // it came like this
        return context.publisher.touch(*entry);
    const lt::torrent_status status = alert.handle.status({});
    if (entry->record.completedAt == 0)
        entry->record.completedAt = std::time(nullptr);
    context.publisher.touch(*entry);
    context.resumeSaver.save(*entry);
    entry->lacksLastPieces = status.total_payload_download > 0; // see hasDownloaded() in resume_saver.cpp
    // The library says so for every complete torrent of a start, too; then nothing was downloaded.
    if (status.total_payload_download == 0)
        return;
    followCompletion(*entry);
    context.incompleteFiles->whenNamed(*entry, [&context, id = entry->record.id] {
        if (const TorrentEntry* finished = context.torrents.find(id))
            Q_EMIT context.events.torrentFinished(id, toQString(finished->record.name));
    });
}

/// A check forgets which files the user did not want (fixed in 2.0.12).
void onChecked(EngineContext& context, const lt::torrent_checked_alert& alert) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    if (entry == nullptr)
        return;
    if (entry->metadata && !entry->record.filePriorities.empty())
        alert.handle.prioritize_files(toLtPriorities(entry->record.filePriorities));
    if (entry->record.flags.firstLastFirst)
        wishPieces(*entry);
    if (entry->metadata && !entry->check && !entry->wantsCheck) // else it is not over
        stopWhereWanted(context, *entry, storage::StopAt::Checked);
    context.resumeSaver.saveIfNew(*entry);
    context.publisher.touch(*entry);
    context.incompleteFiles->look(*entry);
    if (entry->wasJustChecked) // somebody has waited for that
        context.session->post_torrent_updates(lt::torrent_handle::query_distributed_copies);
}

/// What was said of pieces has been replaced by what was said of files.
void onFilePriorities(EngineContext& context, const lt::file_prio_alert& alert) {
    const TorrentEntry* entry = context.torrents.find(alert.handle);
    if (entry != nullptr && entry->record.flags.firstLastFirst)
        wishPieces(*entry);
}

/// Comes when the last block is written and the files are closed: the moment to save what there is.
void onPaused(EngineContext& context, const lt::torrent_paused_alert& alert) {
    if (TorrentEntry* entry = context.torrents.find(alert.handle)) {
        context.stoppingTorrents.erase(entry->record.id);
        context.resumeSaver.saveIfNew(*entry);
        context.checks.onPaused(*entry);
        context.publisher.touch(*entry);
        context.parking.onPaused(*entry);
    }
}

} // namespace

void registerTorrentAlerts(AlertDispatcher& dispatcher) {
    dispatcher.on<lt::state_update_alert>(onStateUpdate);
    dispatcher.on<lt::torrent_removed_alert>(onRemoved);
    dispatcher.on<lt::torrent_finished_alert>(onFinished);
    dispatcher.on<lt::torrent_checked_alert>(onChecked);
    dispatcher.on<lt::torrent_paused_alert>(onPaused);
    dispatcher.on<lt::file_prio_alert>(onFilePriorities);
}

} // namespace essaim::engine
