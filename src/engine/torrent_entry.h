// What the engine holds about one torrent. Private to the engine; engine thread.
#pragma once

#include "core/error.h"
#include "engine/creation_progress.h"
#include "engine/files/removal.h"
#include "engine/torrent_snapshot.h"
#include "storage/torrent_store.h"

#include <libtorrent/fwd.hpp>
#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_status.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace essaim::hashing {
struct HashControl;
}

namespace essaim::engine {

/// What the metadata says and the snapshots repeat, so that the metadata itself need not be kept.
struct MetadataFacts {
    bool isPrivate = false;
    qint64 totalSize = 0;
    int pieceLength = 0;
    int pieceCount = 0;
    int fileCount = 0;        ///< without padding
    int listedFileCount = 0;  ///< with padding
    bool mayMarkFiles = true; ///< none of its files is called like one that is not complete; see IncompleteFiles
    QString comment;
    QString createdBy;
    QDateTime createdAt;
};

struct TorrentEntry {
    /// As in the store, but for `metadata` and `resumeData`, which are too large to keep.
    storage::TorrentRecord record;
    std::optional<MetadataFacts> metadata; ///< nothing until a magnet's metadata has passed the gate and is saved
    lt::torrent_handle handle;             ///< invalid while libtorrent has not got the torrent yet
    std::vector<std::string> paths;        ///< of its files, once one of them was renamed; see currentPath()
    int markedFileCount = 0; ///< files in record.renamedFiles that carry the suffix of incomplete ones; see setPath()
    std::optional<lt::torrent_status> status;
    std::optional<Error> error;
    bool areFilesMissing = false;
    std::optional<DiskHold> hold; ///< it waits for its disk
    bool isBooked = false;        ///< its bytes are reserved on its volume
    QString trackerMessage;
    QStringList trackerHosts;                 ///< as TorrentSnapshot has them; see TorrentList::noteTrackers()
    std::vector<std::string> trackersToTell;  ///< URLs; see late_completion.h
    std::optional<TorrentSnapshot> published; ///< what the window knows

    /// The request that waits for its outcome; nothing for torrents that were there at the start.
    std::optional<quint64> requestId;
    bool isRestoring = false;   ///< it was there at the start, and libtorrent has not answered about it yet
    bool isBeingAdded = false;  ///< libtorrent was asked to take it and has not answered yet
    QStringList peersToConnect; ///< named in the request by host name
    bool isToBeFirst = false;   ///< in the queue, once libtorrent has it
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
            Doubted = 4,  ///< its files are read first; see Doubts
            Renaming = 8, ///< files were being renamed when the last run ended; see FileRenames
        };
        enum class Step : std::uint8_t { Waiting, Resting, Flushing, Saving, Leaving, Out };
        unsigned reasons = 0;
        Step step = Step::Waiting;
        std::vector<std::function<void()>> parked; ///< wait for Out
    };
    std::optional<Parking> parking;
    std::optional<double> moved; ///< 0 to 1: a move of the files is under way, and how much of it is done
    /// The files are being compared with the hashes; see CheckQueue. libtorrent has the torrent, paused.
    struct Check {
        enum class Step : std::uint8_t { Resting, Flushing, Saving, Forgetting, Waiting, Reading, Keeping, Returning };
        quint64 number = 0;
        Step step = Step::Resting;
        bool isPaused = false;   ///< by the user
        bool startsOver = false; ///< that nothing is there is a result like any other
        HashProgress progress;
        int queuePosition = -1;                         ///< before it was given back
        std::shared_ptr<lt::add_torrent_params> resume; ///< as libtorrent had it
        std::string torrent;                            ///< the whole .torrent, from Reading on
        std::shared_ptr<hashing::HashControl> control;  ///< while Reading, and after a pause of it
    };
    std::optional<Check> check;
    /// It was complete and synced when the program started, and nothing has happened to it since: what the store has of
    /// it still holds, whatever libtorrent says. See ResumeSaver.
    bool isAsStored = false;
    bool wantsPriorities = false;   ///< the user chose other files while libtorrent was being asked to take it
    bool wantsCheck = false;        ///< as soon as libtorrent has it
    bool wasJustChecked = false;    ///< and given back since
    bool wantsStamps = false;       ///< its files are no longer as they were noted to be
    bool lacksLastPieces = false;   ///< of what was saved at its end, the last pieces may be missing
    bool hasUnwritten = false;      ///< it was downloaded to its end, and the last pieces may not be in the files yet
    bool isOutdated = false;        ///< the store knows better than libtorrent which pieces are there
    std::optional<Removal> removal; ///< asked for; carried out as soon as libtorrent has answered what is under way
};

/// Gives back the memory of what an entry does not keep. clear() would not.
inline void dropLargeParts(storage::TorrentRecord& record) {
    std::string().swap(record.metadata);
    std::string().swap(record.resumeData);
}

} // namespace essaim::engine
