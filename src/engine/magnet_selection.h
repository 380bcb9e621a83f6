// Which files a magnet link asks for (BEP 53). Private to the engine.
#pragma once

#include <string>

namespace essaim::engine {

/// Priorities as the store keeps them, for a torrent of so many files, from the "so" of the link: ranges and numbers
/// such as "0,2,4-6". Empty = the link asks for none in particular, or for none that there is.
[[nodiscard]] std::string selectedFiles(const std::string& link, int files);

} // namespace essaim::engine
