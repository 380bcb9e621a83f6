// Columns of the tables torrent, metadata and resume_data. Private to the store.
#pragma once

#include "storage/torrent_record.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace essaim::storage {

/// "SELECT … FROM torrent …", to be followed by WHERE and ORDER BY. Without metadata, no large blob is read.
[[nodiscard]] std::string selectTorrents(bool withMetadata);

/// One row of selectTorrents(), as it stands there.
struct TorrentRow {
    std::int64_t place = 0;
    TorrentRecord record; ///< without resume data
    std::int64_t checksum = -1;
    std::int64_t metadataChecksum = -1;
    bool isReadable = true; ///< false: a column holds what none can be read of

    /// Reads the columns; the checksums are not looked at.
    [[nodiscard]] static TorrentRow read(SQLite::Statement& row);
    /// What is wrong with the facts, in English; empty if nothing is. A row without a checksum is from an old version.
    [[nodiscard]] std::string damage() const;
    [[nodiscard]] bool isMetadataDamaged() const;
};

/// A statement that is used for many rows: compiling one costs more than running it. Lives within a unit of work.
class Prepared {
public:
    /// The first call compiles `sql`, which must be the same in every call; each resets it.
    SQLite::Statement& get(SQLite::Database& database, const std::string& sql);

private:
    std::optional<SQLite::Statement> m_statement;
};

/// Writes all columns of one row, with its checksum. Adds it if it is new.
void putFacts(SQLite::Database& database, const TorrentRecord& record);
/// The same for many rows, with one and the same `put`.
void putFacts(SQLite::Database& database, const TorrentRecord& record, Prepared& put);

/// Covers the id too, so that data in the wrong row is found as well.
[[nodiscard]] std::int64_t metadataChecksum(const TorrentId& id, std::string_view metadata);
[[nodiscard]] std::int64_t resumeChecksum(const TorrentId& id, std::string_view data, const ResumeOrigin& origin);

/// Keeps what was found, for people to look at.
void quarantine(
    SQLite::Database& database, const std::string& origin, const std::string& reason, std::string_view id,
    std::string_view content);

} // namespace essaim::storage
