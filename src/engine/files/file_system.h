// The few system calls on files that must never overwrite anything. Private to the engine; any thread, waits for disks.
#pragma once

#include "core/error.h"
#include "storage/file_owner_store.h"

#include <optional>
#include <string>

namespace essaim::engine {

/// What stands at a path; links are not followed.
struct FileAtPath {
    enum class Type { Regular, Folder, Other };
    Type type = Type::Other;
    storage::FileStamp stamp;
};

/// Nothing if nothing is there. Errors: PermissionDenied and the like.
[[nodiscard]] Expected<std::optional<FileAtPath>> lookAt(const std::string& path);

/// Renames within one file system; fails with AlreadyExists if something stands at `to`.
[[nodiscard]] Expected<void> renameWithoutReplacing(const std::string& from, const std::string& to);

/// The first folder between `root` and the file that is no real folder: a link, or a file in its place. `relative`
/// starts below `root`. Empty if all are folders or missing.
[[nodiscard]] std::string obstacleOnTheWay(const std::string& root, const std::string& relative);

/// Descriptor of a new file without a name in the folder: nothing of it stays, whatever happens. -1 and errno if the
/// folder takes no files.
[[nodiscard]] int openNameless(const std::string& folder);

/// Everything before the last '/'.
[[nodiscard]] std::string folderOf(const std::string& path);

} // namespace essaim::engine
