// Trackers of friends that stand in for this one, and what was reported here while it stood in for others.
#pragma once

#include "core/info_hash.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <vector>

namespace essaim::storage {

/// A friend whose tracker the host has accepted.
struct StandInRecord {
    std::int64_t friendId = 0;
    std::vector<std::string> urls; ///< announce URLs without keys, best first
    std::int64_t mergedAt = 0;     ///< what it reported up to then is in the totals; Unix seconds of its clock

    bool operator==(const StandInRecord&) const = default;
};

/// One running program of a member of another host's tracker, on one torrent.
struct StandInReportRecord {
    std::int64_t member = 0; ///< negative
    TorrentId torrent;
    std::uint64_t client = 0;
    std::uint64_t firstUploaded = 0; ///< as it said when it came here
    std::uint64_t firstDownloaded = 0;
    std::int64_t firstAt = 0; ///< Unix seconds
    std::uint64_t uploaded = 0;
    std::uint64_t downloaded = 0;
    std::int64_t lastAt = 0;
    std::int64_t lacking = -1; ///< bytes; -1 = not said
    std::string program = {};

    bool operator==(const StandInReportRecord&) const = default;
};

/// Statements on tracker.db; the same rules as TorrentStore.
class StandInStore {
public:
    explicit StandInStore(SQLite::Database& database)
        : m_database(database) {}

    [[nodiscard]] std::vector<StandInRecord> loadStandIns();
    void putStandIn(const StandInRecord& record);
    void removeStandIn(std::int64_t friendId);

    [[nodiscard]] std::vector<StandInReportRecord> loadReports();
    void putReport(const StandInReportRecord& record);
    void removeReport(std::int64_t member, const TorrentId& torrent, std::uint64_t client);

private:
    SQLite::Database& m_database;
};

} // namespace essaim::storage
