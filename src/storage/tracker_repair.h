// What became of a damaged tracker.db, as a value.
#pragma once

#include <filesystem>

namespace essaim::storage {

/// What became of a damaged tracker.db.
struct TrackerRepair {
    std::filesystem::path movedAside; ///< folder of the damaged one
    /// All that is worth a word could be read: friends, hosted torrents and what is blocked.
    bool isWhole = true;
    /// Friends whose rows could not be read and came back from a backup. They are paused: the host may have changed
    /// its mind about them since.
    int friendsFromBackup = 0;
    int torrentsFromBackup = 0; ///< hosted ones
    bool operator==(const TrackerRepair&) const = default;
};

} // namespace essaim::storage
