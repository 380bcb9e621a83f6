// What is known about one torrent at one moment: a value that crosses threads.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"
#include "engine/volumes/disk_hold.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace essaim::engine {

/// What a torrent is doing. Exactly one applies; the order is that of "who needs attention".
enum class TorrentState : std::uint8_t {
    Error,            ///< stopped by a failure; see TorrentSnapshot::error
    MissingFiles,     ///< files that were there are gone
    DriveAway,        ///< its drive is not connected or cannot be used; it goes on when the drive is back
    WaitingForDisk,   ///< downloads nothing until its disk can take it; see TorrentSnapshot::hold
    FetchingMetadata, ///< a magnet without its info dictionary
    Checking,         ///< hashing what is on the disk
    Moving,           ///< its files are on the way to another folder
    Queued,           ///< waits for its turn
    Downloading,
    Stalled,  ///< wants data, but no peer sends any
    Paused,   ///< stopped by the user, incomplete
    Seeding,  ///< complete and offered to others
    Complete, ///< complete and stopped by the user
};

/// One torrent. Sizes in bytes, rates in bytes a second, times local; -1 means unknown where the comment says so.
struct TorrentSnapshot {
    TorrentId id;
    InfoHash infoHash;
    QString name;
    QString savePath;
    QString finalPath; ///< the files go there once the torrent is complete; empty = they stay
    QString category;  ///< empty = none
    QStringList tags;  ///< sorted
    TorrentState state = TorrentState::Queued;
    std::optional<Error> error;
    std::optional<DiskHold> hold;

    bool hasMetadata = false;
    bool isPrivate = false;
    bool isSequential = false;
    bool isFirstLastFirst = false; ///< the first and the last pieces of each file come before the others
    bool isSuperSeeding = false;
    bool ignoresQueue = false; ///< runs whatever the queue says
    qint64 downloadLimit = 0;  ///< bytes a second, 0 = none of its own
    qint64 uploadLimit = 0;
    qint64 totalSize = 0;  ///< content, without padding; 0 while metadata is missing
    qint64 wantedSize = 0; ///< of the files that are to be downloaded
    qint64 wantedDone = 0; ///< of wantedSize, present and checked
    double progress = 0;   ///< 0 to 1: of wantedSize, of the check while Checking, of the move while Moving
    int pieceLength = 0;
    int pieceCount = 0;
    int piecesHave = 0;
    int fileCount = 0;

    qint64 downloadRate = 0; ///< payload
    qint64 uploadRate = 0;   ///< payload
    qint64 downloaded = 0;   ///< payload, all sessions
    qint64 uploaded = 0;
    qint64 sessionDownloaded = 0;
    qint64 sessionUploaded = 0;
    qint64 etaSeconds = -1;     ///< -1 = never or unknown; until the check is over while Checking
    qint64 checkRate = 0;       ///< while Checking: bytes read a second
    bool waitsForCheck = false; ///< Queued: another torrent of its disk is being checked
    int seedsConnected = 0;
    int seedsTotal = -1;    ///< in the swarm as trackers say, -1 = unknown
    int peersConnected = 0; ///< without seeds
    int peersTotal = -1;
    double availability = -1; ///< distributed copies among connected peers, -1 = unknown
    int queuePosition = -1;   ///< from 0, -1 = not queued (complete)

    QString currentTracker;   ///< that answered last; host name only, never a passkey
    QStringList trackerHosts; ///< of all its trackers, whether they were asked or not, each once, in their order
    QString trackerMessage;   ///< last failure or warning of a tracker; empty = none
    qint64 nextAnnounceSeconds = -1;
    QDateTime addedAt;
    QDateTime completedAt;      ///< invalid = not yet
    QDateTime lastSeenComplete; ///< when the connected peers last had everything together; invalid = never
    QDateTime lastActivity;     ///< last payload byte either way; invalid = never
    qint64 activeSeconds = 0;
    qint64 seedingSeconds = 0;
    QString comment;
    QString createdBy;
    QDateTime createdAt; ///< invalid = not stated

    bool operator==(const TorrentSnapshot&) const = default;
    [[nodiscard]] double ratio() const {
        return downloaded > 0  ? double(uploaded) / double(downloaded)
               : totalSize > 0 ? double(uploaded) / double(totalSize)
                               : 0;
    }
    [[nodiscard]] bool isComplete() const { return state == TorrentState::Seeding || state == TorrentState::Complete; }
    [[nodiscard]] bool isStopped() const { return state == TorrentState::Paused || state == TorrentState::Complete; }
};

/// Totals of the session for the status bar.
struct SessionSnapshot {
    qint64 downloadRate = 0; ///< payload and protocol, bytes a second
    qint64 uploadRate = 0;
    qint64 downloaded = 0; ///< since the session started
    qint64 uploaded = 0;
    int dhtNodes = 0;                    ///< 0 when the DHT is off
    int listenPort = 0;                  ///< 0 = not listening
    bool hasIncomingConnections = false; ///< somebody from outside reached us
    bool operator==(const SessionSnapshot&) const = default;
};

} // namespace essaim::engine

Q_DECLARE_METATYPE(essaim::engine::TorrentSnapshot)
Q_DECLARE_METATYPE(essaim::engine::SessionSnapshot)
