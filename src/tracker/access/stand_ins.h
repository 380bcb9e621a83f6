// Friends whose trackers stand in for this one: what they offered, and whom the host accepted.
#pragma once

#include "core/error.h"
#include "storage/database.h"
#include "storage/stand_in_store.h"
#include "tracker/stand_in.h"

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace essaim::tracker {

/// Offers live in memory, since they are repeated every few minutes; what was accepted is in tracker.db. Thread-safe;
/// not on the path of an announce. What is durable when it returns waits for the disk, and nothing else waits for it.
/// Times are Unix seconds.
class StandIns {
public:
    static constexpr std::size_t kMostUrls = 3;
    static constexpr std::size_t kMostAccepted = 4; ///< each makes every link longer

    /// `database` may be null and must outlive this.
    explicit StandIns(storage::DatabaseThread* database)
        : m_database(database) {}

    [[nodiscard]] Expected<void> load();

    /// A friend says that its tracker may stand in, and where; or, without addresses, that it does not (any more).
    /// Waits for nothing; takeOffers() makes it last.
    void offer(std::int64_t friendId, std::vector<std::string> urls, std::int64_t now);
    /// Of those who were accepted: who is elsewhere now, and who has withdrawn. Durable when it returns.
    struct Changes {
        std::vector<std::int64_t> withdrawn;
        bool any = false;
    };
    [[nodiscard]] Changes takeOffers();

    /// NotFound if there is no offer of this friend; Unsupported if there are kMostAccepted. Durable when it returns,
    /// as are the two below.
    [[nodiscard]] Expected<void> accept(std::int64_t friendId);
    [[nodiscard]] Expected<void> end(std::int64_t friendId);
    /// What it reported up to `mergedAt` (by its clock) is in the totals.
    [[nodiscard]] Expected<void> answered(std::int64_t friendId, std::int64_t mergedAt, std::int64_t now);

    [[nodiscard]] std::vector<storage::StandInRecord> accepted() const;
    [[nodiscard]] std::vector<StandInStatus> statuses() const; ///< without `reportUrl`

    /// A host for which this tracker stands in has asked what happened.
    void noteCall() { ++m_calls; }
    [[nodiscard]] std::uint64_t calls() const { return m_calls; }

private:
    struct Offer {
        std::vector<std::string> urls; ///< empty = withdrawn
        std::int64_t at = 0;
    };
    [[nodiscard]] Expected<void> save(const storage::StandInRecord& record);
    [[nodiscard]] Expected<void> remove(std::int64_t friendId);

    storage::DatabaseThread* m_database;
    std::mutex m_saving;        ///< held by who changes m_accepted, while the disk is waited for too
    mutable std::mutex m_mutex; ///< never held meanwhile
    std::map<std::int64_t, storage::StandInRecord> m_accepted; ///< guarded by m_mutex
    std::map<std::int64_t, Offer> m_offers;                    ///< guarded by m_mutex
    std::map<std::int64_t, std::int64_t> m_answeredAt;         ///< guarded by m_mutex
    std::atomic<std::uint64_t> m_calls{0};
};

} // namespace essaim::tracker
