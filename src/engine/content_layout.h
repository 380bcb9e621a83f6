// How the files of a torrent lie below the folder that they are saved in.
#pragma once

#include "engine/torrent_file.h"

#include <QStringList>

#include <cstdint>

namespace essaim::engine {

enum class ContentLayout : std::uint8_t {
    AsStated,
    OwnFolder, ///< in a folder, also what is a single file
    NoFolder,  ///< without the folder at the top
};

/// Where each file that is no padding lies, in the torrent's order, as AddTorrentRequest::diskPaths has it; empty = as
/// the torrent says. `name`: one part of a path, the folder or file at the top is called so instead; empty = as the
/// torrent calls it, a folder for a single file like the file without its ending.
[[nodiscard]] QStringList
diskPathsOf(const TorrentDescription& torrent, ContentLayout layout, const QString& name = {});

} // namespace essaim::engine
