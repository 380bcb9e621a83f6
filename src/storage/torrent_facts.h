// The facts of a torrent as words: what checksums of rows and cards cover.
#pragma once

#include "storage/torrent_record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace essaim::storage {

/// A fact under its key. Keys are written down for ever: a key is never used again for something else.
using Fact = std::pair<std::string_view, std::string>;

/// What the user knows and chose: all of the record but metadata, resume data and what statisticsOf() has. A value that
/// is as in a fresh TorrentRecord is left out, so that a fact that is added later changes no checksum.
[[nodiscard]] std::vector<Fact> factsOf(const TorrentRecord& record);

/// What changes by itself while the program runs: totals, times, place in the queue.
[[nodiscard]] std::vector<Fact> statisticsOf(const TorrentRecord& record);

/// The reverse of both. False: the value is not one that this key can have. Unknown keys are passed over, they come
/// from a newer version.
[[nodiscard]] bool applyFact(TorrentRecord& record, std::string_view key, const std::string& value);

/// Over both lists of facts. Never negative.
[[nodiscard]] std::int64_t factsChecksum(const TorrentRecord& record);

/// Why a record cannot be one that was saved, in English; empty if it can.
[[nodiscard]] std::string impossibleFact(const TorrentRecord& record);

/// What is left of a torrent whose metadata is damaged: peers can send it again.
void fallBackToMagnet(TorrentRecord& record);

// Forms of single columns.
/// Bits of the flags; -1 = they are in the resume data.
[[nodiscard]] std::int64_t flagsNumber(const TorrentRecord& record);
void setFlagsNumber(TorrentRecord& record, std::int64_t number);
[[nodiscard]] std::string joinTags(const std::vector<std::string>& tags);
[[nodiscard]] std::vector<std::string> splitTags(std::string_view lines);
/// "index:length:path" one after the other, since a path may hold any character.
[[nodiscard]] std::string encodeRenamedFiles(const std::map<int, std::string>& files);
/// False: damaged.
[[nodiscard]] bool decodeRenamedFiles(std::string_view text, std::map<int, std::string>& files);

} // namespace essaim::storage
