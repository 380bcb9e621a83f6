// What a move will touch, found out before it touches anything. Private to the engine.
#pragma once

#include "core/error.h"
#include "engine/mover/folder_tree.h"
#include "storage/move_store.h"

#include <optional>
#include <string>
#include <vector>

namespace essaim::engine {

/// Looks at each of `paths` below record.source and fills in record.files and record.newFolders. Files that are not
/// there (not downloaded yet) are left out. Waits for the disks. Errors: AlreadyExists (something stands where a file
/// would go: nothing is ever replaced), Unsupported (a file is a link, or lies behind one), NotFound (the source
/// folder), DiskFull (the copies would not fit), those of the system.
[[nodiscard]] Expected<void> planMove(storage::MoveRecord& record, const std::vector<std::string>& paths);

/// NotFound, AlreadyExists: the target is the source, under whatever name.
[[nodiscard]] Expected<void> checkPlaces(const std::string& source, const std::string& target);

/// True if source and target (or the folder in which it would be made) do not lie in one file system.
[[nodiscard]] bool areApart(const std::string& source, const std::string& target);

/// DiskFull if `bytes` do not fit where `target` is or would be made. A little is left for others.
[[nodiscard]] Expected<void> checkFreeSpace(const std::string& target, std::int64_t bytes);

/// The folder, or the nearest one above it that exists. Waits for the disk.
[[nodiscard]] std::string nearestFolder(const std::string& path);

/// The name under which file number `number` of a move arrives, next to where it will be: "Film/.essaim-part-7-0".
[[nodiscard]] std::string copyNameOf(const storage::MoveRecord& record, std::size_t number);

/// The folders in which `files` stand, without the save folder itself; inner ones first.
[[nodiscard]] std::vector<std::string> foldersOf(const std::vector<storage::MoveFile>& files);

} // namespace essaim::engine
