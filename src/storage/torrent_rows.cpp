#include "storage/torrent_rows.h"

#include "storage/checksum.h"
#include "storage/columns.h"
#include "storage/torrent_facts.h"

#include <fmt/format.h>

#include <ctime>

namespace essaim::storage {

std::string selectTorrents(bool withMetadata) {
    std::string sql =
        "SELECT torrent.place, id, v1, v2, name, chosen_name, save_path, final_path, source, extra_trackers, trackers,"
        "       web_seeds, file_priorities,"
        "       renamed_files, category, tags, flags, queue_position, download_limit, upload_limit, paused,"
        "       added_at, completed_at, uploaded, downloaded, last_activity, active_seconds, seeding_seconds,"
        "       torrent.checksum";
    sql += withMetadata ? ", metadata.torrent, metadata.checksum"
                          " FROM torrent LEFT JOIN metadata ON metadata.place = torrent.place"
                        : ", NULL, NULL FROM torrent";
    return sql;
}

TorrentRow TorrentRow::read(SQLite::Statement& row) {
    TorrentRow result;
    TorrentRecord& record = result.record;
    int column = 0;
    const auto next = [&] { return row.getColumn(column++); };
    result.place = next().getInt64();
    record.id = digestOf<20>(next()).value_or(TorrentId{});
    record.infoHash.v1 = digestOf<20>(next());
    record.infoHash.v2 = digestOf<32>(next());
    record.name = bytesOf(next());
    record.chosenName = bytesOf(next());
    record.savePath = bytesOf(next());
    record.finalPath = bytesOf(next());
    record.source = bytesOf(next());
    record.extraTrackers = bytesOf(next());
    record.trackers = bytesOf(next());
    record.webSeeds = bytesOf(next());
    record.filePriorities = bytesOf(next());
    result.isReadable = decodeRenamedFiles(bytesOf(next()), record.renamedFiles);
    record.category = bytesOf(next());
    record.tags = splitTags(bytesOf(next()));
    setFlagsNumber(record, next().getInt64());
    record.queuePosition = next().getInt();
    record.downloadLimit = next().getInt64();
    record.uploadLimit = next().getInt64();
    record.paused = next().getInt64() != 0;
    record.addedAt = next().getInt64();
    record.completedAt = next().getInt64();
    record.uploaded = next().getInt64();
    record.downloaded = next().getInt64();
    record.lastActivity = next().getInt64();
    record.activeSeconds = next().getInt64();
    record.seedingSeconds = next().getInt64();
    result.checksum = next().getInt64();
    record.metadata = bytesOf(next());
    const auto metadataSum = next();
    result.metadataChecksum = metadataSum.isNull() ? -1 : metadataSum.getInt64();
    return result;
}

std::string TorrentRow::damage() const {
    if (checksum != -1 && checksum != factsChecksum(record))
        return "the checksum of the facts is wrong";
    if (!isReadable)
        return "the names of the files cannot be read";
    return impossibleFact(record);
}

bool TorrentRow::isMetadataDamaged() const {
    return metadataChecksum != -1 && metadataChecksum != storage::metadataChecksum(record.id, record.metadata);
}

SQLite::Statement& Prepared::get(SQLite::Database& database, const std::string& sql) {
    if (m_statement)
        m_statement->reset();
    else
        m_statement.emplace(database, sql);
    return *m_statement;
}

void putFacts(SQLite::Database& database, const TorrentRecord& record) {
    Prepared put;
    putFacts(database, record, put);
}

void putFacts(SQLite::Database& database, const TorrentRecord& record, Prepared& put) {
    static const std::string sql = [] {
        const char* const columns[] = {
            "v1",
            "v2",
            "name",
            "chosen_name",
            "save_path",
            "final_path",
            "source",
            "extra_trackers",
            "trackers",
            "web_seeds",
            "file_priorities",
            "renamed_files",
            "category",
            "tags",
            "flags",
            "queue_position",
            "download_limit",
            "upload_limit",
            "paused",
            "added_at",
            "completed_at",
            "uploaded",
            "downloaded",
            "last_activity",
            "active_seconds",
            "seeding_seconds",
            "checksum"};
        std::string names;
        std::string values;
        std::string updates;
        for (const char* column : columns) {
            names += fmt::format(", {}", column);
            values += ", ?";
            updates += fmt::format("{}{} = excluded.{}", updates.empty() ? "" : ", ", column, column);
        }
        return fmt::format(
            "INSERT INTO torrent (id{}) VALUES (?{}) ON CONFLICT (id) DO UPDATE SET {}", names, values, updates);
    }();
    SQLite::Statement& statement = put.get(database, sql);
    const auto tags = joinTags(record.tags);
    const auto renamed = encodeRenamedFiles(record.renamedFiles);
    int parameter = 0;
    bindDigest(statement, ++parameter, record.id);
    bindDigest(statement, ++parameter, record.infoHash.v1);
    bindDigest(statement, ++parameter, record.infoHash.v2);
    for (const std::string* text :
         {&record.name, &record.chosenName, &record.savePath, &record.finalPath, &record.source, &record.extraTrackers,
          &record.trackers, &record.webSeeds})
        statement.bindNoCopy(++parameter, *text);
    bindBlob(statement, ++parameter, record.filePriorities);
    bindBlob(statement, ++parameter, renamed);
    statement.bindNoCopy(++parameter, record.category);
    statement.bindNoCopy(++parameter, tags);
    for (const std::int64_t number :
         {flagsNumber(record), std::int64_t{record.queuePosition}, record.downloadLimit, record.uploadLimit,
          std::int64_t{record.paused}, record.addedAt, record.completedAt, record.uploaded, record.downloaded,
          record.lastActivity, record.activeSeconds, record.seedingSeconds, factsChecksum(record)})
        statement.bind(++parameter, number);
    statement.exec();
    statement.reset();
}

std::int64_t metadataChecksum(const TorrentId& id, std::string_view metadata) {
    return crc32c(metadata, crc32c(id.toHex()));
}

std::int64_t resumeChecksum(const TorrentId& id, std::string_view data, const ResumeOrigin& origin) {
    std::uint32_t checksum = crc32c(id.toHex());
    if (origin.run != 0) // data of version 1 has no origin
        checksum = crc32c(fmt::format("{}:{}:{}:", origin.run, origin.sequence, origin.bootId), checksum);
    return crc32c(data, checksum);
}

void quarantine(
    SQLite::Database& database, const std::string& origin, const std::string& reason, std::string_view id,
    std::string_view content) {
    SQLite::Statement statement(
        database, "INSERT INTO quarantine (found_at, origin, reason, torrent, content) VALUES (?, ?, ?, ?, ?)");
    statement.bind(1, static_cast<std::int64_t>(std::time(nullptr)));
    statement.bind(2, origin);
    statement.bind(3, reason);
    bindBlob(statement, 4, id);
    bindBlob(statement, 5, content);
    statement.exec();
    // A disk that goes bad must not fill the other half of itself with what it damages.
    database.exec("DELETE FROM quarantine WHERE place <= (SELECT max(place) FROM quarantine) - 1000");
}

} // namespace essaim::storage
