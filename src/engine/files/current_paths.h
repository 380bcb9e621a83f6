// Under which names the files of a torrent lie at this moment. Private to the engine; engine thread.
#pragma once

#include "engine/torrent_entry.h"

#include <libtorrent/fwd.hpp>
#include <libtorrent/units.hpp>

#include <string>

namespace essaim::engine {

/// Path of a file below the save path. `files` are libtorrent's: while it renames, it changes names in there on its own
/// thread, under whoever reads them. So nobody reads them once the first rename is asked for; see keepPaths().
[[nodiscard]] std::string currentPath(const TorrentEntry& entry, const lt::file_storage& files, lt::file_index_t index);

/// What the user calls a file that lies, or is to lie, under this name: without the suffix that it carries on the disk
/// until it is complete.
[[nodiscard]] std::string properPath(const TorrentEntry& entry, const std::string& path);

/// Before the first rename: from now on the entry has the names.
void keepPaths(TorrentEntry& entry, const lt::file_storage& files);

} // namespace essaim::engine
