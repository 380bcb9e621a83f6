// Torrents that the user removed, kept for a while so that they can be brought back.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace essaim::storage {

/// What was to become of the files.
enum class RemovedFiles : std::uint8_t { Kept = 0, Bin = 1, Deleted = 2 };

struct RemovedRecord {
    TorrentId id;
    std::string name;
    std::string savePath;
    std::int64_t removedAt = 0; ///< Unix seconds
    RemovedFiles files = RemovedFiles::Kept;
    bool pending = false; ///< the files are still to be dealt with
    InfoHash infoHash{};
    bool operator==(const RemovedRecord&) const = default;
};

/// A file or folder that lies in the bin: both paths absolute.
struct BinnedFile {
    std::string path; ///< where it was
    std::string bin;  ///< where it is
    bool operator==(const BinnedFile&) const = default;
};

/// Statements on the tables removed and removed_file; as TorrentStore, to be made inside a unit of work. A removed
/// torrent keeps all its rows; loadAll() of TorrentStore leaves it out.
class RemovedStore {
public:
    explicit RemovedStore(SQLite::Database& database)
        : m_database(database) {}

    void put(const TorrentId& id, std::int64_t removedAt, RemovedFiles files);
    /// The last removed first.
    [[nodiscard]] std::vector<RemovedRecord> loadAll();
    /// Nothing if the torrent is not among the removed ones.
    [[nodiscard]] std::optional<RemovedRecord> load(const TorrentId& id);
    void addBinned(const TorrentId& id, const std::vector<BinnedFile>& files);
    [[nodiscard]] std::vector<BinnedFile> binned(const TorrentId& id);
    /// The files have been dealt with.
    void setDone(const TorrentId& id);
    /// The torrent is in the list again. False if it was not among the removed ones.
    bool restore(const TorrentId& id);
    /// Forgets for good what was removed before that moment and is not pending. Returns how many.
    int purge(std::int64_t before);

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
