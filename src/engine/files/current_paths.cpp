#include "engine/files/current_paths.h"

#include "engine/files/incomplete_names.h"

#include <libtorrent/file_storage.hpp>

namespace essaim::engine {

std::string currentPath(const TorrentEntry& entry, const lt::file_storage& files, lt::file_index_t index) {
    return entry.paths.empty() ? files.file_path(index) : entry.paths.at(std::size_t(static_cast<int>(index)));
}

std::string properPath(const TorrentEntry& entry, const std::string& path) {
    return entry.metadata && entry.metadata->mayMarkFiles ? withoutIncompleteSuffix(path) : path;
}

void keepPaths(TorrentEntry& entry, const lt::file_storage& files) {
    if (!entry.paths.empty())
        return;
    entry.paths.reserve(std::size_t(files.num_files()));
    for (const lt::file_index_t index : files.file_range())
        entry.paths.push_back(files.file_path(index));
}

} // namespace essaim::engine
