// Puts the list back as it was in a backup, and tells before what that would change.
#pragma once

#include "storage/backup.h"
#include "storage/torrent_record.h"

#include <string>
#include <vector>

namespace essaim::storage {

struct RestoreEntry {
    TorrentId id;
    std::string name;
    bool operator==(const RestoreEntry&) const = default;
};

/// What putting a backup back does to the list. Where the files of a torrent are, what was transferred and what is on
/// the disk is as it is now, not as it was: of a torrent that is in both, only the user's choices come back.
struct RestorePlan {
    std::vector<RestoreEntry> returning; ///< not in the list any more
    std::vector<RestoreEntry> changed;   ///< other names, labels, priorities, limits, trackers, paused or not
    std::vector<RestoreEntry> newer;     ///< not in the backup; they stay unless the user wants the list exactly
    int unchanged = 0;
    int unreadable = 0; ///< rows of the backup that are damaged, and left out
    bool operator==(const RestorePlan&) const = default;
};

/// Inside a unit of work on the list. Throws SQLite::Exception.
[[nodiscard]] RestorePlan planRestore(SQLite::Database& list, SQLite::Database& backup);

/// Carries the plan out. Torrents that return have their files checked. With `exactly`, the newer ones are removed as
/// by the user at the moment `now`, who can bring them back; their files stay. Inside a unit of work, throws as above.
RestorePlan applyRestore(SQLite::Database& list, SQLite::Database& backup, bool exactly, std::int64_t now);

/// Totals and times of `torrents`, which are in the list, become those of the backup where these are larger. Inside a
/// unit of work, throws as above.
void takeStatistics(SQLite::Database& list, SQLite::Database& backup, std::vector<TorrentRecord>& torrents);

/// Those of `torrents` that have no .torrent get the one that the backup has of them. Inside a unit of work, throws as
/// above.
void takeMetadata(SQLite::Database& list, SQLite::Database& backup, std::vector<TorrentRecord>& torrents);

} // namespace essaim::storage
