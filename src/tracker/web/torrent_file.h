// What the pages need of a .torrent: its list of files, and the same file with a guest's announce URLs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::tracker {

struct SharedFile {
    std::string path; ///< UTF-8 as the torrent has it: words of a stranger
    std::int64_t size = 0;
};

struct TorrentFacts {
    bool isPrivate = false;
    std::size_t fileCount = 0;
    std::vector<SharedFile> files; ///< the first kMostFiles

    static constexpr std::size_t kMostFiles = 200;
};

/// Nothing if it is no torrent.
[[nodiscard]] std::optional<TorrentFacts> readFacts(std::string_view torrent);

/// With these URLs, a tier each, in place of all that it names, and without DHT nodes (BEP 5). The info dictionary
/// stays byte for byte. Empty if it is no torrent.
[[nodiscard]] std::string withAnnounceUrls(std::string_view torrent, const std::vector<std::string>& urls);

} // namespace essaim::tracker
