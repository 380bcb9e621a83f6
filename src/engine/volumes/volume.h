// The volume that a path lies on. Private to the engine; any thread, waits for the disk.
#pragma once

#include "core/error.h"

#include <cstdint>
#include <string>

namespace essaim::engine {

struct VolumeInfo {
    std::int64_t device = 0;
    std::string mountPoint;      ///< the highest folder on the same device
    std::string name;            ///< its last part, as file managers call removable drives; "/" for the system's
    std::int64_t freeBytes = 0;  ///< for the user
    std::int64_t totalBytes = 0; ///< 0 = the file system does not say
    bool isReadOnly = false;
};

/// Of the nearest folder on the way to `path` that exists.
[[nodiscard]] Expected<VolumeInfo> volumeOf(const std::string& path);

/// Writes, syncs and removes a small file in `folder`, or in the nearest one that exists.
[[nodiscard]] Expected<void> tryToWrite(const std::string& folder);

} // namespace essaim::engine
