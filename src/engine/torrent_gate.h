// The gate: what every .torrent must satisfy before libtorrent gets to see it, whatever way it came.
#pragma once

#include "core/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::engine {

/// One file as the torrent states it, before any mapping of names.
struct GateFile {
    std::string path; ///< '/' between parts; starts with the torrent's name for multi-file torrents
    std::int64_t size = 0;
    bool isPadding = false;
};

/// What the gate read on its way and others need too.
struct GateReport {
    std::vector<GateFile> files;
    std::string source;
    std::vector<std::vector<std::string>> trackers; ///< tiers in their order, unchecked
};

/// Bounds; what exceeds them is refused with the numbers in Error::detail.
struct GateLimits {
    static constexpr std::int64_t kTorrentBytes = 10'000'000;
    static constexpr int kDepth = 64;
    static constexpr int kTokens = 1'500'000;
    static constexpr std::int64_t kMinPieceLength = 16 * 1024;
    static constexpr std::int64_t kMaxPieceLength = 128 * 1024 * 1024;
    static constexpr std::int64_t kPieces = 0x80000;
    static constexpr std::int64_t kFileSize = std::int64_t(1) << 48;
    static constexpr std::int64_t kTotalSize = std::int64_t(1) << 50;
    static constexpr std::int64_t kPadding = std::int64_t(1) << 30;
    static constexpr std::size_t kFiles = 100'000;
    static constexpr std::size_t kPathDepth = 32;
    static constexpr std::size_t kNameBytes = 255;
    static constexpr std::size_t kPathBytes = 3000;
};

/// Pure; any thread; no input or output. The reason of a refusal is in Error::detail.
[[nodiscard]] Expected<GateReport> passGate(std::string_view torrent);

} // namespace essaim::engine
