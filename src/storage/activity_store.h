// What happened on the embedded tracker, the last first.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace essaim::storage {

struct ActivityRecord {
    std::int64_t at = 0; ///< Unix seconds
    int kind = 0;
    std::string subject;
    std::string detail;

    bool operator==(const ActivityRecord&) const = default;
};

/// Statements on tracker.db; the same rules as TorrentStore.
class ActivityStore {
public:
    explicit ActivityStore(SQLite::Database& database)
        : m_database(database) {}

    /// Keeps the last `keep` entries.
    void add(const ActivityRecord& record, std::size_t keep);
    /// The last `most`, newest first.
    [[nodiscard]] std::vector<ActivityRecord> load(std::size_t most);

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
