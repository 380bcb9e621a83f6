// Statements on the table hosted.
#include "storage/tracker_store.h"

#include "storage/columns.h"

namespace essaim::storage {

std::vector<HostedRecord> TrackerStore::loadHosted() {
    SQLite::Statement rows(m_database, "SELECT v1, v2, name, size, hosted_at, completed FROM hosted ORDER BY place");
    std::vector<HostedRecord> records;
    while (rows.executeStep()) {
        HostedRecord record;
        record.infoHash.v1 = digestOf<20>(rows.getColumn(0));
        record.infoHash.v2 = digestOf<32>(rows.getColumn(1));
        record.name = bytesOf(rows.getColumn(2));
        record.size = rows.getColumn(3).getInt64();
        record.hostedAt = rows.getColumn(4).getInt64();
        record.completed = rows.getColumn(5).getInt64();
        records.push_back(std::move(record));
    }
    return records;
}

void TrackerStore::putHosted(const HostedRecord& record) {
    SQLite::Statement statement(
        m_database, "INSERT INTO hosted (id, v1, v2, name, size, hosted_at, completed) VALUES (?, ?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (id) DO UPDATE SET v1 = excluded.v1, v2 = excluded.v2, name = excluded.name,"
                    "  size = excluded.size, hosted_at = excluded.hosted_at, completed = excluded.completed");
    bindDigest(statement, 1, record.infoHash.id());
    bindDigest(statement, 2, record.infoHash.v1);
    bindDigest(statement, 3, record.infoHash.v2);
    statement.bind(4, record.name);
    statement.bind(5, record.size);
    statement.bind(6, record.hostedAt);
    statement.bind(7, record.completed);
    statement.exec();
}

void TrackerStore::removeHosted(const TorrentId& id) {
    SQLite::Statement statement(m_database, "DELETE FROM hosted WHERE id = ?");
    bindDigest(statement, 1, id);
    statement.exec();
}

void TrackerStore::setCompleted(const TorrentId& id, std::int64_t completed) {
    SQLite::Statement statement(m_database, "UPDATE hosted SET completed = ? WHERE id = ?");
    statement.bind(1, completed);
    bindDigest(statement, 2, id);
    statement.exec();
}

} // namespace essaim::storage
