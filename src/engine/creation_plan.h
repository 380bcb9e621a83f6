// Which files a new torrent is made of, in which order, and how large its pieces are. Private to the engine.
#pragma once

#include "engine/create_torrent.h"

#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

namespace essaim::engine {

/// A file that goes into the torrent.
struct SourceFile {
    std::string path; ///< UTF-8, relative to the save path: what libtorrent reads
    std::int64_t size = 0;
    std::int64_t modified = 0; ///< ticks of the file system's clock; tells whether it changed while it was hashed
};

struct CreationPlan {
    CreateTorrentPlan shown;
    std::vector<SourceFile> files; ///< sorted by parts of the path, bytewise: the same content gives the same torrent
};

/// Errors: those of planTorrent().
[[nodiscard]] Expected<CreationPlan> planCreation(const CreateTorrentRequest& request);

/// Power of two from 16 KiB to 16 MiB that cuts the content into 1,000 to 2,000 pieces where it can.
[[nodiscard]] int automaticPieceLength(std::int64_t totalSize);

} // namespace essaim::engine
