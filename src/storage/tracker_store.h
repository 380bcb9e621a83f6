// What the embedded tracker remembers: the torrents it hosts and how often each was completed.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

namespace essaim::storage {

/// One hosted torrent; a hybrid is one row with two hashes.
struct HostedRecord {
    InfoHash infoHash;
    std::string name;
    std::int64_t size = 0;      ///< bytes of content
    std::int64_t hostedAt = 0;  ///< Unix seconds
    std::int64_t completed = 0; ///< downloads finished while hosted here

    bool operator==(const HostedRecord&) const = default;
};

/// Statements on tracker.db; the same rules as TorrentStore.
class TrackerStore {
public:
    explicit TrackerStore(SQLite::Database& database)
        : m_database(database) {}

    [[nodiscard]] std::vector<HostedRecord> loadHosted();
    void putHosted(const HostedRecord& record);
    void removeHosted(const TorrentId& id);
    void setCompleted(const TorrentId& id, std::int64_t completed);

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
