// Sets of pieces as the store has them. Private to the engine; any thread.
#pragma once

#include <libtorrent/bitfield.hpp>
#include <libtorrent/units.hpp>

#include <string>
#include <string_view>

namespace essaim::engine {

using PieceSet = lt::typed_bitfield<lt::piece_index_t>;

/// One bit a piece, the first in the highest bit of the first byte.
[[nodiscard]] inline std::string encodePieces(const PieceSet& pieces) {
    return {pieces.data(), std::size_t(pieces.size() + 7) / 8};
}

/// Bytes of another length than the torrent has pieces give the empty set: nothing is known.
[[nodiscard]] inline PieceSet decodePieces(std::string_view bytes, int count) {
    PieceSet pieces(count, false);
    if (bytes.size() == std::size_t(count + 7) / 8 && !bytes.empty())
        pieces.assign(bytes.data(), count);
    return pieces;
}

} // namespace essaim::engine
