// Copying one file to another file system so that the copy is known to be right. Private to the engine.
#pragma once

#include "core/error.h"
#include "engine/mover/folder_tree.h"
#include "engine/mover/move_control.h"

namespace essaim::engine {

/// Copies the bytes of `source` to `copyName` below `target`, keeps holes, the time of the last change and the
/// permissions, writes all of it to the disk, reads it back from there and compares byte for byte. What an earlier,
/// interrupted call left under that name and is right is not written again. On return the copy is complete and
/// durable but for its name. Adds to control.done as it goes.
/// Errors: those of the system; Cancelled (control says stop; the incomplete copy stays for the next time); Busy (the
/// source changed while it was copied); Internal (what was read back is not what was written).
[[nodiscard]] Expected<FileFacts> copyFile(
    const FolderTree& source, const std::string& name, const FolderTree& target, const std::string& copyName,
    MoveControl& control);

} // namespace essaim::engine
