// The torrents that the host admits, in memory and in tracker.db.
#pragma once

#include "core/error.h"
#include "storage/database.h"
#include "storage/friend_store.h"
#include "storage/tracker_store.h"
#include "tracker/access/restricted_torrents.h"
#include "tracker/activity.h"
#include "tracker/swarm/peer_store.h"
#include "tracker/tracker.h"
#include "tracker/web/site_content.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace essaim::tracker {

/// Keeps the list, admits its hashes in the store and saves what changes. Without a database it only remembers.
/// Thread-safe; not on the path of an announce, which asks the store.
///
/// A hybrid torrent is one entry with two swarms (its clients announce under both hashes). Its numbers are the larger
/// of the two: a client of both kinds is counted once, and only peers that know just one hash can be missed.
class HostedTorrents {
public:
    /// `database` may be null and must outlive this.
    HostedTorrents(PeerStore& store, storage::DatabaseThread* database)
        : m_store(store)
        , m_database(database) {}

    /// Reads the lists from the database and admits what is hosted.
    [[nodiscard]] Expected<void> load();
    /// See Tracker::admit(). True if somebody may take part no more: renewSwarm() is to follow once nobody is let in by
    /// the old policy.
    [[nodiscard]] Expected<bool> admit(const HostedTorrent& torrent, const std::string& file, std::int64_t now);
    /// Empties the swarm of a hosted torrent: those who may announce again, the others are refused then.
    void renewSwarm(const TorrentId& id);
    /// See Tracker::withdraw().
    [[nodiscard]] Expected<void> withdraw(const TorrentId& id, const std::string& reason, std::int64_t now);
    /// See Tracker::block() and unblock().
    [[nodiscard]] Expected<void> block(const std::vector<BlockedStatus>& torrents, std::int64_t now);
    [[nodiscard]] Expected<void> unblock(const std::vector<Sha1Hash>& hashes);
    [[nodiscard]] Expected<std::vector<TorrentId>> restore(const std::vector<Sha1Hash>& hashes);
    /// Hashes that were withdrawn with a reason, or blocked.
    [[nodiscard]] std::vector<BlockedTorrent> blocked() const;
    [[nodiscard]] std::vector<BlockedStatus> blockedStatuses() const;
    /// How a hosted or blocked torrent is called; empty if it is not known.
    [[nodiscard]] std::string nameOf(const TorrentId& id) const;
    [[nodiscard]] std::optional<HostedTorrent> find(const TorrentId& id) const;
    /// Of all hosted torrents, as they are announced.
    [[nodiscard]] std::set<Sha1Hash> hashes() const;
    /// Hosted torrents with two hashes.
    [[nodiscard]] std::vector<InfoHash> hybrids() const;

    /// Those that are not for everyone.
    [[nodiscard]] std::vector<RestrictedTorrents::Entry> restricted() const;
    /// For the pages.
    [[nodiscard]] std::vector<SharedTorrent> shared() const;

    [[nodiscard]] std::vector<HostedStatus> statuses() const;

    /// Queues the numbers of completed downloads that changed since they were saved last. Does not wait.
    void saveCompleted();

private:
    [[nodiscard]] Expected<void> put(const std::vector<storage::BlockedRecord>& added);
    /// Runs `change` on the database, if there is one.
    template <typename Change>
    [[nodiscard]] Expected<void> save(Change&& change);
    void remember(const std::vector<storage::BlockedRecord>& added);
    [[nodiscard]] SwarmCounts countsOf(const InfoHash& infoHash) const;
    void host(const storage::HostedRecord& record);
    [[nodiscard]] static HostedTorrent torrentOf(const storage::HostedRecord& record);

    PeerStore& m_store;
    storage::DatabaseThread* m_database;
    mutable std::mutex m_mutex;
    /// `completed` is the number that was saved last. Guarded by m_mutex.
    std::vector<storage::HostedRecord> m_records;
    std::vector<storage::HostedRecord> m_takenDown; ///< guarded by m_mutex
    std::vector<storage::BlockedRecord> m_blocked;  ///< guarded by m_mutex
    /// Of those that were taken down, too. Guarded by m_mutex.
    std::map<TorrentId, std::shared_ptr<const HostedFile>> m_files;
};

} // namespace essaim::tracker
