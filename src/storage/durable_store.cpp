#include "storage/durable_store.h"

#include "storage/columns.h"

namespace essaim::storage {
namespace {

DurableRecord recordOf(SQLite::Statement& row) {
    DurableRecord record;
    record.id = digestOf<20>(row.getColumn(0)).value_or(TorrentId{});
    record.complete = row.getColumn(1).getInt() != 0;
    record.pieces = bytesOf(row.getColumn(2));
    record.syncedAt = row.getColumn(3).getInt64();
    return record;
}

} // namespace

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

void DurableStore::forget(const TorrentId& id) {
    SQLite::Statement statement(
        m_database, "DELETE FROM durable WHERE place = (SELECT place FROM torrent WHERE id = ?)");
    bindDigest(statement, 1, id);
    statement.exec();
}

std::vector<DurableRecord> DurableStore::loadAll() {
    SQLite::Statement rows(
        m_database, "SELECT id, complete, pieces, synced_at FROM durable JOIN torrent USING (place) ORDER BY place");
    std::vector<DurableRecord> records;
    while (rows.executeStep())
        records.push_back(recordOf(rows));
    return records;
}

std::optional<DurableRecord> DurableStore::load(const TorrentId& id) {
    SQLite::Statement row(
        m_database, "SELECT id, complete, pieces, synced_at FROM durable JOIN torrent USING (place) WHERE id = ?");
    bindDigest(row, 1, id);
    return row.executeStep() ? std::optional(recordOf(row)) : std::nullopt;
}

} // namespace essaim::storage
