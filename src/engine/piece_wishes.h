// Which pieces are wanted first. Private to the engine.
#pragma once

#include "engine/torrent_entry.h"

#include <libtorrent/download_priority.hpp>

#include <vector>

namespace essaim::engine {

/// By piece: as the files in it are wanted, but the first and the last hundredth of each wanted file, and at least one
/// piece each, before all others. `filePriorities`: as TorrentRecord has them.
[[nodiscard]] std::vector<lt::download_priority_t>
pieceWishes(const lt::file_storage& files, const std::string& filePriorities, bool firstLastFirst);

/// Has libtorrent do so; it forgets each time that the files' priorities change. Engine thread.
void wishPieces(const TorrentEntry& entry);

} // namespace essaim::engine
