#include "storage/rename_store.h"

#include "storage/columns.h"

namespace essaim::storage {
namespace {

const std::string kSelect = "SELECT id, number, old_path, new_path FROM file_rename JOIN torrent USING (place)";

std::vector<RenameRecord> readAll(SQLite::Statement& rows) {
    std::vector<RenameRecord> renames;
    while (rows.executeStep()) {
        RenameRecord record;
        record.id = digestOf<20>(rows.getColumn(0)).value_or(TorrentId{});
        record.number = rows.getColumn(1).getInt();
        record.from = bytesOf(rows.getColumn(2));
        record.to = bytesOf(rows.getColumn(3));
        renames.push_back(std::move(record));
    }
    return renames;
}

} // namespace

void RenameStore::put(const std::vector<RenameRecord>& renames) {
    SQLite::Statement row(
        m_database, "INSERT OR REPLACE INTO file_rename (place, number, old_path, new_path)"
                    " SELECT place, ?2, ?3, ?4 FROM torrent WHERE id = ?1");
    for (const RenameRecord& rename : renames) {
        bindDigest(row, 1, rename.id);
        row.bind(2, rename.number);
        row.bind(3, rename.from);
        row.bind(4, rename.to);
        row.exec();
        row.reset();
    }
}

void RenameStore::remove(const std::vector<RenameRecord>& renames) {
    SQLite::Statement row(
        m_database, "DELETE FROM file_rename WHERE place = (SELECT place FROM torrent WHERE id = ?1)"
                    " AND number = ?2 AND new_path = ?3");
    for (const RenameRecord& rename : renames) {
        bindDigest(row, 1, rename.id);
        row.bind(2, rename.number);
        row.bind(3, rename.to);
        row.exec();
        row.reset();
    }
}

std::vector<RenameRecord> RenameStore::load(const TorrentId& id) {
    SQLite::Statement rows(m_database, kSelect + " WHERE id = ? ORDER BY number");
    bindDigest(rows, 1, id);
    return readAll(rows);
}

std::vector<RenameRecord> RenameStore::loadAll() {
    SQLite::Statement rows(m_database, kSelect + " ORDER BY place, number");
    return readAll(rows);
}

} // namespace essaim::storage
