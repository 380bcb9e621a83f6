// Files that are there whole or not at all, whatever happens while they are written.
#pragma once

#include "core/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace essaim::storage {

/// Writes `bytes` beside `file`, syncs them and renames them into place, over what stands there. Mode 0600. The name is
/// safe once syncFolder() was called on the folder.
[[nodiscard]] Expected<void> replaceFile(const std::filesystem::path& file, std::string_view bytes);

/// Names in the folder, new and gone, reach the disk.
[[nodiscard]] Expected<void> syncFolder(const std::filesystem::path& folder);

/// Errors: NotFound among those of the system; Unsupported for more than `limit` bytes.
[[nodiscard]] Expected<std::string> readFile(const std::filesystem::path& file, std::size_t limit);

/// Made with mode 0700 if missing. Its parent must exist.
[[nodiscard]] Expected<void> makePrivateFolder(const std::filesystem::path& folder);

} // namespace essaim::storage
