// Whether a folder can take a download. Private to the engine.
#pragma once

#include "core/error.h"

#include <string>

namespace essaim::engine {

/// Makes the folder if it is missing and writes to it once. Errors: PermissionDenied, ReadOnly, DiskFull,
/// AlreadyExists (a file stands in its place). Waits for the disk.
[[nodiscard]] Expected<void> prepareSaveFolder(const std::string& path);

} // namespace essaim::engine
