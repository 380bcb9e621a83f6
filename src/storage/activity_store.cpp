#include "storage/activity_store.h"

#include "storage/columns.h"

#include <SQLiteCpp/Statement.h>

namespace essaim::storage {

void ActivityStore::add(const ActivityRecord& record, std::size_t keep) {
    SQLite::Statement insert(m_database, "INSERT INTO activity (at, kind, subject, detail) VALUES (?, ?, ?, ?)");
    insert.bind(1, record.at);
    insert.bind(2, record.kind);
    insert.bind(3, record.subject);
    insert.bind(4, record.detail);
    insert.exec();
    SQLite::Statement trim(m_database, "DELETE FROM activity WHERE id <= (SELECT max(id) FROM activity) - ?");
    trim.bind(1, static_cast<std::int64_t>(keep));
    trim.exec();
}

std::vector<ActivityRecord> ActivityStore::load(std::size_t most) {
    SQLite::Statement rows(m_database, "SELECT at, kind, subject, detail FROM activity ORDER BY id DESC LIMIT ?");
    rows.bind(1, static_cast<std::int64_t>(most));
    std::vector<ActivityRecord> records;
    while (rows.executeStep())
        records.push_back(
            {rows.getColumn(0).getInt64(), rows.getColumn(1).getInt(), std::string(bytesOf(rows.getColumn(2))),
             std::string(bytesOf(rows.getColumn(3)))});
    return records;
}

} // namespace essaim::storage
