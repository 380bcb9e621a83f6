// Files chosen by their names: "*.flac", "disc 1".
#pragma once

#include "gui/widgets/file_tree.h"

namespace essaim::gui {

/// By file index, 1 where the file's name or that of a folder above it fits the pattern: contains it or, if there is a
/// `*` or `?` in it, is like it as a whole. Capitals do not matter. A folder that holds everything says nothing, nor do
/// pad files. Of an empty pattern: none.
[[nodiscard]] std::vector<char> filesFitting(const FileTree& tree, const QString& pattern);

} // namespace essaim::gui
