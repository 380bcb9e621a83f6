// Who may write to a volume: the arithmetic, without disks. Private to the engine.
#pragma once

#include "engine/volumes/disk_hold.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace essaim::engine {

/// One download of a volume, in the order in which they get their turn.
struct BookedTorrent {
    std::int64_t needed = 0; ///< bytes still to be written
    bool isRunning = false;  ///< was not held until now
};

struct VolumeSpace {
    std::int64_t freeBytes = 0;
    std::int64_t totalBytes = 0;
    std::int64_t keepFree = 0;               ///< as the settings have it
    bool wasFull = false;                    ///< at the last decision
    std::optional<DiskHold::Reason> failure; ///< that the disk reported and has not taken back
};

struct SpaceDecision {
    bool isFull = false;
    struct Hold {
        DiskHold::Reason reason = DiskHold::Reason::NoRoom;
        std::int64_t missing = 0;
    };
    std::vector<std::optional<Hold>> holds; ///< one for each torrent; nothing = go on
};

/// Bytes that stay free: `keepFree` or 2 % of the volume (at most 10 GiB), whichever is more, but never more than a
/// tenth of a small volume.
[[nodiscard]] std::int64_t floorOf(std::int64_t totalBytes, std::int64_t keepFree);

/// Downloads that run keep their reservation; the others start, first come first served, when all that is still to be
/// written fits above the floor. Below the floor everybody waits until half as much again is free.
[[nodiscard]] SpaceDecision decideSpace(const VolumeSpace& volume, const std::vector<BookedTorrent>& torrents);

} // namespace essaim::engine
