// Which files a new torrent is made of, in which order, and how large its pieces are. Private to the engine.
#pragma once

#include "engine/source_walk.h"

#include <cstdint>
#include <string>
#include <vector>

namespace essaim::engine {

struct CreationPlan {
    CreateTorrentPlan shown;
    std::vector<SourceFile> files; ///< sorted by parts of the path, bytewise: the same content gives the same torrent
    [[nodiscard]] bool isSingleFile() const { return files.size() == 1 && files.front().path.empty(); }
};

/// Errors: those of planTorrent().
[[nodiscard]] Expected<CreationPlan> planCreation(const CreateTorrentRequest& request);

} // namespace essaim::engine
