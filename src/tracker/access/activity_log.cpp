#include "tracker/access/activity_log.h"

namespace essaim::tracker {

Expected<void> ActivityLog::load() {
    if (!m_database)
        return {};
    auto loaded = m_database->run(Operation::OpenStore, [](SQLite::Database& database) {
        return storage::ActivityStore(database).load(kMostEntries);
    });
    if (!loaded)
        return std::unexpected(loaded.error());
    const std::lock_guard lock(m_mutex);
    for (auto& record : *loaded) {
        if (record.kind >= 0 && record.kind < kActivityKinds) // others are of a newer version
            m_entries.push_back(
                {record.at, static_cast<Activity>(record.kind), std::move(record.subject), std::move(record.detail)});
    }
    m_version = m_entries.size();
    return {};
}

void ActivityLog::note(const ActivityEntry& entry) {
    {
        const std::lock_guard lock(m_mutex);
        m_entries.push_front(entry);
        if (m_entries.size() > kMostEntries)
            m_entries.pop_back();
    }
    m_version.fetch_add(1, std::memory_order_relaxed);
    if (m_database)
        m_database->post(Operation::SaveStore, [entry](SQLite::Database& database) {
            storage::ActivityStore(database).add(
                {entry.at, static_cast<int>(entry.kind), entry.subject, entry.detail}, kMostEntries);
        });
}

std::vector<ActivityEntry> ActivityLog::entries() const {
    const std::lock_guard lock(m_mutex);
    return {m_entries.begin(), m_entries.end()};
}

} // namespace essaim::tracker
