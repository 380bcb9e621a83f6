// Notes what happens, in memory and in tracker.db.
#pragma once

#include "storage/activity_store.h"
#include "storage/database.h"
#include "tracker/activity.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <vector>

namespace essaim::tracker {

/// Thread-safe. Noting does not wait for the disk: what is noted last may be lost when the power goes. Never on the
/// path of an announce, but when a friend comes or completes something for the first time.
class ActivityLog {
public:
    static constexpr std::size_t kMostEntries = 10'000;

    /// `database` may be null and must outlive this.
    explicit ActivityLog(storage::DatabaseThread* database)
        : m_database(database) {}

    [[nodiscard]] Expected<void> load();
    void note(const ActivityEntry& entry);
    /// Newest first.
    [[nodiscard]] std::vector<ActivityEntry> entries() const;
    /// Grows with every entry: a reader knows by it that there is something new.
    [[nodiscard]] std::uint64_t version() const { return m_version.load(std::memory_order_relaxed); }

private:
    storage::DatabaseThread* m_database;
    mutable std::mutex m_mutex;
    std::deque<ActivityEntry> m_entries; ///< newest first; guarded by m_mutex
    std::atomic<std::uint64_t> m_version{0};
};

} // namespace essaim::tracker
