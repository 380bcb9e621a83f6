// How files are called on the disk until they are complete, if the user wants that to be seen. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace essaim::engine {

/// At the end of the name. Not libtorrent's ".parts", and the name of no kind of file; all file systems take it.
inline constexpr std::string_view kIncompleteSuffix = ".!es";

/// Whether the last part of a path ends in the suffix, in capitals or not, and has more than that.
[[nodiscard]] bool hasIncompleteSuffix(std::string_view path);

/// Empty if the name would be longer than file systems take (255 bytes).
[[nodiscard]] std::string withIncompleteSuffix(const std::string& path);

/// The same path if it has none.
[[nodiscard]] std::string withoutIncompleteSuffix(const std::string& path);

/// The other one of the two names that a file may have: with the suffix or without it. Empty if there is none.
[[nodiscard]] std::string otherNameOf(const std::string& path);

} // namespace essaim::engine
