// Statements on the table hosted.
#include "storage/tracker_store.h"

#include "storage/columns.h"

namespace essaim::storage {

namespace {

Visibility visibilityOf(int number) {
    switch (number) {
    case 0:
        return Visibility::Everyone;
    case 1:
        return Visibility::Friends;
    default:
        return Visibility::Chosen; // the strictest for what a later version may have written
    }
}

std::map<TorrentId, std::vector<std::int64_t>> loadChosen(SQLite::Database& database) {
    std::map<TorrentId, std::vector<std::int64_t>> chosen;
    SQLite::Statement rows(database, "SELECT torrent, friend FROM hosted_friend ORDER BY friend");
    while (rows.executeStep()) {
        if (const auto torrent = digestOf<20>(rows.getColumn(0)))
            chosen[*torrent].push_back(rows.getColumn(1).getInt64());
    }
    return chosen;
}

void remove(SQLite::Database& database, const char* sql, const TorrentId& id) {
    SQLite::Statement statement(database, sql);
    bindDigest(statement, 1, id);
    statement.exec();
}

} // namespace

std::vector<HostedRecord> TrackerStore::loadHosted() {
    auto chosen = loadChosen(m_database);
    SQLite::Statement rows(
        m_database, "SELECT v1, v2, name, size, hosted_at, completed, visibility, is_private, taken_down_at FROM hosted"
                    " ORDER BY place");
    std::vector<HostedRecord> records;
    while (rows.executeStep()) {
        HostedRecord record;
        record.infoHash.v1 = digestOf<20>(rows.getColumn(0));
        record.infoHash.v2 = digestOf<32>(rows.getColumn(1));
        record.name = bytesOf(rows.getColumn(2));
        record.size = rows.getColumn(3).getInt64();
        record.hostedAt = rows.getColumn(4).getInt64();
        record.completed = rows.getColumn(5).getInt64();
        record.visibility = visibilityOf(rows.getColumn(6).getInt());
        record.isPrivate = rows.getColumn(7).getInt() != 0;
        record.takenDownAt = rows.getColumn(8).getInt64();
        record.chosen = std::move(chosen[record.infoHash.id()]);
        records.push_back(std::move(record));
    }
    return records;
}

void TrackerStore::putHosted(const HostedRecord& record) {
    SQLite::Statement statement(
        m_database, "INSERT INTO hosted (id, v1, v2, name, size, hosted_at, completed, visibility, is_private,"
                    " taken_down_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    " ON CONFLICT (id) DO UPDATE SET v1 = excluded.v1, v2 = excluded.v2, name = excluded.name,"
                    "  size = excluded.size, hosted_at = excluded.hosted_at, completed = excluded.completed,"
                    "  visibility = excluded.visibility, is_private = excluded.is_private,"
                    "  taken_down_at = excluded.taken_down_at");
    const TorrentId id = record.infoHash.id();
    bindDigest(statement, 1, id);
    bindDigest(statement, 2, record.infoHash.v1);
    bindDigest(statement, 3, record.infoHash.v2);
    statement.bind(4, record.name);
    statement.bind(5, record.size);
    statement.bind(6, record.hostedAt);
    statement.bind(7, record.completed);
    statement.bind(8, static_cast<int>(record.visibility));
    statement.bind(9, record.isPrivate ? 1 : 0);
    statement.bind(10, record.takenDownAt);
    statement.exec();
    remove(m_database, "DELETE FROM hosted_friend WHERE torrent = ?", id);
    for (const auto one : record.chosen) {
        SQLite::Statement insert(m_database, "INSERT OR IGNORE INTO hosted_friend (torrent, friend) VALUES (?, ?)");
        bindDigest(insert, 1, id);
        insert.bind(2, one);
        insert.exec();
    }
}

void TrackerStore::removeHosted(const TorrentId& id) {
    for (const char* const sql :
         {"DELETE FROM hosted WHERE id = ?", "DELETE FROM hosted_friend WHERE torrent = ?",
          "DELETE FROM hosted_file WHERE torrent = ?"})
        remove(m_database, sql, id);
}

void TrackerStore::putFile(const TorrentId& id, std::string_view bytes) {
    SQLite::Statement statement(m_database, "INSERT OR REPLACE INTO hosted_file (torrent, bytes) VALUES (?, ?)");
    bindDigest(statement, 1, id);
    bindBlob(statement, 2, bytes);
    statement.exec();
}

std::map<TorrentId, std::string> TrackerStore::loadFiles() {
    std::map<TorrentId, std::string> files;
    SQLite::Statement rows(m_database, "SELECT torrent, bytes FROM hosted_file");
    while (rows.executeStep()) {
        if (const auto torrent = digestOf<20>(rows.getColumn(0)))
            files.emplace(*torrent, bytesOf(rows.getColumn(1)));
    }
    return files;
}

void TrackerStore::setCompleted(const TorrentId& id, std::int64_t completed) {
    SQLite::Statement statement(m_database, "UPDATE hosted SET completed = ? WHERE id = ?");
    statement.bind(1, completed);
    bindDigest(statement, 2, id);
    statement.exec();
}

} // namespace essaim::storage
