// Looking at and removing the files of one torrent. Private to the engine; any thread, waits for disks.
#pragma once

#include "engine/files/removal.h"
#include "storage/file_owner_store.h"
#include "storage/removed_store.h"

#include <ctime>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace essaim::engine {

/// Everything the job must know; a value, since it runs elsewhere.
struct RemovalTask {
    TorrentId id;
    std::string name;
    std::string savePath;
    std::string partFile; ///< name of libtorrent's file for pieces of files that are not wanted; see partFileName()
    std::vector<storage::FileOwnerRecord> files;
    std::set<int> usedByAnother; ///< numbers
    bool isKnown = true;         ///< who made them; see FileRecords::loadFiles()
};

/// What would go and what would stay; reads only.
[[nodiscard]] TorrentRemoval inspectRemoval(const RemovalTask& task);

/// Whether the files that go have a bin on their volume. Makes the bin if it is missing.
[[nodiscard]] bool hasBin(const RemovalTask& task);

/// Removes what is ours and unchanged at this very moment, then folders of the torrent that are empty. A folder that
/// holds nothing else goes to the bin as a whole. `binned` is told of each thing in the bin.
[[nodiscard]] FilesRemoved removeFiles(
    const RemovalTask& task, FilesFate fate, std::time_t now,
    const std::function<void(const storage::BinnedFile&)>& binned);

} // namespace essaim::engine
