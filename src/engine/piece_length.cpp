#include "engine/piece_length.h"

#include "engine/gate/gate_limits.h"

namespace essaim::engine {
namespace {

std::int64_t sizeOf(const std::vector<SourceFile>& files) {
    std::int64_t total = 0;
    for (const SourceFile& file : files)
        total += file.identity.size;
    return total;
}

} // namespace

PieceCount countPieces(const std::vector<SourceFile>& files, std::int64_t pieceLength, bool isAligned) {
    if (!isAligned)
        return {(sizeOf(files) + pieceLength - 1) / pieceLength, 0};
    PieceCount count;
    for (const SourceFile& file : files) {
        if (file.identity.size == 0)
            continue;
        const std::int64_t pieces = (file.identity.size + pieceLength - 1) / pieceLength;
        count.pieces += pieces;
        count.padding += pieces * pieceLength - file.identity.size;
    }
    return count;
}

int automaticPieceLength(const std::vector<SourceFile>& files, int wantedPieces, bool isAligned) {
    constexpr std::int64_t kMostPieces = 2000;
    constexpr std::int64_t kPieceCost = 16 * 1024; ///< bytes of padding that one piece less is worth
    constexpr int kSmallest = 16 * 1024;
    constexpr int kLargest = 16 * 1024 * 1024;
    const std::int64_t total = sizeOf(files);
    int largest = kSmallest;
    while (largest < kLargest && total > (wantedPieces > 0 ? wantedPieces : kMostPieces) * std::int64_t{largest})
        largest *= 2;
    if (!isAligned)
        return largest;
    int best = largest;
    std::int64_t lowest = -1;
    for (int length = largest; length >= kSmallest; length /= 2) {
        const PieceCount count = countPieces(files, length, true);
        const std::int64_t cost = count.padding + count.pieces * kPieceCost;
        if (lowest >= 0 && (cost >= lowest || count.pieces > GateLimits::kPieces))
            break;
        lowest = cost;
        best = length;
    }
    return best;
}

} // namespace essaim::engine
