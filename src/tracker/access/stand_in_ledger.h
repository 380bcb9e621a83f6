// What programs of other hosts' members report here, until their host has heard of it.
#pragma once

#include "core/error.h"
#include "storage/database.h"
#include "tracker/access/accounting.h"
#include "tracker/access/stand_in_report.h"

#include <map>
#include <mutex>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace essaim::tracker {

/// Bounded; when it is full, what was heard of longest ago goes. Thread-safe; one lock, held for a lookup. Saved in
/// batches by the maintenance thread, never by an announce.
class StandInLedger {
public:
    static constexpr std::size_t kMostEntries = StandInReport::kMostEntries;
    static constexpr std::int64_t kKeptFor = 90 * 24 * 3600; ///< seconds

    /// `database` may be null and must outlive this.
    explicit StandInLedger(storage::DatabaseThread* database)
        : m_database(database) {}

    [[nodiscard]] Expected<void> load(std::int64_t now);
    /// `now`: Unix seconds, as in all of these. Counters that fell begin anew.
    void record(const AccountedAnnounce& announce, std::int64_t now);
    /// Of these members, what was heard since `after`. What the host knows already (before `after`) and is silent for
    /// an hour is forgotten.
    [[nodiscard]] StandInReport
    report(const std::vector<std::pair<std::int64_t, Sha256Hash>>& members, std::int64_t after, std::int64_t now);
    /// Queues what changed. Does not wait.
    void save();

private:
    using Key = std::tuple<std::int64_t, TorrentId, std::uint64_t>;
    using Entries = std::map<Key, storage::StandInReportRecord>;
    static Key keyOf(const storage::StandInReportRecord& record) {
        return {record.member, record.torrent, record.client};
    }
    void makeRoom();
    Entries::iterator erase(Entries::iterator at);
    void hear(storage::StandInReportRecord& record, std::int64_t now);

    storage::DatabaseThread* m_database;
    std::mutex m_mutex;
    Entries m_entries;                               ///< guarded by m_mutex
    std::set<std::pair<std::int64_t, Key>> m_byTime; ///< of each entry, when it was heard of; guarded by m_mutex
    std::set<Key> m_changed;                         ///< to be written, or removed if they are gone; guarded by m_mutex
};

} // namespace essaim::tracker
