// The gate: what every torrent must satisfy before libtorrent gets to see it, whatever way it came.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"
#include "core/torrent_note.h"
#include "engine/gate/gate_limits.h"

#include <cstdint>
#include <optional>
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
    InfoHash infoHash;
    std::vector<GateFile> files;
    std::string source;
    std::vector<std::vector<std::string>> trackers; ///< tiers in their order; well-formed, no more than allowed
    std::vector<std::string> webSeeds;              ///< well-formed, no more than allowed
    std::vector<TorrentNote> notes;                 ///< one of a kind
};

/// Pure: no input or output, no clock; any thread. The first reason to refuse the torrent is in Error::refusal.
/// `expected`: hashes that it must have, of the link or the row that it came by. `maxPadding`: bytes; more than
/// GateLimits::kPadding only for a torrent that libtorrent does not get.
[[nodiscard]] Expected<GateReport> passGate(
    std::string_view torrent, const std::optional<InfoHash>& expected = std::nullopt,
    std::int64_t maxPadding = GateLimits::kPadding);

} // namespace essaim::engine
