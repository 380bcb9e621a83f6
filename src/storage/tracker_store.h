// What the embedded tracker remembers: the torrents it hosts and how often each was completed.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::storage {

/// With whom a hosted torrent is shared; the numbers stand in the database.
enum class Visibility : std::uint8_t {
    Everyone = 0, ///< whoever knows it
    Friends = 1,
    Chosen = 2, ///< some friends
};

/// One hosted torrent; a hybrid is one row with two hashes.
struct HostedRecord {
    InfoHash infoHash;
    std::string name;
    std::int64_t size = 0;      ///< bytes of content
    std::int64_t hostedAt = 0;  ///< Unix seconds
    std::int64_t completed = 0; ///< downloads finished while hosted here
    Visibility visibility = Visibility::Everyone;
    bool isPrivate = false;           ///< BEP 27
    std::vector<std::int64_t> chosen; ///< friends, ascending; for Visibility::Chosen
    std::int64_t takenDownAt = 0;     ///< Unix seconds; 0 = it is shared. Otherwise kept for those who undo it

    bool operator==(const HostedRecord&) const = default;
};

/// Statements on tracker.db; the same rules as TorrentStore.
class TrackerStore {
public:
    explicit TrackerStore(SQLite::Database& database)
        : m_database(database) {}

    /// Those that were taken down, too.
    [[nodiscard]] std::vector<HostedRecord> loadHosted();
    void putHosted(const HostedRecord& record);
    void removeHosted(const TorrentId& id);
    /// The .torrent of a hosted torrent. Goes with removeHosted().
    void putFile(const TorrentId& id, std::string_view bytes);
    [[nodiscard]] std::map<TorrentId, std::string> loadFiles();
    void setCompleted(const TorrentId& id, std::int64_t completed);

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
