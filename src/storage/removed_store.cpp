#include "storage/removed_store.h"

#include "storage/columns.h"

namespace essaim::storage {
namespace {

void runFor(SQLite::Database& database, const char* sql, const TorrentId& id) {
    SQLite::Statement statement(database, sql);
    bindDigest(statement, 1, id);
    statement.exec();
}

const std::string kSelect =
    "SELECT id, name, save_path, removed_at, files, pending, v1, v2 FROM removed JOIN torrent USING (place)";

RemovedRecord recordOf(SQLite::Statement& row) {
    RemovedRecord record;
    record.id = digestOf<20>(row.getColumn(0)).value_or(TorrentId{});
    record.name = bytesOf(row.getColumn(1));
    record.savePath = bytesOf(row.getColumn(2));
    record.removedAt = row.getColumn(3).getInt64();
    const int files = row.getColumn(4).getInt();
    record.files = files == 1 ? RemovedFiles::Bin : files == 2 ? RemovedFiles::Deleted : RemovedFiles::Kept;
    record.pending = row.getColumn(5).getInt() != 0;
    record.infoHash = {digestOf<20>(row.getColumn(6)), digestOf<32>(row.getColumn(7))};
    return record;
}

} // namespace

void RemovedStore::put(const TorrentId& id, std::int64_t removedAt, RemovedFiles files) {
    SQLite::Statement statement(
        m_database, "INSERT OR REPLACE INTO removed (place, removed_at, files, pending)"
                    " SELECT place, ?2, ?3, ?4 FROM torrent WHERE id = ?1");
    bindDigest(statement, 1, id);
    statement.bind(2, removedAt);
    statement.bind(3, static_cast<int>(files));
    statement.bind(4, files == RemovedFiles::Kept ? 0 : 1);
    statement.exec();
}

std::vector<RemovedRecord> RemovedStore::loadAll() {
    SQLite::Statement rows(m_database, kSelect + " ORDER BY removed_at DESC, place DESC");
    std::vector<RemovedRecord> records;
    while (rows.executeStep())
        records.push_back(recordOf(rows));
    return records;
}

std::optional<RemovedRecord> RemovedStore::load(const TorrentId& id) {
    SQLite::Statement row(m_database, kSelect + " WHERE id = ?");
    bindDigest(row, 1, id);
    return row.executeStep() ? std::optional(recordOf(row)) : std::nullopt;
}

void RemovedStore::addBinned(const TorrentId& id, const std::vector<BinnedFile>& files) {
    SQLite::Statement statement(
        m_database, "INSERT OR REPLACE INTO removed_file (place, path, bin)"
                    " SELECT place, ?2, ?3 FROM torrent WHERE id = ?1");
    for (const BinnedFile& file : files) {
        bindDigest(statement, 1, id);
        statement.bind(2, file.path);
        statement.bind(3, file.bin);
        statement.exec();
        statement.reset();
    }
}

std::vector<BinnedFile> RemovedStore::binned(const TorrentId& id) {
    SQLite::Statement rows(
        m_database, "SELECT path, bin FROM removed_file WHERE place = (SELECT place FROM torrent WHERE id = ?)"
                    " ORDER BY path");
    bindDigest(rows, 1, id);
    std::vector<BinnedFile> files;
    while (rows.executeStep())
        files.push_back({std::string(bytesOf(rows.getColumn(0))), std::string(bytesOf(rows.getColumn(1)))});
    return files;
}

void RemovedStore::setDone(const TorrentId& id) {
    runFor(m_database, "UPDATE removed SET pending = 0 WHERE place = (SELECT place FROM torrent WHERE id = ?)", id);
}

bool RemovedStore::restore(const TorrentId& id) {
    runFor(m_database, "DELETE FROM removed WHERE place = (SELECT place FROM torrent WHERE id = ?)", id);
    const bool wasRemoved = m_database.getChanges() > 0;
    runFor(m_database, "DELETE FROM removed_file WHERE place = (SELECT place FROM torrent WHERE id = ?)", id);
    return wasRemoved;
}

int RemovedStore::purge(std::int64_t before) {
    SQLite::Statement statement(
        m_database, "DELETE FROM torrent WHERE place IN"
                    " (SELECT place FROM removed WHERE removed_at < ? AND pending = 0)");
    statement.bind(1, before);
    return statement.exec();
}

} // namespace essaim::storage
