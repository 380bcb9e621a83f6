#include "tracker/access/hosted_torrents.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <ranges>
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

bool hasOneOf(const InfoHash& infoHash, const std::vector<Sha1Hash>& hashes) {
    return std::ranges::any_of(hashes, [&infoHash](const Sha1Hash& hash) { return infoHash.matches(hash); });
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
    m_blocked = std::move(loaded->second);
    for (auto& record : loaded->first) {
        if (record.takenDownAt == 0)
            host(record);
        (record.takenDownAt == 0 ? m_records : m_takenDown).push_back(std::move(record));
    }
    for (auto& [id, bytes] : files) {
        if (auto facts = readFacts(bytes))
            m_files[id] = std::make_shared<const HostedFile>(HostedFile{std::move(bytes), std::move(*facts)});
    }
    return {};
}

Expected<bool> HostedTorrents::admit(const HostedTorrent& torrent, const std::string& file, std::int64_t now) {
    if (!torrent.infoHash.isValid())
        return failure(ErrorKind::InvalidData, Operation::SaveStore, torrent.name, "no info-hash");
    const auto facts = file.size() <= kLargestFile ? readFacts(file) : std::nullopt;
    const std::lock_guard lock(m_mutex);
    HostedRecord record = recordOf(torrent, now);
    record.isPrivate = facts ? facts->isPrivate : torrent.isPrivate;
    const auto known = std::ranges::find_if(
        m_records, [&](const HostedRecord& other) { return shareAHash(other.infoHash, torrent.infoHash); });
    std::optional<TorrentId> replaced;
    bool isNarrower = torrent.visibility != Visibility::Everyone; // an open tracker has strangers in its swarm
    if (known != m_records.end()) {
        record.hostedAt = known->hostedAt;
        record.completed = std::max<std::int64_t>(known->completed, countsOf(known->infoHash).completed);
        record.infoHash.v1 = record.infoHash.v1 ? record.infoHash.v1 : known->infoHash.v1;
        record.infoHash.v2 = record.infoHash.v2 ? record.infoHash.v2 : known->infoHash.v2;
        if (known->infoHash.id() != record.infoHash.id())
            replaced = known->infoHash.id();
        isNarrower = losesSomebody(*known, record);
    }
    const auto isSame = [&](const HostedRecord& other) { return shareAHash(other.infoHash, record.infoHash); };
    if (m_database) {
        const auto saved = m_database->run(Operation::SaveStore, [&](SQLite::Database& database) {
            TrackerStore store(database);
            if (replaced)
                store.removeHosted(*replaced);
            for (const auto& other : m_takenDown) {
                if (isSame(other) && other.infoHash.id() != record.infoHash.id())
                    store.removeHosted(other.infoHash.id());
            }
            store.putHosted(record);
            if (facts)
                store.putFile(record.infoHash.id(), file);
            forEachHash(
                record.infoHash, [&](const Sha1Hash& hash) { storage::FriendStore(database).removeBlocked(hash); });
        });
        if (!saved)
            return std::unexpected(saved.error());
    }
    host(record);
    if (facts)
        m_files[record.infoHash.id()] = std::make_shared<const HostedFile>(HostedFile{file, *facts});
    std::erase_if(m_blocked, [&](const storage::BlockedRecord& one) { return record.infoHash.matches(one.infoHash); });
    std::erase_if(m_takenDown, isSame);
    if (known != m_records.end())
        *known = std::move(record);
    else
        m_records.push_back(std::move(record));
    return isNarrower;
}

void HostedTorrents::renewSwarm(const TorrentId& id) {
    const std::lock_guard lock(m_mutex);
    const auto known =
        std::ranges::find_if(m_records, [&](const HostedRecord& record) { return record.infoHash.matches(id); });
    if (known == m_records.end())
        return;
    HostedRecord record = *known;
    record.completed = std::max<std::int64_t>(record.completed, countsOf(record.infoHash).completed);
    forEachHash(record.infoHash, [this](const Sha1Hash& hash) { m_store.unhost(hash); });
    host(record);
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
    std::vector<storage::BlockedRecord> added;
    if (!reason.empty()) {
        const std::string name = known != m_records.end() ? known->name : std::string();
        forEachHash(infoHash, [&](const Sha1Hash& hash) { added.push_back({hash, reason, now, name}); });
    }
    if (known == m_records.end())
        return put(added);
    HostedRecord record = *known;
    record.completed = std::max<std::int64_t>(record.completed, countsOf(infoHash).completed);
    record.takenDownAt = reason.empty() ? 0 : now;
    auto saved = save([&](SQLite::Database& database) {
        reason.empty() ? TrackerStore(database).removeHosted(infoHash.id()) : TrackerStore(database).putHosted(record);
        for (const auto& one : added)
            storage::FriendStore(database).putBlocked(one);
    });
    if (!saved)
        return saved;
    forEachHash(infoHash, [this](const Sha1Hash& hash) { m_store.unhost(hash); });
    m_records.erase(known);
    if (reason.empty())
        m_files.erase(infoHash.id());
    else
        m_takenDown.push_back(std::move(record));
    remember(added);
    return {};
}

template <typename Change>
Expected<void> HostedTorrents::save(Change&& change) {
    if (!m_database)
        return {};
    return m_database->run(Operation::SaveStore, std::forward<Change>(change));
}

Expected<void> HostedTorrents::put(const std::vector<storage::BlockedRecord>& added) {
    auto saved = save([&](SQLite::Database& database) {
        for (const auto& record : added)
            storage::FriendStore(database).putBlocked(record);
    });
    if (saved)
        remember(added);
    return saved;
}

/// The lock is held.
void HostedTorrents::remember(const std::vector<storage::BlockedRecord>& added) {
    std::set<Sha1Hash> hashes; // of a list of thousands
    for (const auto& record : added)
        hashes.insert(record.infoHash);
    std::erase_if(m_blocked, [&](const storage::BlockedRecord& one) { return hashes.contains(one.infoHash); });
    m_blocked.insert(m_blocked.end(), added.begin(), added.end());
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
    const auto isForgotten = [&](const HostedRecord& record) { return hasOneOf(record.infoHash, hashes); };
    auto saved = save([&](SQLite::Database& database) {
        for (const auto& hash : hashes)
            storage::FriendStore(database).removeBlocked(hash);
        for (const auto& record : m_takenDown | std::views::filter(isForgotten))
            TrackerStore(database).removeHosted(record.infoHash.id());
    });
    if (!saved)
        return saved;
    for (const auto& record : m_takenDown | std::views::filter(isForgotten))
        m_files.erase(record.infoHash.id());
    std::erase_if(m_takenDown, isForgotten);
    const std::set<Sha1Hash> gone(hashes.begin(), hashes.end());
    std::erase_if(m_blocked, [&](const storage::BlockedRecord& one) { return gone.contains(one.infoHash); });
    return {};
}

Expected<std::vector<TorrentId>> HostedTorrents::restore(const std::vector<Sha1Hash>& hashes) {
    const std::lock_guard lock(m_mutex);
    std::vector<HostedRecord> back;
    std::ranges::copy_if(m_takenDown, std::back_inserter(back), [&](const HostedRecord& record) {
        return hasOneOf(record.infoHash, hashes);
    });
    for (auto& record : back)
        record.takenDownAt = 0;
    auto saved = save([&](SQLite::Database& database) {
        for (const auto& record : back) {
            TrackerStore(database).putHosted(record);
            forEachHash(
                record.infoHash, [&](const Sha1Hash& hash) { storage::FriendStore(database).removeBlocked(hash); });
        }
    });
    if (!saved)
        return std::unexpected(std::move(saved.error()));
    std::vector<TorrentId> ids;
    for (auto& record : back) {
        const InfoHash infoHash = record.infoHash;
        ids.push_back(infoHash.id());
        host(record);
        std::erase_if(m_takenDown, [&](const HostedRecord& one) { return one.infoHash == infoHash; });
        std::erase_if(m_blocked, [&](const storage::BlockedRecord& one) { return infoHash.matches(one.infoHash); });
        m_records.push_back(std::move(record));
    }
    return ids;
}

std::vector<BlockedStatus> HostedTorrents::blockedStatuses() const {
    const std::lock_guard lock(m_mutex);
    const auto isTakenDown = [this](const storage::BlockedRecord& blocked) {
        return std::ranges::any_of(
            m_takenDown, [&](const HostedRecord& record) { return record.infoHash.matches(blocked.infoHash); });
    };
    std::vector<BlockedStatus> result;
    for (const auto& record : m_blocked)
        result.push_back({record.infoHash, record.name, record.reason, record.blockedAt, isTakenDown(record)});
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

std::set<Sha1Hash> HostedTorrents::hashes() const {
    const std::lock_guard lock(m_mutex);
    std::set<Sha1Hash> result;
    for (const auto& record : m_records)
        forEachHash(record.infoHash, [&](const Sha1Hash& hash) { result.insert(hash); });
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
