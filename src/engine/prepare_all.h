// Many rows of the store become what libtorrent is given. Private to the engine.
#pragma once

#include "engine/torrent_params.h"

#include <span>
#include <vector>

namespace essaim::engine {

/// prepareStored() of each, in order, on all processors: reading the metadata is most of the work of a start.
[[nodiscard]] std::vector<Expected<PreparedTorrent>>
prepareAllStored(std::span<const storage::TorrentRecord> records, const SessionSettings& settings);

} // namespace essaim::engine
