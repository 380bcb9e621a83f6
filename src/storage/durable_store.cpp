#include "storage/durable_store.h"

#include "storage/columns.h"

namespace essaim::storage {

void DurableStore::put(const DurableRecord& record) {
    SQLite::Statement statement(
        m_database, "INSERT OR REPLACE INTO durable (place, complete, pieces, synced_at)"
                    " SELECT place, ?2, ?3, ?4 FROM torrent WHERE id = ?1");
    bindDigest(statement, 1, record.id);
    statement.bind(2, record.complete ? 1 : 0);
    bindBlob(statement, 3, record.complete ? std::string_view() : std::string_view(record.pieces));
    statement.bind(4, record.syncedAt);
    statement.exec();
}

std::vector<DurableRecord> DurableStore::loadAll() {
    SQLite::Statement rows(
        m_database, "SELECT id, complete, pieces, synced_at FROM durable JOIN torrent USING (place) ORDER BY place");
    std::vector<DurableRecord> records;
    while (rows.executeStep()) {
        DurableRecord record;
        record.id = digestOf<20>(rows.getColumn(0)).value_or(TorrentId{});
        record.complete = rows.getColumn(1).getInt() != 0;
        record.pieces = bytesOf(rows.getColumn(2));
        record.syncedAt = rows.getColumn(3).getInt64();
        records.push_back(std::move(record));
    }
    return records;
}

} // namespace essaim::storage
