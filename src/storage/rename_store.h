// Files that are being given another name, written down before the disk is touched.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace essaim::storage {

/// One file of one torrent; paths are relative to the save path.
struct RenameRecord {
    TorrentId id;
    int number = 0; ///< index in the torrent
    std::string from;
    std::string to;
    bool operator==(const RenameRecord&) const = default;
};

/// Statements on the table file_rename; as TorrentStore, to be made inside a unit of work.
class RenameStore {
public:
    explicit RenameStore(SQLite::Database& database)
        : m_database(database) {}

    /// Each replaces what was noted about the same file. Unknown torrents are ignored.
    void put(const std::vector<RenameRecord>& renames);
    /// These are over; what was noted about the same file since stays.
    void remove(const std::vector<RenameRecord>& renames);
    [[nodiscard]] std::vector<RenameRecord> load(const TorrentId& id);
    /// Of all torrents, removed ones as well.
    [[nodiscard]] std::vector<RenameRecord> loadAll();

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
