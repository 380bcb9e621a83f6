// Which names inside a torrent may become files: nothing may leave the save path or stand in the way of another.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace essaim::engine {
struct GateFile;

/// Reason why this part of a path is refused, in English; nothing if it may be used.
[[nodiscard]] std::optional<std::string> refusedName(std::string_view name);

/// Same for a whole path: depth and length. Its parts are checked one by one with refusedName().
[[nodiscard]] std::optional<std::string> refusedPath(std::string_view path);

/// The first clash: the same path twice, or a file where another path needs a directory.
[[nodiscard]] std::optional<std::string> clashingPaths(std::span<const GateFile> files);

} // namespace essaim::engine
