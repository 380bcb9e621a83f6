#include "engine/snapshot_maker.h"

#include "engine/lt_convert.h"

#include <algorithm>
#include <chrono>

namespace essaim::engine {
namespace {

bool isChecking(const lt::torrent_status& status) {
    return status.state == lt::torrent_status::checking_files ||
           status.state == lt::torrent_status::checking_resume_data;
}

bool hasFlag(const lt::torrent_status& status, lt::torrent_flags_t flag) {
    return bool(status.flags & flag);
}

void setIdentity(TorrentSnapshot& snapshot, const TorrentEntry& entry) {
    snapshot.id = entry.record.id;
    snapshot.infoHash = entry.record.infoHash;
    snapshot.name = toQString(entry.record.chosenName.empty() ? entry.record.name : entry.record.chosenName);
    snapshot.savePath = toQString(entry.record.savePath);
    snapshot.finalPath = toQString(entry.record.finalPath);
    snapshot.category = toQString(entry.record.category);
    for (const std::string& tag : entry.record.tags)
        snapshot.tags.append(toQString(tag));
    snapshot.isSequential = entry.record.flags.sequential;
    snapshot.isFirstLastFirst = entry.record.flags.firstLastFirst;
    snapshot.isSuperSeeding = entry.record.flags.superSeeding;
    snapshot.ignoresQueue = !entry.record.flags.autoManaged;
    snapshot.downloadLimit = entry.record.downloadLimit;
    snapshot.uploadLimit = entry.record.uploadLimit;
    snapshot.lastActivity = toDateTime(entry.record.lastActivity);
    snapshot.activeSeconds = entry.record.activeSeconds;
    snapshot.seedingSeconds = entry.record.seedingSeconds;
    snapshot.addedAt = toDateTime(entry.record.addedAt);
    snapshot.completedAt = toDateTime(entry.record.completedAt);
    snapshot.uploaded = entry.record.uploaded;
    snapshot.downloaded = entry.record.downloaded;
    snapshot.error = entry.error;
    snapshot.hold = entry.hold;
    snapshot.trackerMessage = entry.trackerMessage;
    snapshot.trackerHosts = entry.trackerHosts;
    snapshot.hasMetadata = entry.metadata.has_value();
}

void setMetadata(TorrentSnapshot& snapshot, const MetadataFacts& metadata) {
    snapshot.isPrivate = metadata.isPrivate;
    snapshot.totalSize = metadata.totalSize;
    snapshot.wantedSize = metadata.totalSize;
    snapshot.pieceLength = metadata.pieceLength;
    snapshot.pieceCount = metadata.pieceCount;
    snapshot.fileCount = metadata.fileCount;
    snapshot.comment = metadata.comment;
    snapshot.createdBy = metadata.createdBy;
    snapshot.createdAt = metadata.createdAt;
}

void setTransfer(TorrentSnapshot& snapshot, const lt::torrent_status& status) {
    if (!hasFlag(status, lt::torrent_flags::paused)) { // else libtorrent says for ever how fast it was at last
        snapshot.downloadRate = status.download_payload_rate;
        snapshot.uploadRate = status.upload_payload_rate;
    }
    snapshot.downloaded = status.all_time_download;
    snapshot.uploaded = status.all_time_upload;
    // libtorrent adds up the whole once a second only, and saves that: the part must not be more.
    snapshot.sessionDownloaded = std::min(status.total_payload_download, status.all_time_download);
    snapshot.sessionUploaded = std::min(status.total_payload_upload, status.all_time_upload);
    snapshot.activeSeconds = std::chrono::duration_cast<std::chrono::seconds>(status.active_duration).count();
    snapshot.seedingSeconds = std::chrono::duration_cast<std::chrono::seconds>(status.seeding_duration).count();
    snapshot.lastSeenComplete = toDateTime(status.last_seen_complete);
    snapshot.queuePosition = static_cast<int>(status.queue_position);
    const auto activity = std::max(toUnixTime(status.last_download), toUnixTime(status.last_upload));
    if (activity > 0) // in this session; else what the store knows
        snapshot.lastActivity = toDateTime(activity);
}

void setSwarm(TorrentSnapshot& snapshot, const lt::torrent_status& status) {
    snapshot.seedsConnected = status.num_seeds;
    snapshot.peersConnected = std::max(0, status.num_peers - status.num_seeds);
    snapshot.seedsTotal = status.num_complete;
    snapshot.peersTotal = status.num_incomplete;
    snapshot.availability = status.distributed_copies < 0 ? -1.0 : double(status.distributed_copies);
    snapshot.currentTracker = hostOf(status.current_tracker);
    const auto next = std::chrono::duration_cast<std::chrono::seconds>(status.next_announce).count();
    snapshot.nextAnnounceSeconds = next > 0 ? qint64(next) : -1;
}

void setProgress(TorrentSnapshot& snapshot, const lt::torrent_status& status) {
    if (!snapshot.hasMetadata)
        return;
    snapshot.piecesHave = status.num_pieces;
    snapshot.wantedSize = status.total_wanted;
    snapshot.wantedDone = status.total_wanted_done;
    if (snapshot.state == TorrentState::Moving)
        return;
    if (snapshot.state == TorrentState::Checking)
        snapshot.progress = double(status.progress_ppm) / 1e6;
    else if (snapshot.wantedSize > 0)
        snapshot.progress = double(snapshot.wantedDone) / double(snapshot.wantedSize);
    else
        snapshot.progress = 1;
    if (snapshot.state == TorrentState::Downloading && snapshot.downloadRate > 0) {
        const qint64 missing = snapshot.wantedSize - snapshot.wantedDone;
        snapshot.etaSeconds = (missing + snapshot.downloadRate - 1) / snapshot.downloadRate;
    }
}

/// Nothing is transferred meanwhile.
void setCheck(TorrentSnapshot& snapshot, const HashProgress& progress) {
    if (snapshot.state == TorrentState::Checking)
        snapshot.progress = progress.total > 0 ? double(progress.done) / double(progress.total) : 0;
    snapshot.waitsForCheck = snapshot.state == TorrentState::Queued;
    snapshot.checkRate = progress.rate;
    snapshot.etaSeconds = progress.secondsLeft;
    snapshot.downloadRate = snapshot.uploadRate = 0;
}

} // namespace

QString hostOf(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return {};
    std::string_view rest = url.substr(scheme + 3);
    rest = rest.substr(0, rest.find_first_of("/?#"));
    if (const auto user = rest.rfind('@'); user != std::string_view::npos)
        rest = rest.substr(user + 1);
    const auto port = rest.starts_with('[') ? rest.find(':', rest.find(']')) : rest.find(':');
    return toQString(rest.substr(0, port));
}

void addHost(QStringList& hosts, std::string_view url) {
    if (const QString host = hostOf(url).toLower(); !host.isEmpty() && !hosts.contains(host))
        hosts.append(host);
}

QStringList hostsOf(const std::vector<std::string>& urls) {
    QStringList hosts;
    for (const std::string& url : urls)
        addHost(hosts, url);
    return hosts;
}

TorrentState stateOf(const TorrentEntry& entry) {
    const bool isPaused = entry.record.paused;
    if (entry.moved)
        return TorrentState::Moving;
    if (entry.check)
        return entry.check->isPaused                                     ? TorrentState::Paused
               : entry.check->step == TorrentEntry::Check::Step::Waiting ? TorrentState::Queued
                                                                         : TorrentState::Checking;
    if (entry.parking && (entry.parking->reasons & TorrentEntry::Parking::DriveAway))
        return TorrentState::DriveAway;
    if (entry.error)
        return TorrentState::Error;
    if (entry.areFilesMissing)
        return TorrentState::MissingFiles;
    if (entry.hold && !isPaused)
        return TorrentState::WaitingForDisk;
    if (!entry.status)
        return !isPaused                      ? TorrentState::Checking
               : entry.record.completedAt > 0 ? TorrentState::Complete
                                              : TorrentState::Paused;
    const lt::torrent_status& status = *entry.status;
    if (status.errc)
        return TorrentState::Error;
    if (!entry.metadata)
        return isPaused ? TorrentState::Paused : TorrentState::FetchingMetadata;
    const bool isHeld = hasFlag(status, lt::torrent_flags::paused);
    // A torrent that the user stopped is checked all the same when the user asks for it.
    if (isChecking(status) && !isHeld)
        return TorrentState::Checking;
    const bool isComplete = status.is_finished;
    if (isPaused)
        return isComplete ? TorrentState::Complete : TorrentState::Paused;
    if (isHeld)
        return TorrentState::Queued;
    if (isComplete)
        return TorrentState::Seeding;
    return status.download_payload_rate > 0 ? TorrentState::Downloading : TorrentState::Stalled;
}

TorrentSnapshot makeSnapshot(const TorrentEntry& entry) {
    TorrentSnapshot snapshot;
    setIdentity(snapshot, entry);
    if (entry.metadata)
        setMetadata(snapshot, *entry.metadata);
    snapshot.state = stateOf(entry);
    if (entry.moved)
        snapshot.progress = *entry.moved;
    if (!entry.status) {
        if (snapshot.state == TorrentState::DriveAway && entry.record.completedAt > 0) { // as it was left
            snapshot.progress = 1;
            snapshot.wantedDone = snapshot.wantedSize;
        }
        return snapshot;
    }
    const lt::torrent_status& status = *entry.status;
    if (status.errc && !snapshot.error && !entry.hold)
        snapshot.error = toError(status.errc, Operation::DownloadTorrent, entry.record.savePath);
    setTransfer(snapshot, status);
    setSwarm(snapshot, status);
    setProgress(snapshot, status);
    if (entry.check)
        setCheck(snapshot, entry.check->progress);
    return snapshot;
}

} // namespace essaim::engine
