// Names that differ for one file system and are the same for another: "Été" and "ÉTÉ", or two spellings of one accent.
#pragma once

#include "engine/gate/gate_notes.h"
#include "engine/gate/torrent_gate.h"

#include <span>
#include <string>

namespace essaim::engine {

/// What macOS, Windows, and drives made for them take for one name have the same key: without capitals, accents
/// composed (NFC), without characters that cannot be seen.
[[nodiscard]] std::string keyOf(std::string_view path);

/// New names, none of which is the twin of another, for the paths that need one: by index, empty = stays; no names at
/// all where none is needed. The first of two twins keeps its name, the other gets a number: "notes (2).txt".
[[nodiscard]] std::vector<std::string> separateTwins(std::span<const std::string> paths);

/// Notes the first pair of twins.
void noteTwins(std::span<const GateFile> files, GateNotes& notes);

} // namespace essaim::engine
