// Whether a torrent can be stored where it is to go. Private to the engine.
#pragma once

#include "core/refusal.h"

#include <libtorrent/torrent_info.hpp>

#include <optional>
#include <string>

namespace essaim::engine {

/// Pure; any thread. Refused: what is not the full path of a folder, and a folder so deep down that the system could
/// not open some file of `torrent` in it. `torrent`: nullptr while there is no metadata.
[[nodiscard]] std::optional<Refusal> refusedPlace(const std::string& savePath, const lt::torrent_info* torrent);

} // namespace essaim::engine
