// Bounds on torrents; what exceeds them is refused with the numbers.
#pragma once

#include <cstddef>
#include <cstdint>

namespace essaim::engine {

struct GateLimits {
    static constexpr std::int64_t kTorrentBytes = 32'000'000;
    static constexpr int kDepth = 64;
    static constexpr int kTokens = 3'000'000;
    static constexpr std::int64_t kMinPieceLength = 16 * 1024;
    static constexpr std::int64_t kMaxPieceLength = 128 * 1024 * 1024;
    static constexpr std::int64_t kPieces = 0x80000;
    static constexpr std::int64_t kFileSize = std::int64_t(1) << 48;
    static constexpr std::int64_t kTotalSize = std::int64_t(1) << 50;
    static constexpr std::int64_t kPadding = std::int64_t(1) << 30; ///< libtorrent counts it in 32 bits
    static constexpr std::size_t kFiles = 100'000;
    static constexpr std::size_t kPathDepth = 32;
    static constexpr std::size_t kNameBytes = 255;
    static constexpr std::size_t kPathBytes = 3000;
    static constexpr std::size_t kAllPathBytes = 32'000'000; ///< a file tree of 32 MB can spell out far more
    static constexpr std::size_t kTrackers = 64;
    static constexpr std::size_t kWebSeeds = 64;
    static constexpr std::size_t kCommentBytes = 4096;
    static constexpr std::size_t kLabelBytes = 255; ///< "source", "created by"
};

} // namespace essaim::engine
