// Under which names files lie that were being renamed when the program ended. Private to the engine; any thread, waits
// for disks.
#pragma once

#include "storage/rename_store.h"

#include <map>
#include <string>
#include <vector>

namespace essaim::engine {

struct SettledNames {
    std::map<int, std::string> paths; ///< of each file, by its index
    bool isKnown = true;              ///< false: the save path is not there, and nothing was decided
};

/// Finishes what was begun: a file that still has its old name gets the new one, unless something stands there or the
/// disk refuses; then it keeps the old one. A file that is not there at all, since it was not begun yet, has the new
/// one. What was changed is synced.
[[nodiscard]] SettledNames settleNames(const std::string& savePath, const std::vector<storage::RenameRecord>& renames);

/// After files got other names: syncs the folders of both, and removes old ones that are left empty.
void tidyFolders(const std::string& savePath, const std::vector<storage::RenameRecord>& renames);

} // namespace essaim::engine
