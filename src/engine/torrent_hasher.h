// Reads the files of a plan and makes the .torrent. Private to the engine.
#pragma once

#include "engine/creation_plan.h"
#include "hashing/hash_job.h"

#include <functional>

namespace essaim::engine {

/// Blocks the calling thread, which is also the one of `observer`. `control` may be used from others.
[[nodiscard]] Expected<CreatedTorrent> hashPlan(
    const CreateTorrentRequest& request, CreationPlan plan, hashing::HashControl& control,
    const HashObserver& observer);

/// Planning and hashing.
[[nodiscard]] Expected<CreatedTorrent>
createTorrent(const CreateTorrentRequest& request, hashing::HashControl& control, const HashObserver& observer);

} // namespace essaim::engine
