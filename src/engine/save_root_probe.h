// Whether the drive at a place is there and is the one that it was. Private to the engine.
#pragma once

#include "engine/drive_snapshot.h"
#include "engine/mover/mount_table.h"
#include "storage/save_root_store.h"

#include <optional>

namespace essaim::engine {

/// Name of the file that says whose drive it is. Written once, at the top, where that is allowed.
inline constexpr const char* kRootMarker = ".essaim-root";

/// Whether file systems at this place come and go: not those that the system and the profile themselves lie on.
[[nodiscard]] bool isDrive(const Mount& mount, const Mount* ofProfile);

struct RootAnswer {
    DriveState state = DriveState::Away;
    int mount = 0; ///< number of the mount that was looked at
};

/// Looks at the drive; may wait for it for ever, so ask on a thread that can be left behind. Writes nothing.
[[nodiscard]] RootAnswer probeRoot(const storage::SaveRootRecord& root);

/// What identifies the drive that is mounted now; leaves the marker there if it is allowed to. May wait as well.
/// Nothing if no drive is mounted there.
[[nodiscard]] std::optional<storage::SaveRootRecord> identifyRoot(const std::string& point);

} // namespace essaim::engine
