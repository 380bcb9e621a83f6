// Torrents as an enemy, a broken program or an accident makes them, each with the verdict that it must get.
#pragma once

#include "core/refusal.h"
#include "core/torrent_note.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::test {

struct HostileSample {
    std::string name;
    std::string torrent;
    std::optional<Fault> fault = std::nullopt;            ///< nothing: accepted
    std::optional<TorrentNote::Kind> note = std::nullopt; ///< accepted, but with this
};

/// The same torrents for the same seed; names are unique.
[[nodiscard]] std::vector<HostileSample> hostileTorrents(std::uint32_t seed = 1);

// By subject.
void addHostileBytes(std::vector<HostileSample>& samples, std::uint32_t seed);
void addHostileNames(std::vector<HostileSample>& samples, std::uint32_t seed);
void addHostileStructure(std::vector<HostileSample>& samples, std::uint32_t seed);
void addHostileHashes(std::vector<HostileSample>& samples, std::uint32_t seed);
void addHostileAddresses(std::vector<HostileSample>& samples, std::uint32_t seed);

/// Words of the English sentence about this fault that stand in no other.
[[nodiscard]] std::string_view wordsOfSentence(Fault fault);

} // namespace essaim::test
