// What the engine holds about one torrent. Private to the engine; engine thread.
#pragma once

#include "core/error.h"
#include "engine/files/removal.h"
#include "engine/torrent_snapshot.h"
#include "storage/torrent_store.h"

#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_status.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace essaim::engine {

/// What the metadata says and the snapshots repeat, so that the metadata itself need not be kept.
struct MetadataFacts {
    bool isPrivate = false;
    qint64 totalSize = 0;
    int pieceLength = 0;
    int pieceCount = 0;
    int fileCount = 0;       ///< without padding
    int listedFileCount = 0; ///< with padding
    QString comment;
    QString createdBy;
    QDateTime createdAt;
};

struct TorrentEntry {
    /// As in the store, but for `metadata` and `resumeData`, which are too large to keep.
    storage::TorrentRecord record;
    std::optional<MetadataFacts> metadata; ///< nothing until a magnet's metadata has passed the gate and is saved
    lt::torrent_handle handle;             ///< invalid while libtorrent has not got the torrent yet
    std::optional<lt::torrent_status> status;
    std::optional<Error> error;
    bool areFilesMissing = false;
    std::optional<DiskHold> hold; ///< it waits for its disk
    bool isBooked = false;        ///< its bytes are reserved on its volume
    QString trackerMessage;
    std::vector<std::string> trackersToTell;  ///< URLs; see late_completion.h
    std::optional<TorrentSnapshot> published; ///< what the window knows

    /// The request that waits for its outcome; nothing for torrents that were there at the start.
    std::optional<quint64> requestId;
    bool isBeingAdded = false;  ///< libtorrent was asked to take it and has not answered yet
    QStringList peersToConnect; ///< named in the request by host name
    struct Removal {
        FilesFate files = FilesFate::Keep;
        bool isSaved = false; ///< the store has taken the torrent from the list
        /// Before libtorrent lets it go, it writes what it has and says how far it came.
        enum class Step { Waiting, Resting, Saving, Leaving } step = Step::Waiting;
    };
    /// Why libtorrent is not to have the torrent for a while, and how far it is on its way out; see TorrentParking.
    struct Parking {
        enum Reason : unsigned {
            Moving = 1,
            DriveAway = 2,
            Doubted = 4, ///< its files are read first; see Doubts
        };
        enum class Step : std::uint8_t { Waiting, Resting, Flushing, Saving, Leaving, Out };
        unsigned reasons = 0;
        Step step = Step::Waiting;
        std::vector<std::function<void()>> parked; ///< wait for Out
    };
    std::optional<Parking> parking;
    std::optional<double> moved;    ///< 0 to 1: a move of the files is under way, and how much of it is done
    std::optional<Removal> removal; ///< asked for; carried out as soon as libtorrent has answered what is under way
};

} // namespace essaim::engine
