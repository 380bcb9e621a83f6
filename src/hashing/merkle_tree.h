// Hash trees of BEP 52 over blocks of 16 KiB.
#pragma once

#include "core/info_hash.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace essaim::hashing {

inline constexpr std::int64_t kLeafSize = 16 * 1024;

/// The root over `layer`, whose hashes stand `levels` above the leaves. Missing ones up to the next power of two, at
/// least `width`, are the roots of trees of zero leaves. An empty layer gives an empty (zero) hash.
[[nodiscard]] Sha256Hash merkleRoot(std::vector<Sha256Hash> layer, std::size_t width = 1, int levels = 0);

/// Levels between the leaves and the hashes of pieces.
[[nodiscard]] int pieceLevels(std::int64_t pieceLength);

} // namespace essaim::hashing
