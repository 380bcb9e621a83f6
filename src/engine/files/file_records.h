// What the store knows about files: who made them, what was removed, what has reached the disk. Private to the engine.
#pragma once

#include "engine/files/removal.h"
#include "engine/torrent_repository.h"
#include "storage/durable_store.h"
#include "storage/file_owner_store.h"
#include "storage/removed_store.h"

#include <map>
#include <set>

namespace essaim::engine {

/// Engine thread. Answers come back there. Without a file, owners are remembered for as long as the session lives.
class FileRecords {
public:
    explicit FileRecords(TorrentRepository& repository)
        : m_repository(repository) {}

    using Done = TorrentRepository::Done;
    template <typename T>
    using Answer = std::function<void(Expected<T>)>;

    /// Where nothing is written down; whoever saves them together with other things calls it.
    void remember(const TorrentId& id, const std::vector<storage::FileOwnerRecord>& files);
    void putOwners(const TorrentId& id, std::vector<storage::FileOwnerRecord> files, Done done);
    void stamp(const TorrentId& id, std::vector<std::pair<int, storage::FileStamp>> stamps, Done done);
    void loadOwners(const TorrentId& id, Answer<std::vector<storage::FileOwnerRecord>> done);
    struct KnownFiles {
        std::vector<storage::FileOwnerRecord> files;
        bool isKnown = true; ///< false: nothing was ever written down, so that none counts as ours
    };
    /// As loadOwners(), but for a torrent without any: the files that its metadata names.
    void loadFiles(const TorrentId& id, Answer<KnownFiles> done);
    /// Name and path of the first of these absolute paths that another torrent has.
    void findClaim(
        std::vector<std::string> paths, const TorrentId& except,
        Answer<std::optional<storage::FileOwnerStore::Claim>> done);
    /// Numbers of the files that a torrent of the list, other than `except`, has as well.
    void findShared(
        const std::string& savePath, std::vector<storage::FileOwnerRecord> files, std::set<TorrentId> except,
        Answer<std::set<int>> done);

    /// The torrent leaves the list, durably. `takesUnknown`: files of which nothing is known count as ours from now on.
    void markRemoved(const TorrentId& id, FilesFate fate, bool takesUnknown, Done done);
    void loadRemoved(Answer<std::vector<storage::RemovedRecord>> done);
    void loadRemoved(const TorrentId& id, Answer<std::optional<storage::RemovedRecord>> done);
    void loadBinned(const TorrentId& id, Answer<std::vector<storage::BinnedFile>> done);
    /// The files have been dealt with; those lie in the bin.
    void endRemoval(const TorrentId& id, std::vector<storage::BinnedFile> binned, Done done);
    /// The torrent is in the list again, paused if `isPaused` says so and else as it was; its row, or nothing if it was
    /// not among the removed ones. `resume`: what it claims from now on, if it is not what it claimed; empty = its
    /// files are to be checked.
    void restoreRemoved(
        const TorrentId& id, bool isPaused, std::optional<std::string> resume,
        Answer<std::optional<storage::TorrentRecord>> done);
    void loadRow(const TorrentId& id, Answer<std::optional<storage::TorrentRecord>> done);
    void purgeRemoved(std::int64_t before, Done done);

    void putDurable(storage::DurableRecord record, Done done);
    void loadDurable(Answer<std::vector<storage::DurableRecord>> done);
    void loadDurable(const TorrentId& id, Answer<std::optional<storage::DurableRecord>> done);

private:
    /// `read(SQLite::Database&)` runs on the store's thread; without a file, the answer is an empty value.
    template <typename T, typename Read>
    void ask(Read read, Answer<T> done, Operation operation = Operation::OpenStore);
    void change(std::function<void(SQLite::Database&)> work, Done done);

    TorrentRepository& m_repository;
    std::map<TorrentId, std::vector<storage::FileOwnerRecord>> m_unsaved; ///< owners, without a file
};

} // namespace essaim::engine
