// What was written at the place of a drive after it had gone and before anybody knew. Private to the engine.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace essaim::engine {

/// Files of a torrent below a place where no drive is mounted any more.
struct StrayFiles {
    std::string point;              ///< the drive's place
    std::vector<std::string> paths; ///< absolute
    /// When the drive was last seen there: what is older is not of the torrent's making.
    std::chrono::system_clock::time_point since;
};

/// Removes those that were made since, and folders that are empty then. Nothing on a drive that is back, nothing behind
/// links, nothing whose age the file system does not tell. Waits for the disk.
void removeStrays(const StrayFiles& strays);

} // namespace essaim::engine
