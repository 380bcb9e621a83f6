// Addresses that a torrent names: trackers, web seeds, nodes of the DHT.
#pragma once

#include "core/bencode_reader.h"
#include "engine/gate/gate_notes.h"

#include <string>
#include <vector>

namespace essaim::engine {

/// Torrents in the wild name all kinds of things as addresses; one of them is no reason to refuse the rest. What may
/// not be contacted is left out and noted. `root`: the whole torrent.
[[nodiscard]] std::vector<std::vector<std::string>> readTrackers(BencodeDocument::Value root, GateNotes& notes);
[[nodiscard]] std::vector<std::string> readWebSeeds(BencodeDocument::Value root, GateNotes& notes);
void noteNodes(BencodeDocument::Value root, GateNotes& notes);

} // namespace essaim::engine
