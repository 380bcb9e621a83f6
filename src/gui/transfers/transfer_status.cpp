#include "gui/transfers/transfer_status.h"

#include "text/detail_words.h"
#include "text/text.h"

#include <QCoreApplication>

namespace essaim::gui {

namespace {

/// Scope of the translations of this file.
struct TransferStatus {
    Q_DECLARE_TR_FUNCTIONS(TransferStatus)
};

using engine::TorrentSnapshot;
using engine::TorrentState;

QString metadataWords(const TorrentSnapshot& torrent) {
    const int connected = torrent.peersConnected + torrent.seedsConnected;
    if (connected == 0)
        return TransferStatus::tr("Looking for the file list");
    return TransferStatus::tr("File list: asking %n peer(s)", nullptr, connected);
}

/// Why no data comes, with the reason that is most likely to help first.
QString stalledWords(const TorrentSnapshot& torrent) {
    const int connected = torrent.peersConnected + torrent.seedsConnected;
    if (connected == 0 && !torrent.trackerMessage.isEmpty())
        return TransferStatus::tr("Tracker: %1").arg(text::detailWords(torrent.trackerMessage));
    if (connected == 0)
        return TransferStatus::tr("Looking for peers");
    if (torrent.seedsConnected == 0 && torrent.availability >= 0 && torrent.availability < 1)
        return TransferStatus::tr("Peers here have only %1").arg(text::percent(torrent.availability));
    return TransferStatus::tr("%n peer(s) send nothing", nullptr, connected);
}

/// The error in a few words; whole sentences begin with the path, which is all that a narrow cell would show.
QString errorWords(const TorrentSnapshot& torrent) {
    if (!torrent.error)
        return TransferStatus::tr("Stopped by an error");
    switch (torrent.error->kind) {
    case ErrorKind::DiskFull:
        return TransferStatus::tr("The disk is full");
    case ErrorKind::PermissionDenied:
        return TransferStatus::tr("No permission for the files");
    case ErrorKind::ReadOnly:
        return TransferStatus::tr("The disk is read-only");
    case ErrorKind::NotFound:
        return TransferStatus::tr("Files are missing");
    default:
        return text::errorSentence(*torrent.error);
    }
}

QString diskWords(const TorrentSnapshot& torrent) {
    if (!torrent.hold)
        return TransferStatus::tr("Waiting for its disk");
    const QString disk = diskName(torrent.hold->volume);
    switch (torrent.hold->reason) {
    case engine::DiskHold::Reason::NoRoom:
        return TransferStatus::tr("Waiting for %1 on %2").arg(text::size(torrent.hold->missing), disk);
    case engine::DiskHold::Reason::Full:
        return TransferStatus::tr("Disk full on %1").arg(disk);
    case engine::DiskHold::Reason::ReadOnly:
        return TransferStatus::tr("%1 cannot be written").arg(disk);
    case engine::DiskHold::Reason::Failing:
        return TransferStatus::tr("%1 reports errors").arg(disk);
    }
    return {};
}

QString checkWords(const TorrentSnapshot& torrent) {
    if (torrent.checkRate <= 0 || torrent.etaSeconds < 0)
        return TransferStatus::tr("Checking the files");
    return TransferStatus::tr("Checking, %1, %2 left")
        .arg(text::rate(torrent.checkRate), text::duration(torrent.etaSeconds));
}

QString volumeWords(const engine::VolumeNotice& notice) {
    const QString disk = diskName(notice.volume);
    switch (notice.reason) {
    case engine::DiskHold::Reason::ReadOnly:
        return TransferStatus::tr(
                   "%1 can only be read: %n download(s) wait. They go on by themselves when it can be written.",
                   nullptr, notice.torrents)
            .arg(disk);
    case engine::DiskHold::Reason::Failing:
        return TransferStatus::tr(
                   "%1 reports errors: %n download(s) wait. Check the disk; they go on when it can be written.",
                   nullptr, notice.torrents)
            .arg(disk);
    default:
        return TransferStatus::tr(
                   "%1 is full: %n download(s) wait. They go on by themselves when there is room; what is complete is "
                   "still seeded.",
                   nullptr, notice.torrents)
            .arg(disk);
    }
}

QString queuedWords(const TorrentSnapshot& torrent) {
    if (torrent.waitsForCheck)
        return TransferStatus::tr("Waits to be checked");
    if (torrent.queuePosition < 0)
        return TransferStatus::tr("Waiting for its turn");
    return TransferStatus::tr("Waiting, number %1").arg(torrent.queuePosition + 1);
}

/// A torrent that runs whatever the queue says shows it.
QString runningWords(const TorrentSnapshot& torrent, const QString& words) {
    return torrent.ignoresQueue
               ? TransferStatus::tr("%1, at once", "what a torrent does; the queue has no say").arg(words)
               : words;
}

} // namespace

QString diskName(const QString& volume) {
    return volume == QLatin1String("/") ? TransferStatus::tr("the system disk")
                                        : TransferStatus::tr("“%1”", "name of a drive").arg(volume);
}

QString volumeSentence(const engine::VolumeNotice& notice) {
    QString sentence = volumeWords(notice);
    sentence[0] = sentence.at(0).toUpper(); // it begins with the name of the disk
    return sentence;
}

StatusFilter statusGroup(TorrentState state) {
    switch (state) {
    case TorrentState::Error:
    case TorrentState::MissingFiles:
    case TorrentState::WaitingForDisk:
        return StatusFilter::Attention;
    case TorrentState::FetchingMetadata:
    case TorrentState::Checking:
    case TorrentState::Moving:
    case TorrentState::Queued:
    case TorrentState::Downloading:
    case TorrentState::Stalled:
        return StatusFilter::Downloading;
    case TorrentState::Paused:
    case TorrentState::DriveAway: // nothing to do but to connect it
        return StatusFilter::Paused;
    case TorrentState::Seeding:
        return StatusFilter::Seeding;
    case TorrentState::Complete:
        return StatusFilter::Complete;
    }
    return StatusFilter::All;
}

bool isIn(StatusFilter filter, const TorrentSnapshot& torrent) {
    const bool isActive = torrent.downloadRate > 0 || torrent.uploadRate > 0;
    switch (filter) {
    case StatusFilter::All:
        return true;
    case StatusFilter::Active:
        return isActive;
    case StatusFilter::Inactive:
        return !isActive;
    case StatusFilter::Complete:
        return torrent.isComplete();
    case StatusFilter::Stalled:
        return torrent.state == TorrentState::Stalled;
    case StatusFilter::Waiting:
        return torrent.state == TorrentState::Queued;
    case StatusFilter::Checking:
        return torrent.state == TorrentState::Checking;
    case StatusFilter::Moving:
        return torrent.state == TorrentState::Moving;
    default:
        return statusGroup(torrent.state) == filter;
    }
}

QString transferStatus(const TorrentSnapshot& torrent) {
    switch (torrent.state) {
    case TorrentState::Error:
        return errorWords(torrent);
    case TorrentState::MissingFiles:
        return TransferStatus::tr("Files are missing");
    case TorrentState::DriveAway:
        return TransferStatus::tr("Waits for its drive");
    case TorrentState::WaitingForDisk:
        return diskWords(torrent);
    case TorrentState::FetchingMetadata:
        return runningWords(torrent, metadataWords(torrent));
    case TorrentState::Checking:
        return checkWords(torrent);
    case TorrentState::Moving:
        return torrent.progress > 0 ? TransferStatus::tr("Moving %1").arg(text::percent(torrent.progress))
                                    : TransferStatus::tr("Waits to be moved");
    case TorrentState::Queued:
        return queuedWords(torrent);
    case TorrentState::Downloading:
        return runningWords(torrent, TransferStatus::tr("Downloading"));
    case TorrentState::Stalled:
        return stalledWords(torrent);
    case TorrentState::Paused:
        return TransferStatus::tr("Paused");
    case TorrentState::Seeding:
        return runningWords(torrent, TransferStatus::tr("Seeding"));
    case TorrentState::Complete:
        return TransferStatus::tr("Complete");
    }
    return {};
}

QString transferStatusSentence(const TorrentSnapshot& torrent) {
    if (torrent.error)
        return text::errorSentence(*torrent.error);
    if (torrent.state == TorrentState::MissingFiles)
        return TransferStatus::tr("Files are missing from %1").arg(torrent.savePath);
    return transferStatus(torrent);
}

Tint transferTint(TorrentState state) {
    switch (state) {
    case TorrentState::Error:
        return Tint::Loss;
    case TorrentState::MissingFiles:
    case TorrentState::WaitingForDisk:
    case TorrentState::Stalled:
        return Tint::Attention;
    case TorrentState::FetchingMetadata:
    case TorrentState::Checking:
    case TorrentState::Moving:
    case TorrentState::Downloading:
        return Tint::Moving;
    case TorrentState::DriveAway:
    case TorrentState::Queued:
    case TorrentState::Paused:
    case TorrentState::Complete:
        return Tint::Muted;
    case TorrentState::Seeding:
        return Tint::Whole;
    }
    return Tint::Muted;
}

} // namespace essaim::gui
