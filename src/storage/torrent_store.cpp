// Statements on the tables torrent, metadata and resume.
#include "storage/torrent_store.h"

#include "storage/checksum.h"
#include "storage/columns.h"

namespace essaim::storage {

namespace {

/// Covers the id too, so that data in the wrong row is found as well.
std::uint32_t resumeChecksum(const TorrentId& id, std::string_view data) {
    return crc32c(data, crc32c(id.toHex()));
}

constexpr auto kSelectFacts =
    "SELECT id, v1, v2, name, save_path, source, extra_trackers, file_priorities, paused, added_at, completed_at,"
    "       uploaded, downloaded, metadata.torrent, resume.data, resume.checksum"
    " FROM torrent LEFT JOIN metadata USING (place) LEFT JOIN resume USING (place)";

TorrentRecord readFacts(SQLite::Statement& row) {
    TorrentRecord record;
    int column = 0;
    record.id = digestOf<20>(row.getColumn(column++)).value_or(TorrentId{});
    record.infoHash.v1 = digestOf<20>(row.getColumn(column++));
    record.infoHash.v2 = digestOf<32>(row.getColumn(column++));
    record.name = bytesOf(row.getColumn(column++));
    record.savePath = bytesOf(row.getColumn(column++));
    record.source = bytesOf(row.getColumn(column++));
    record.extraTrackers = bytesOf(row.getColumn(column++));
    record.filePriorities = bytesOf(row.getColumn(column++));
    record.paused = row.getColumn(column++).getInt() != 0;
    record.addedAt = row.getColumn(column++).getInt64();
    record.completedAt = row.getColumn(column++).getInt64();
    record.uploaded = row.getColumn(column++).getInt64();
    record.downloaded = row.getColumn(column++).getInt64();
    record.metadata = bytesOf(row.getColumn(column++));
    const auto resume = bytesOf(row.getColumn(column++));
    if (row.getColumn(column).getInt64() == resumeChecksum(record.id, resume))
        record.resumeData = resume;
    return record;
}

void putFacts(SQLite::Database& database, const TorrentRecord& record) {
    SQLite::Statement statement(
        database, "INSERT INTO torrent (id, v1, v2, name, save_path, source, extra_trackers, file_priorities,"
                  "                     paused, added_at, completed_at, uploaded, downloaded)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                  " ON CONFLICT (id) DO UPDATE SET v1 = excluded.v1, v2 = excluded.v2, name = excluded.name,"
                  "  save_path = excluded.save_path, source = excluded.source,"
                  "  extra_trackers = excluded.extra_trackers, file_priorities = excluded.file_priorities,"
                  "  paused = excluded.paused, added_at = excluded.added_at, completed_at = excluded.completed_at,"
                  "  uploaded = excluded.uploaded, downloaded = excluded.downloaded");
    int parameter = 0;
    bindDigest(statement, ++parameter, record.id);
    bindDigest(statement, ++parameter, record.infoHash.v1);
    bindDigest(statement, ++parameter, record.infoHash.v2);
    statement.bind(++parameter, record.name);
    statement.bind(++parameter, record.savePath);
    statement.bind(++parameter, record.source);
    statement.bind(++parameter, record.extraTrackers);
    bindBlob(statement, ++parameter, record.filePriorities);
    statement.bind(++parameter, record.paused ? 1 : 0);
    statement.bind(++parameter, record.addedAt);
    statement.bind(++parameter, record.completedAt);
    statement.bind(++parameter, record.uploaded);
    statement.bind(++parameter, record.downloaded);
    statement.exec();
}

void putMetadata(SQLite::Database& database, const TorrentId& id, std::string_view metadata) {
    SQLite::Statement statement(
        database, metadata.empty()
                      ? "DELETE FROM metadata WHERE place = (SELECT place FROM torrent WHERE id = ?1)"
                      : "INSERT OR REPLACE INTO metadata (place, torrent) SELECT place, ?2 FROM torrent WHERE id = ?1");
    bindDigest(statement, 1, id);
    if (!metadata.empty())
        bindBlob(statement, 2, metadata);
    statement.exec();
}

void putResumeData(SQLite::Database& database, const TorrentId& id, std::string_view data) {
    SQLite::Statement statement(
        database, data.empty() ? "DELETE FROM resume WHERE place = (SELECT place FROM torrent WHERE id = ?1)"
                               : "INSERT OR REPLACE INTO resume (place, data, checksum)"
                                 " SELECT place, ?2, ?3 FROM torrent WHERE id = ?1");
    bindDigest(statement, 1, id);
    if (!data.empty()) {
        bindBlob(statement, 2, data);
        statement.bind(3, std::int64_t{resumeChecksum(id, data)});
    }
    statement.exec();
}

/// A torrent that was removed and is added again starts anew.
void forgetFormerLife(SQLite::Database& database, const TorrentId& id) {
    for (const char* sql :
         {"DELETE FROM removed WHERE place = (SELECT place FROM torrent WHERE id = ?)",
          "DELETE FROM removed_file WHERE place = (SELECT place FROM torrent WHERE id = ?)",
          "DELETE FROM durable WHERE place = (SELECT place FROM torrent WHERE id = ?)"}) {
        SQLite::Statement statement(database, sql);
        bindDigest(statement, 1, id);
        statement.exec();
    }
}

} // namespace

std::vector<TorrentRecord> TorrentStore::loadAll() {
    SQLite::Statement rows(
        m_database,
        std::string(kSelectFacts) + " WHERE place NOT IN (SELECT place FROM removed) ORDER BY torrent.place");
    std::vector<TorrentRecord> records;
    while (rows.executeStep())
        records.push_back(readFacts(rows));
    return records;
}

std::optional<TorrentRecord> TorrentStore::load(const TorrentId& id) {
    SQLite::Statement row(m_database, std::string(kSelectFacts) + " WHERE id = ?");
    bindDigest(row, 1, id);
    return row.executeStep() ? std::optional(readFacts(row)) : std::nullopt;
}

std::string TorrentStore::metadata(const TorrentId& id) {
    SQLite::Statement row(m_database, "SELECT metadata.torrent FROM metadata JOIN torrent USING (place) WHERE id = ?");
    bindDigest(row, 1, id);
    return row.executeStep() ? std::string(bytesOf(row.getColumn(0))) : std::string();
}

void TorrentStore::put(const TorrentRecord& record) {
    putFacts(m_database, record);
    forgetFormerLife(m_database, record.id);
    putMetadata(m_database, record.id, record.metadata);
    putResumeData(m_database, record.id, record.resumeData);
}

void TorrentStore::putResume(const std::vector<ResumeRecord>& records) {
    SQLite::Statement totals(
        m_database, "UPDATE torrent SET uploaded = ?, downloaded = ?, completed_at = ? WHERE id = ?");
    for (const auto& record : records) {
        totals.bind(1, record.uploaded);
        totals.bind(2, record.downloaded);
        totals.bind(3, record.completedAt);
        bindDigest(totals, 4, record.id);
        totals.exec();
        totals.reset();
        putResumeData(m_database, record.id, record.resumeData);
    }
}

void TorrentStore::setPaused(const TorrentId& id, bool paused) {
    SQLite::Statement statement(m_database, "UPDATE torrent SET paused = ? WHERE id = ?");
    statement.bind(1, paused ? 1 : 0);
    bindDigest(statement, 2, id);
    statement.exec();
}

void TorrentStore::setMetadata(
    const TorrentId& id, const InfoHash& infoHash, const std::string& name, const std::string& metadata) {
    SQLite::Statement statement(m_database, "UPDATE torrent SET v1 = ?, v2 = ?, name = ? WHERE id = ?");
    bindDigest(statement, 1, infoHash.v1);
    bindDigest(statement, 2, infoHash.v2);
    statement.bind(3, name);
    bindDigest(statement, 4, id);
    statement.exec();
    putMetadata(m_database, id, metadata);
}

void TorrentStore::setFilePriorities(const TorrentId& id, const std::string& priorities) {
    SQLite::Statement statement(m_database, "UPDATE torrent SET file_priorities = ? WHERE id = ?");
    bindBlob(statement, 1, priorities);
    bindDigest(statement, 2, id);
    statement.exec();
}

void TorrentStore::setExtraTrackers(const TorrentId& id, const std::string& urls) {
    SQLite::Statement statement(m_database, "UPDATE torrent SET extra_trackers = ? WHERE id = ?");
    statement.bind(1, urls);
    bindDigest(statement, 2, id);
    statement.exec();
}

void TorrentStore::remove(const TorrentId& id) {
    SQLite::Statement statement(m_database, "DELETE FROM torrent WHERE id = ?");
    bindDigest(statement, 1, id);
    statement.exec();
}

} // namespace essaim::storage
