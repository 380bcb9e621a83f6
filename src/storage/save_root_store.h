// The drives that hold files of torrents, and how to recognise each.
#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace essaim::storage {

/// What identifies a drive when it is connected again. Empty = not known.
struct SaveRootRecord {
    std::string point;      ///< where it is mounted
    std::string fileSystem; ///< the UUID of its file system
    std::string type;       ///< "ext4", "nfs4"
    std::string source;     ///< device or share
    std::string marker;     ///< content of the file that we left there

    bool operator==(const SaveRootRecord&) const = default;
};

/// Statements on the table save_root; as TorrentStore, to be made inside a unit of work.
class SaveRootStore {
public:
    explicit SaveRootStore(SQLite::Database& database)
        : m_database(database) {}

    [[nodiscard]] std::vector<SaveRootRecord> loadAll();
    void put(const SaveRootRecord& record);

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
