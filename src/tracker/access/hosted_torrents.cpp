#include "tracker/access/hosted_torrents.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace essaim::tracker {

namespace {

using storage::HostedRecord;
using storage::TrackerStore;

bool shareAHash(const InfoHash& a, const InfoHash& b) {
    return (a.v1 && b.matches(*a.v1)) || (a.v2 && b.matches(*a.truncatedV2()));
}

std::uint32_t clampCompleted(std::int64_t completed) {
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(completed, 0, std::numeric_limits<std::uint32_t>::max()));
}

template <typename Function>
void forEachHash(const InfoHash& infoHash, Function&& function) {
    if (infoHash.v1)
        function(*infoHash.v1);
    if (const auto v2 = infoHash.truncatedV2())
        function(*v2);
}

} // namespace

Expected<void> HostedTorrents::load() {
    if (!m_database)
        return {};
    auto loaded = m_database->run(Operation::OpenStore, [](SQLite::Database& database) {
        return std::pair(TrackerStore(database).loadHosted(), storage::FriendStore(database).loadBlocked());
    });
    if (!loaded)
        return std::unexpected(loaded.error());
    const std::lock_guard lock(m_mutex);
    std::tie(m_records, m_blocked) = std::move(*loaded);
    for (const auto& record : m_records)
        host(record);
    return {};
}

Expected<void> HostedTorrents::admit(const HostedTorrent& torrent, std::int64_t now) {
    if (!torrent.infoHash.isValid())
        return failure(ErrorKind::InvalidData, Operation::SaveStore, torrent.name, "no info-hash");
    const std::lock_guard lock(m_mutex);
    HostedRecord record{torrent.infoHash, torrent.name, torrent.size, torrent.hostedAt ? torrent.hostedAt : now, 0};
    const auto known = std::ranges::find_if(
        m_records, [&](const HostedRecord& other) { return shareAHash(other.infoHash, torrent.infoHash); });
    std::optional<TorrentId> replaced;
    if (known != m_records.end()) {
        record.hostedAt = known->hostedAt;
        record.completed = std::max<std::int64_t>(known->completed, countsOf(known->infoHash).completed);
        record.infoHash.v1 = record.infoHash.v1 ? record.infoHash.v1 : known->infoHash.v1;
        record.infoHash.v2 = record.infoHash.v2 ? record.infoHash.v2 : known->infoHash.v2;
        if (known->infoHash.id() != record.infoHash.id())
            replaced = known->infoHash.id();
    }
    if (m_database) {
        const auto saved = m_database->run(Operation::SaveStore, [&](SQLite::Database& database) {
            TrackerStore store(database);
            if (replaced)
                store.removeHosted(*replaced);
            store.putHosted(record);
            forEachHash(
                record.infoHash, [&](const Sha1Hash& hash) { storage::FriendStore(database).removeBlocked(hash); });
        });
        if (!saved)
            return saved;
    }
    host(record);
    std::erase_if(m_blocked, [&](const storage::BlockedRecord& one) { return record.infoHash.matches(one.infoHash); });
    if (known != m_records.end())
        *known = std::move(record);
    else
        m_records.push_back(std::move(record));
    return {};
}

Expected<void> HostedTorrents::withdraw(const TorrentId& id, const std::string& reason, std::int64_t now) {
    const std::lock_guard lock(m_mutex);
    const auto known =
        std::ranges::find_if(m_records, [&](const HostedRecord& record) { return record.infoHash.matches(id); });
    InfoHash infoHash;
    infoHash.v1 = id;
    if (known != m_records.end())
        infoHash = known->infoHash;
    if (known == m_records.end() && reason.empty())
        return {};
    if (!reason.empty()) {
        if (auto blocked = block(infoHash, reason, now); !blocked)
            return blocked;
    }
    if (m_database && known != m_records.end()) {
        const auto saved = m_database->run(Operation::SaveStore, [&](SQLite::Database& database) {
            TrackerStore(database).removeHosted(infoHash.id());
        });
        if (!saved)
            return saved;
    }
    forEachHash(infoHash, [this](const Sha1Hash& hash) { m_store.unhost(hash); });
    if (known != m_records.end())
        m_records.erase(known);
    return {};
}

Expected<void> HostedTorrents::block(const InfoHash& infoHash, const std::string& reason, std::int64_t now) {
    std::vector<storage::BlockedRecord> added;
    forEachHash(infoHash, [&](const Sha1Hash& hash) { added.push_back({hash, reason, now}); });
    if (m_database) {
        auto saved = m_database->run(Operation::SaveStore, [&](SQLite::Database& database) {
            for (const auto& record : added)
                storage::FriendStore(database).putBlocked(record);
        });
        if (!saved)
            return saved;
    }
    std::erase_if(m_blocked, [&](const storage::BlockedRecord& one) { return infoHash.matches(one.infoHash); });
    m_blocked.insert(m_blocked.end(), added.begin(), added.end());
    return {};
}

std::vector<BlockedTorrent> HostedTorrents::blocked() const {
    const std::lock_guard lock(m_mutex);
    std::vector<BlockedTorrent> result;
    for (const auto& record : m_blocked)
        result.push_back({record.infoHash, record.reason});
    return result;
}

std::vector<InfoHash> HostedTorrents::hybrids() const {
    const std::lock_guard lock(m_mutex);
    std::vector<InfoHash> result;
    for (const auto& record : m_records) {
        if (record.infoHash.isHybrid())
            result.push_back(record.infoHash);
    }
    return result;
}

std::vector<HostedStatus> HostedTorrents::statuses() const {
    const std::lock_guard lock(m_mutex);
    std::vector<HostedStatus> result;
    result.reserve(m_records.size());
    for (const auto& record : m_records) {
        const auto counts = countsOf(record.infoHash);
        result.push_back(
            {{record.infoHash, record.name, record.size, record.hostedAt},
             counts.seeds,
             counts.leechers,
             counts.completed});
    }
    return result;
}

void HostedTorrents::saveCompleted() {
    if (!m_database)
        return;
    struct Change {
        TorrentId id;
        std::int64_t completed;
    };
    std::vector<Change> changes;
    {
        const std::lock_guard lock(m_mutex);
        for (auto& record : m_records) {
            const std::int64_t completed = countsOf(record.infoHash).completed;
            if (completed == record.completed)
                continue;
            record.completed = completed;
            changes.push_back({record.infoHash.id(), completed});
        }
    }
    if (changes.empty())
        return;
    m_database->post(Operation::SaveStore, [changes = std::move(changes)](SQLite::Database& database) {
        TrackerStore store(database);
        for (const auto& change : changes)
            store.setCompleted(change.id, change.completed);
    });
}

SwarmCounts HostedTorrents::countsOf(const InfoHash& infoHash) const {
    SwarmCounts result;
    forEachHash(infoHash, [&](const Sha1Hash& hash) {
        const auto counts = m_store.counts(hash);
        result.seeds = std::max(result.seeds, counts.seeds);
        result.leechers = std::max(result.leechers, counts.leechers);
        result.completed = std::max(result.completed, counts.completed);
    });
    return result;
}

void HostedTorrents::host(const HostedRecord& record) {
    forEachHash(record.infoHash, [&](const Sha1Hash& hash) { m_store.host(hash, clampCompleted(record.completed)); });
}

} // namespace essaim::tracker
