// Alerts about files and resume data.
#include "engine/alerts/alert_dispatcher.h"
#include "engine/durability/payload_sync.h"
#include "engine/files/current_paths.h"
#include "engine/files/incomplete_names.h"
#include "engine/lt_convert.h"

#include <QFileInfo>

#include <libtorrent/torrent_info.hpp>

#include <string_view>
#include <utility>

namespace essaim::engine {
namespace {

/// Why the disk as a whole takes no data; nothing if the failure is this torrent's own.
std::optional<DiskHold::Reason> diskReason(const lt::file_error_alert& alert) {
    namespace errc = boost::system::errc;
    if (alert.op == lt::operation_t::file_read || alert.op == lt::operation_t::partfile_read)
        return std::nullopt;
    if (toError(alert.error, Operation::DownloadTorrent).kind == ErrorKind::DiskFull)
        return DiskHold::Reason::Full;
    if (alert.error == errc::read_only_file_system)
        return DiskHold::Reason::ReadOnly;
    if (alert.error == errc::io_error)
        return DiskHold::Reason::Failing;
    return std::nullopt;
}

/// A full disk, a lost permission: the torrent stops, keeps what it has and says why. Resuming it tries again.
void onFileError(EngineContext& context, const lt::file_error_alert& alert) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    if (entry == nullptr)
        return;
    const Error error = toError(alert.error, Operation::DownloadTorrent, alert.filename());
    const auto reason = diskReason(alert);
    if (reason && context.onDiskError(*entry, *reason)) {
        context.resumeSaver.save(*entry);
        return context.publisher.touch(*entry);
    }
    if (entry->check) // which finds out what that means for the pieces
        return;
    if (!entry->error)
        entry->error = error;
    alert.handle.unset_flags(lt::torrent_flags::auto_managed);
    alert.handle.pause();
    context.resumeSaver.save(*entry);
    context.publisher.touch(*entry);
}

void onTorrentError(EngineContext& context, const lt::torrent_error_alert& alert) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    if (entry == nullptr || entry->hold || entry->check)
        return;
    if (!entry->error)
        entry->error = toError(alert.error, Operation::DownloadTorrent, alert.filename());
    context.resumeSaver.save(*entry);
    context.publisher.touch(*entry);
}

bool isEmptyFile(const TorrentEntry& entry, const QString& path) {
    bool isEmpty = false;
    unlessRemoved([&] {
        const auto info = entry.handle.torrent_file();
        const std::string wanted = path.toStdString();
        const std::string folder = entry.record.savePath + '/';
        if (!info || !wanted.starts_with(folder))
            return;
        const lt::file_storage& files = info->files();
        for (const lt::file_index_t file : files.file_range()) {
            if (files.file_size(file) == 0 && !files.pad_file_at(file))
                isEmpty = isEmpty || currentPath(entry, files, file) == std::string_view(wanted).substr(folder.size());
        }
    });
    return isEmpty;
}

/// The files are not as they were left. What is wrong with their content, the check that follows finds out; files that
/// are not there at all are the user's to bring back, before anything is downloaded a second time.
void onResumeRejected(EngineContext& context, const lt::fastresume_rejected_alert& alert) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    if (entry == nullptr)
        return;
    entry->isAsStored = false;
    // The library calls a file that is gone one of the wrong size.
    const QString path = QString::fromUtf8(alert.file_path());
    if (path.isEmpty() || QFileInfo::exists(path))
        return context.checks.onResumeRejected(*entry);
    // Its own check trips over such a file, and whoever pauses it then does not always hear that it rests.
    alert.handle.unset_flags(lt::torrent_flags::auto_managed);
    alert.handle.pause();
    const QString other = toQString(otherNameOf(path.toStdString()));
    const bool isElsewhere = !other.isEmpty() && QFileInfo::exists(other);
    const bool wasChecked = entry->wasJustChecked || entry->check;
    if (isElsewhere || (!wasChecked && isEmptyFile(*entry, path))) // the check finds it there, or makes it
        return context.checks.onResumeRejected(*entry);
    entry->areFilesMissing = true;
    context.publisher.touch(*entry);
}

void onResumeData(EngineContext& context, const lt::save_resume_data_alert& alert) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    if (entry != nullptr && context.checks.onResumeData(*entry, alert.params))
        return context.resumeSaver.onAnswerForCheck();
    context.resumeSaver.onData(entry, alert.params);
    if (entry != nullptr)
        context.parking.onResumeAnswered(*entry);
}

void onResumeFailed(EngineContext& context, const lt::save_resume_data_failed_alert& alert) {
    TorrentEntry* entry = context.torrents.find(alert.handle);
    if (entry != nullptr && context.checks.onResumeFailed(*entry))
        return context.resumeSaver.onAnswerForCheck();
    context.resumeSaver.onFailure();
    if (entry != nullptr)
        context.parking.onResumeAnswered(*entry);
}

void onFlushed(EngineContext& context, const lt::cache_flushed_alert& alert) {
    if (TorrentEntry* entry = context.torrents.find(alert.handle)) {
        const bool hadUnwritten = entry->hasUnwritten;
        if (context.resumeSaver.onFlushed(*entry)) {
            if (hadUnwritten && !entry->hasUnwritten) // until now nobody could say which pieces are in the files
                context.payloadSync->sync(entry->record.id);
            return;
        }
        context.parking.onFlushed(*entry);
        context.checks.onFlushed(*entry);
    }
}

/// Pieces have moved between files and part file: resume data of before would be taken for wrong after a crash.
void onPrioritiesChanged(EngineContext& context, const lt::file_prio_alert& alert) {
    if (TorrentEntry* entry = context.torrents.find(alert.handle)) {
        context.checks.onPrioritiesChanged(*entry);
        if (std::exchange(entry->wantsStamps, false))
            context.payloadSync->sync(entry->record.id);
        context.resumeSaver.save(*entry);
    }
}

/// The last thing that libtorrent's disk threads do for a torrent that was removed.
void releaseFiles(EngineContext& context, const lt::torrent_handle& handle) {
    if (const auto left = context.leaving.extract(handle))
        Q_EMIT context.events.filesReleased(left.mapped());
}

void onDeleted(EngineContext& context, const lt::torrent_deleted_alert& alert) {
    releaseFiles(context, alert.handle);
}

void onDeleteFailed(EngineContext& context, const lt::torrent_delete_failed_alert& alert) {
    // A magnet without metadata has a place where nothing can be: see makeMetadataOnly().
    if (alert.error && alert.error != boost::system::errc::no_such_file_or_directory &&
        alert.error != boost::system::errc::not_a_directory)
        Q_EMIT context.events.problem(toError(alert.error, Operation::RemoveFiles, alert.torrent_name()));
    releaseFiles(context, alert.handle);
}

} // namespace

void registerStorageAlerts(AlertDispatcher& dispatcher) {
    dispatcher.on<lt::file_error_alert>(onFileError);
    dispatcher.on<lt::torrent_error_alert>(onTorrentError);
    dispatcher.on<lt::fastresume_rejected_alert>(onResumeRejected);
    dispatcher.on<lt::save_resume_data_alert>(onResumeData);
    dispatcher.on<lt::save_resume_data_failed_alert>(onResumeFailed);
    dispatcher.on<lt::file_prio_alert>(onPrioritiesChanged);
    dispatcher.on<lt::cache_flushed_alert>(onFlushed);
    dispatcher.on<lt::torrent_deleted_alert>(onDeleted);
    dispatcher.on<lt::torrent_delete_failed_alert>(onDeleteFailed);
}

} // namespace essaim::engine
