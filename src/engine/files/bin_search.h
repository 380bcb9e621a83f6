// What lies in the bin although nobody wrote it down. Private to the engine; any thread, waits for disks.
#pragma once

#include "engine/files/removal_job.h"

#include <ctime>
#include <vector>

namespace essaim::engine {

/// A removal notes what it took to the bin when it is through; one that was cut short did not. Files of the torrent, or
/// folders with them, that were taken since then.
[[nodiscard]] std::vector<storage::BinnedFile> findInBin(const RemovalTask& task, std::time_t since);

} // namespace essaim::engine
