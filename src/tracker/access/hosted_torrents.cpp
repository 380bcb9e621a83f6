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

constexpr std::size_t kLargestFile = 32'000'000; ///< bytes, of a .torrent

HostedRecord recordOf(const HostedTorrent& torrent, std::int64_t now) {
    HostedRecord record;
    record.infoHash = torrent.infoHash;
    record.name = torrent.name;
    record.size = torrent.size;
    record.hostedAt = torrent.hostedAt ? torrent.hostedAt : now;
    record.visibility = static_cast<storage::Visibility>(torrent.visibility);
    if (torrent.visibility == Visibility::Chosen)
        record.chosen = torrent.chosen;
    std::ranges::sort(record.chosen);
    const auto twice = std::ranges::unique(record.chosen);
    record.chosen.erase(twice.begin(), twice.end());
    return record;
}

/// Is there anybody who may take part before, but not after?
bool losesSomebody(const HostedRecord& before, const HostedRecord& after) {
    if (after.visibility != storage::Visibility::Chosen)
        return after.visibility > before.visibility;
    return before.visibility != storage::Visibility::Chosen || !std::ranges::includes(after.chosen, before.chosen);
}

} // namespace

Expected<void> HostedTorrents::load() {
    if (!m_database)
        return {};
    std::map<TorrentId, std::string> files;
    auto loaded = m_database->run(Operation::OpenStore, [&files](SQLite::Database& database) {
        files = TrackerStore(database).loadFiles();
        return std::pair(TrackerStore(database).loadHosted(), storage::FriendStore(database).loadBlocked());
    });
    if (!loaded)
        return std::unexpected(loaded.error());
    const std::lock_guard lock(m_mutex);
    std::tie(m_records, m_blocked) = std::move(*loaded);
    for (const auto& record : m_records)
        host(record);
    for (auto& [id, bytes] : files) {
        if (auto facts = readFacts(bytes))
            m_files[id] = std::make_shared<const HostedFile>(HostedFile{std::move(bytes), std::move(*facts)});
    }
    return {};
}

Expected<void> HostedTorrents::admit(const HostedTorrent& torrent, const std::string& file, std::int64_t now) {
    if (!torrent.infoHash.isValid())
        return failure(ErrorKind::InvalidData, Operation::SaveStore, torrent.name, "no info-hash");
    const auto facts = file.size() <= kLargestFile ? readFacts(file) : std::nullopt;
    const std::lock_guard lock(m_mutex);
    HostedRecord record = recordOf(torrent, now);
    record.isPrivate = facts ? facts->isPrivate : torrent.isPrivate;
    const auto known = std::ranges::find_if(
        m_records, [&](const HostedRecord& other) { return shareAHash(other.infoHash, torrent.infoHash); });
    std::optional<TorrentId> replaced;
    bool isNarrower = false;
    if (known != m_records.end()) {
        record.hostedAt = known->hostedAt;
        record.completed = std::max<std::int64_t>(known->completed, countsOf(known->infoHash).completed);
        record.infoHash.v1 = record.infoHash.v1 ? record.infoHash.v1 : known->infoHash.v1;
        record.infoHash.v2 = record.infoHash.v2 ? record.infoHash.v2 : known->infoHash.v2;
        if (known->infoHash.id() != record.infoHash.id())
            replaced = known->infoHash.id();
        isNarrower = losesSomebody(*known, record);
    }
    if (m_database) {
        const auto saved = m_database->run(Operation::SaveStore, [&](SQLite::Database& database) {
            TrackerStore store(database);
            if (replaced)
                store.removeHosted(*replaced);
            store.putHosted(record);
            if (facts)
                store.putFile(record.infoHash.id(), file);
            forEachHash(
                record.infoHash, [&](const Sha1Hash& hash) { storage::FriendStore(database).removeBlocked(hash); });
        });
        if (!saved)
            return saved;
    }
    if (isNarrower) // the others announce again, and those who may no more are refused then
        forEachHash(record.infoHash, [this](const Sha1Hash& hash) { m_store.unhost(hash); });
    host(record);
    if (facts)
        m_files[record.infoHash.id()] = std::make_shared<const HostedFile>(HostedFile{file, *facts});
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
        std::vector<storage::BlockedRecord> added;
        const std::string name = known != m_records.end() ? known->name : std::string();
        forEachHash(infoHash, [&](const Sha1Hash& hash) { added.push_back({hash, reason, now, name}); });
        if (auto blocked = put(added); !blocked)
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
    m_files.erase(infoHash.id());
    if (known != m_records.end())
        m_records.erase(known);
    return {};
}

Expected<void> HostedTorrents::put(const std::vector<storage::BlockedRecord>& added) {
    if (m_database) {
        auto saved = m_database->run(Operation::SaveStore, [&](SQLite::Database& database) {
            for (const auto& record : added)
                storage::FriendStore(database).putBlocked(record);
        });
        if (!saved)
            return saved;
    }
    std::erase_if(m_blocked, [&](const storage::BlockedRecord& one) {
        return std::ranges::find(added, one.infoHash, &storage::BlockedRecord::infoHash) != added.end();
    });
    m_blocked.insert(m_blocked.end(), added.begin(), added.end());
    return {};
}

Expected<void> HostedTorrents::block(const std::vector<BlockedStatus>& torrents, std::int64_t now) {
    const std::lock_guard lock(m_mutex);
    std::vector<storage::BlockedRecord> added;
    for (const auto& one : torrents)
        added.push_back({one.infoHash, one.reason, one.blockedAt != 0 ? one.blockedAt : now, one.name});
    return put(added);
}

Expected<void> HostedTorrents::unblock(const std::vector<Sha1Hash>& hashes) {
    const std::lock_guard lock(m_mutex);
    if (m_database) {
        auto saved = m_database->run(Operation::SaveStore, [&](SQLite::Database& database) {
            for (const auto& hash : hashes)
                storage::FriendStore(database).removeBlocked(hash);
        });
        if (!saved)
            return saved;
    }
    std::erase_if(m_blocked, [&](const storage::BlockedRecord& one) {
        return std::ranges::find(hashes, one.infoHash) != hashes.end();
    });
    return {};
}

std::vector<BlockedStatus> HostedTorrents::blockedStatuses() const {
    const std::lock_guard lock(m_mutex);
    std::vector<BlockedStatus> result;
    for (const auto& record : m_blocked)
        result.push_back({record.infoHash, record.name, record.reason, record.blockedAt});
    return result;
}

std::optional<HostedTorrent> HostedTorrents::find(const TorrentId& id) const {
    const std::lock_guard lock(m_mutex);
    const auto known =
        std::ranges::find_if(m_records, [&](const HostedRecord& record) { return record.infoHash.matches(id); });
    return known == m_records.end() ? std::nullopt : std::optional(torrentOf(*known));
}

std::string HostedTorrents::nameOf(const TorrentId& id) const {
    const std::lock_guard lock(m_mutex);
    for (const auto& record : m_records) {
        if (record.infoHash.matches(id))
            return record.name;
    }
    for (const auto& record : m_blocked) {
        if (record.infoHash == id)
            return record.name;
    }
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

HostedTorrent HostedTorrents::torrentOf(const HostedRecord& record) {
    return {record.infoHash, record.name,     record.size, record.hostedAt, static_cast<Visibility>(record.visibility),
            record.chosen,   record.isPrivate};
}

std::vector<RestrictedTorrents::Entry> HostedTorrents::restricted() const {
    const std::lock_guard lock(m_mutex);
    std::vector<RestrictedTorrents::Entry> result;
    for (const auto& record : m_records) {
        if (record.visibility == storage::Visibility::Everyone)
            continue;
        forEachHash(record.infoHash, [&](const Sha1Hash& hash) {
            result.push_back({hash, record.visibility == storage::Visibility::Friends, record.chosen});
        });
    }
    return result;
}

std::vector<SharedTorrent> HostedTorrents::shared() const {
    const std::lock_guard lock(m_mutex);
    std::vector<SharedTorrent> result;
    for (const auto& record : m_records) {
        const auto file = m_files.find(record.infoHash.id());
        result.push_back({torrentOf(record), file == m_files.end() ? nullptr : file->second});
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
            {torrentOf(record), counts.seeds, counts.leechers, counts.completed,
             m_files.contains(record.infoHash.id())});
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
