// Whether saved progress may be given to libtorrent: it trusts what it reads there. Private to the engine.
#pragma once

#include "core/info_hash.h"
#include "core/refusal.h"

#include <optional>
#include <string_view>

namespace essaim::engine {

/// What the torrent's own metadata says; zeros while there is none.
struct ResumeFacts {
    InfoHash infoHash;
    int pieceCount = 0;
    int fileCount = 0;
    int pieceLength = 0;
};

/// Pure; any thread. Refused: what is not bencoded well, belongs to another torrent, holds a torrent of its own, has
/// bitfields of another size, pieces or files that there are not, or names that leave their folder.
[[nodiscard]] std::optional<Refusal> refusedResume(std::string_view resume, const ResumeFacts& facts);

/// Whether a file may lie there, below the folder of its torrent: the library takes an absolute path, and one that
/// climbs, as it stands. Names as the user's own files have them, so anything but "." and "..".
[[nodiscard]] bool staysInside(std::string_view path);

} // namespace essaim::engine
