// Which names inside a torrent may become files: nothing may leave the save path or stand in the way of another.
#pragma once

#include "core/refusal.h"
#include "engine/gate/gate_notes.h"

#include <optional>
#include <span>
#include <string_view>

namespace essaim::engine {
struct GateFile;

/// Why this part of a path is refused; nothing if it may be used.
[[nodiscard]] std::optional<Refusal> refusedName(std::string_view name);

/// Same for a whole path: depth and length. Its parts are checked one by one with refusedName().
[[nodiscard]] std::optional<Refusal> refusedPath(std::string_view path);

/// A path as libtorrent or a saved row has it: relative, each part a usable name.
[[nodiscard]] std::optional<Refusal> refusedRelativePath(std::string_view path);

/// The first clash: the same path twice, or a file where another path needs a folder.
[[nodiscard]] std::optional<Refusal> clashingPaths(std::span<const GateFile> files);

/// What is odd about a name that may be used.
void noteName(std::string_view name, GateNotes& notes);

} // namespace essaim::engine
