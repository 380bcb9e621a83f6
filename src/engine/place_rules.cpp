#include "engine/place_rules.h"

#include <climits>

namespace essaim::engine {

std::optional<Refusal> refusedPlace(const std::string& savePath, const lt::torrent_info* torrent) {
    if (!savePath.starts_with('/') || savePath.contains('\0'))
        return Refusal{Fault::SavePath, savePath};
    constexpr std::int64_t kLongest = PATH_MAX - 1; // without the NUL at its end
    if (torrent == nullptr)
        return std::nullopt;
    const lt::file_storage& files = torrent->files();
    for (const lt::file_index_t index : files.file_range()) {
        std::string path = files.file_path(index, savePath);
        if (std::int64_t(path.size()) > kLongest && !files.pad_file_at(index))
            return Refusal{Fault::WholePathTooLong, files.file_path(index), std::int64_t(path.size()), kLongest};
    }
    return std::nullopt;
}

} // namespace essaim::engine
