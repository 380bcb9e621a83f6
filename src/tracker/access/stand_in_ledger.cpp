#include "tracker/access/stand_in_ledger.h"

namespace essaim::tracker {

namespace {

using storage::StandInReportRecord;
using storage::StandInStore;

constexpr std::int64_t kSilence = 3600; ///< seconds after which a program does not come back

} // namespace

Expected<void> StandInLedger::load(std::int64_t now) {
    if (!m_database)
        return {};
    auto loaded = m_database->run(
        Operation::OpenStore, [](SQLite::Database& database) { return StandInStore(database).loadReports(); });
    if (!loaded)
        return std::unexpected(loaded.error());
    const std::lock_guard lock(m_mutex);
    for (auto& record : *loaded) {
        const Key key = keyOf(record);
        if (record.lastAt + kKeptFor < now) {
            m_changed.insert(key);
        } else {
            m_byTime.emplace(record.lastAt, key);
            m_entries.emplace(key, std::move(record));
        }
    }
    return {};
}

StandInLedger::Entries::iterator StandInLedger::erase(Entries::iterator at) {
    m_changed.insert(at->first);
    m_byTime.erase({at->second.lastAt, at->first});
    return m_entries.erase(at);
}

void StandInLedger::makeRoom() {
    if (m_entries.size() >= kMostEntries)
        erase(m_entries.find(m_byTime.begin()->second));
}

void StandInLedger::hear(StandInReportRecord& record, std::int64_t now) {
    const Key key = keyOf(record);
    m_byTime.erase({record.lastAt, key});
    m_byTime.emplace(now, key);
    record.lastAt = now;
}

void StandInLedger::record(const AccountedAnnounce& announce, std::int64_t now) {
    const std::lock_guard lock(m_mutex);
    const Key key{announce.friendId, announce.torrent, announce.client};
    auto found = m_entries.find(key);
    if (found == m_entries.end()) {
        if (announce.isStopped)
            return;
        makeRoom();
        found = m_entries.emplace(key, StandInReportRecord{announce.friendId, announce.torrent, announce.client}).first;
        found->second.firstAt = 0;
    }
    auto& record = found->second;
    if (record.firstAt == 0 || announce.uploaded < record.uploaded || announce.downloaded < record.downloaded) {
        record.firstUploaded = announce.uploaded;
        record.firstDownloaded = announce.downloaded;
        record.firstAt = now;
    }
    record.uploaded = announce.uploaded;
    record.downloaded = announce.downloaded;
    hear(record, now);
    record.lacking = announce.lacking;
    record.program.clear();
    for (const char c : announce.program) {
        if (c >= ' ' && c <= '~')
            record.program += c;
    }
    m_changed.insert(key);
}

StandInReport StandInLedger::report(
    const std::vector<std::pair<std::int64_t, Sha256Hash>>& members, std::int64_t after, std::int64_t now) {
    StandInReport report;
    report.now = now;
    const std::lock_guard lock(m_mutex);
    for (const auto& [member, digest] : members) {
        auto at = m_entries.lower_bound({member, {}, 0});
        while (at != m_entries.end() && std::get<0>(at->first) == member) {
            const auto& record = at->second;
            if (record.lastAt >= after)
                report.entries.push_back({digest, record});
            at = record.lastAt < after && record.lastAt + kSilence < now ? erase(at) : std::next(at);
        }
    }
    return report;
}

void StandInLedger::save() {
    std::vector<StandInReportRecord> kept;
    std::vector<Key> gone;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& key : m_changed) {
            const auto found = m_entries.find(key);
            if (found != m_entries.end())
                kept.push_back(found->second);
            else
                gone.push_back(key);
        }
        m_changed.clear();
    }
    if (!m_database || (kept.empty() && gone.empty()))
        return;
    m_database->post(
        Operation::SaveStore, [kept = std::move(kept), gone = std::move(gone)](SQLite::Database& database) {
            StandInStore store(database);
            for (const auto& record : kept)
                store.putReport(record);
            for (const auto& [member, torrent, client] : gone)
                store.removeReport(member, torrent, client);
        });
}

} // namespace essaim::tracker
