// Files and hashes of version 1 (BEP 3, BEP 47).
#pragma once

#include "core/bencode_reader.h"
#include "engine/gate/gate_notes.h"
#include "engine/gate/info_rules.h"
#include "engine/gate/torrent_gate.h"

namespace essaim::engine {

[[nodiscard]] std::expected<std::vector<GateFile>, Refusal>
readV1(BencodeDocument::Value info, const InfoBasics& basics, GateNotes& notes);

} // namespace essaim::engine
