// Reads the files of a plan and makes the .torrent. Private to the engine.
#pragma once

#include "engine/creation_plan.h"

#include <functional>

namespace essaim::engine {

/// Blocks the calling thread. `progress` is called after every piece, on the calling thread; false from it cancels.
[[nodiscard]] Expected<CreatedTorrent> hashPlan(
    const CreateTorrentRequest& request, const CreationPlan& plan,
    const std::function<bool(qint64 done, qint64 total)>& progress);

} // namespace essaim::engine
