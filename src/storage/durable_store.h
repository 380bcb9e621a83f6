// Which pieces of a torrent are known to have reached the disk itself.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace essaim::storage {

/// What a power cut cannot take back.
struct DurableRecord {
    TorrentId id;
    bool complete = false; ///< every piece
    std::string pieces;    ///< one bit a piece, the first in the highest bit of the first byte; empty when complete
    std::int64_t syncedAt = 0;
    bool operator==(const DurableRecord&) const = default;
};

/// Statements on the table durable; as TorrentStore, to be made inside a unit of work.
class DurableStore {
public:
    explicit DurableStore(SQLite::Database& database)
        : m_database(database) {}

    /// Rows of unknown torrents are ignored.
    void put(const DurableRecord& record);
    /// Nothing of it is known to be on the disk any more.
    void forget(const TorrentId& id);
    [[nodiscard]] std::vector<DurableRecord> loadAll();
    [[nodiscard]] std::optional<DurableRecord> load(const TorrentId& id);

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
