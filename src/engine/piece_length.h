// How large the pieces of a new torrent are, and what follows from it. Private to the engine.
#pragma once

#include "engine/source_walk.h"

#include <cstdint>
#include <vector>

namespace essaim::engine {

struct PieceCount {
    std::int64_t pieces = 0;
    std::int64_t padding = 0; ///< bytes of pad files in version 1
};

/// `isAligned`: every file begins a piece, as in version 2 and with pad files.
[[nodiscard]] PieceCount countPieces(const std::vector<SourceFile>& files, std::int64_t pieceLength, bool isAligned);

/// Power of two from 16 KiB to 16 MiB that cuts the content into at most `wantedPieces` (0: 1,000 to 2,000) where it
/// can. Where files begin pieces, smaller if many files would be padded with more than they hold: padding must be
/// hashed, and is counted as content by clients of version 1.
[[nodiscard]] int automaticPieceLength(const std::vector<SourceFile>& files, int wantedPieces, bool isAligned);

} // namespace essaim::engine
