// Which files of a torrent the program made, and how it left them.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace essaim::storage {

/// How a file was when the program last wrote it. Size -1: it is still being written.
struct FileStamp {
    std::int64_t size = -1;
    std::int64_t mtimeNs = 0;
    std::int64_t inode = 0;
    std::int64_t device = 0;
    bool operator==(const FileStamp&) const = default;
};

/// One file of one torrent.
struct FileOwnerRecord {
    int number = 0;    ///< index in the torrent
    std::string path;  ///< relative to the save path, as it stands on the disk
    bool ours = false; ///< made by the program; else it was there before
    FileStamp stamp;
    bool operator==(const FileOwnerRecord&) const = default;
};

/// Statements on the table file_owner; as TorrentStore, to be made inside a unit of work.
class FileOwnerStore {
public:
    explicit FileOwnerStore(SQLite::Database& database)
        : m_database(database) {}

    /// Replaces what was known about the files of the torrent. Unknown torrents are ignored.
    void put(const TorrentId& id, const std::vector<FileOwnerRecord>& files);
    /// In the order of the torrent; empty if nothing is known.
    [[nodiscard]] std::vector<FileOwnerRecord> load(const TorrentId& id);
    /// Files that were written and synced. Files without a row are ignored.
    void stamp(const TorrentId& id, const std::vector<std::pair<int, FileStamp>>& stamps);
    /// The name on the disk changed.
    void rename(const TorrentId& id, int number, const std::string& path);
    /// Name of a torrent of the list, other than those of `except`, that has one of these files, whatever folder it
    /// calls its save path. `paths` are absolute.
    struct Claim {
        std::string torrentName;
        std::string path;
    };
    [[nodiscard]] std::optional<Claim>
    claimOf(const std::vector<std::string>& paths, const std::set<TorrentId>& except);
    [[nodiscard]] std::optional<Claim> claimOf(const std::vector<std::string>& paths, const TorrentId& except) {
        return claimOf(paths, std::set{except});
    }
    /// Of these paths, the places in the list of all that such a torrent has.
    [[nodiscard]] std::vector<std::size_t>
    claimed(const std::vector<std::string>& paths, const std::set<TorrentId>& except);

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
