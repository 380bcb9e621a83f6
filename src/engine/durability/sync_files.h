// Bringing written files from the system's memory to the disk. Private to the engine; waits for disks.
#pragma once

#include "core/error.h"
#include "storage/file_owner_store.h"

#include <atomic>
#include <string>
#include <utility>
#include <vector>

namespace essaim::engine {

struct FileToSync {
    int number = 0;
    std::string path;        ///< absolute
    bool isComplete = false; ///< its stamp is wanted
};

/// Stamps of the complete ones, taken after they were synced.
using Stamps = std::vector<std::pair<int, storage::FileStamp>>;

/// Syncs the data of each file, then the folders that hold them. The first failure ends it: nothing is known then about
/// what was written since the last success. Instead of files that are not there, `partFile` is synced, where libtorrent
/// keeps the ends of files that the user does not want; without one, they are a failure too. Until `hurry` is set, the
/// disk is left to others for as long as it was busy with this.
[[nodiscard]] Expected<Stamps> syncFiles(
    const std::vector<FileToSync>& files, const std::string& partFile = {}, const std::atomic<bool>* hurry = nullptr);

/// So that names in there survive a power cut. Nothing happens if there is no such folder, or it cannot be synced.
void syncFolder(const std::string& folder);

/// Sends the data of these files on its way without waiting for it: the file system then syncs many of them with one
/// transaction, where each would need its own.
void beginWriting(const std::vector<FileToSync>& files);

} // namespace essaim::engine
