// Files and hashes of version 2 (BEP 52), and whether both versions of a hybrid torrent mean the same.
#pragma once

#include "core/bencode_reader.h"
#include "engine/gate/gate_notes.h"
#include "engine/gate/info_rules.h"
#include "engine/gate/torrent_gate.h"

namespace essaim::engine {

/// `root`: the whole torrent.
[[nodiscard]] std::expected<std::vector<GateFile>, Refusal>
readV2(BencodeDocument::Value root, const InfoBasics& basics, GateNotes& notes);

/// Same files, same sizes, same order; and version 1 begins each file with a piece, as version 2 does.
[[nodiscard]] bool
describeSameFiles(const std::vector<GateFile>& v1, const std::vector<GateFile>& v2, std::int64_t pieceLength);

} // namespace essaim::engine
