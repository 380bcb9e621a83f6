// The list of torrents and what is needed to bring each back after a restart.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace essaim::storage {

/// What the user knows and chose about a torrent. Lives in columns, never only inside resume data.
struct TorrentRecord {
    InfoHash infoHash; ///< infoHash.id() when added is the key; see `id`
    TorrentId id;
    std::string name;           ///< shown until metadata is known: display name of the magnet
    std::string savePath;       ///< absolute, UTF-8
    std::string source;         ///< magnet link if it was added by one, else empty
    std::string extraTrackers;  ///< announce URLs that the user added, one a line
    std::string metadata;       ///< the whole .torrent, byte for byte; empty while a magnet has none yet
    std::string filePriorities; ///< one byte a file, 0 = do not download, 1..7; empty = all normal (4)
    bool paused = false;
    std::int64_t addedAt = 0;     ///< Unix seconds
    std::int64_t completedAt = 0; ///< Unix seconds, 0 = not yet
    std::int64_t uploaded = 0;    ///< payload bytes in all sessions
    std::int64_t downloaded = 0;
    std::string resumeData; ///< bencoded by the engine; empty = check the files

    bool operator==(const TorrentRecord&) const = default;
};

/// Resume data and totals of one torrent, saved often.
struct ResumeRecord {
    TorrentId id;
    std::string resumeData;
    std::int64_t uploaded = 0;
    std::int64_t downloaded = 0;
    std::int64_t completedAt = 0;
};

/// Statements on essaim.db. Stateless: construct it inside a unit of work of the DatabaseThread. Throws
/// SQLite::Exception, which DatabaseThread turns into an Error.
class TorrentStore {
public:
    explicit TorrentStore(SQLite::Database& database)
        : m_database(database) {}

    /// In the order in which they were added, without those that the user removed. A row whose checksum is wrong keeps
    /// its facts and loses its resume data.
    [[nodiscard]] std::vector<TorrentRecord> loadAll();
    /// One torrent, whether it is in the list or was removed a while ago.
    [[nodiscard]] std::optional<TorrentRecord> load(const TorrentId& id);
    /// The whole .torrent of one torrent; empty if it is unknown or a magnet without metadata.
    [[nodiscard]] std::string metadata(const TorrentId& id);
    /// Adds the torrent or replaces its row.
    void put(const TorrentRecord& record);
    /// Rows of unknown torrents are ignored (removed meanwhile).
    void putResume(const std::vector<ResumeRecord>& records);
    void setPaused(const TorrentId& id, bool paused);
    void
    setMetadata(const TorrentId& id, const InfoHash& infoHash, const std::string& name, const std::string& metadata);
    void setFilePriorities(const TorrentId& id, const std::string& priorities);
    void setExtraTrackers(const TorrentId& id, const std::string& urls);
    void remove(const TorrentId& id);

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
