// Giving files of a torrent other names on the disk. Private to the engine; engine thread.
#pragma once

#include "engine/engine_context.h"

#include <libtorrent/fwd.hpp>
#include <libtorrent/units.hpp>

#include <QString>

#include <map>

namespace essaim::engine {

/// New paths below the save path, by file index. Refused, with a problem(): names that are no names, names that another
/// file of this or another torrent has, and whatever is on the disk already.
void renameFiles(EngineContext& context, TorrentEntry& entry, const std::map<int, QString>& paths);

// What libtorrent answered.
void onFileRenamed(
    EngineContext& context, TorrentEntry& entry, int number, const std::string& from, const std::string& to);
void onFileRenameFailed(EngineContext& context, const TorrentEntry& entry, int number, const lt::error_code& error);

} // namespace essaim::engine
