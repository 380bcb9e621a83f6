#include "engine/files/file_records.h"

#include "engine/files/target_check.h"
#include "engine/torrent_loader.h"

#include <libtorrent/torrent_info.hpp>

#include <ctime>

namespace essaim::engine {
namespace {

using namespace storage;

RemovedFiles toStored(FilesFate fate) {
    switch (fate) {
    case FilesFate::Keep:
        return RemovedFiles::Kept;
    case FilesFate::Bin:
        return RemovedFiles::Bin;
    case FilesFate::Delete:
        return RemovedFiles::Deleted;
    }
    return RemovedFiles::Kept;
}

/// Nothing for a magnet, or if the metadata is damaged.
std::vector<FileOwnerRecord> filesOfMetadata(SQLite::Database& database, const TorrentId& id, bool ours) {
    const auto row = TorrentStore(database).load(id);
    const auto loaded = row ? loadTorrent(row->metadata) : failure(ErrorKind::NotFound, Operation::OpenStore);
    if (!loaded)
        return {};
    std::map<lt::file_index_t, std::string> renamed;
    for (const auto& [index, path] : row->renamedFiles)
        renamed.emplace(lt::file_index_t(index), path);
    std::vector<FileOwnerRecord> owners;
    for (const TargetFile& file : targetFiles(loaded->params.ti->files(), renamed))
        owners.push_back({file.number, file.path, ours, {}});
    return owners;
}

} // namespace

template <typename T, typename Read>
void FileRecords::ask(Read read, Answer<T> done, Operation operation) {
    const auto value = std::make_shared<T>();
    m_repository.run(
        operation, [value, read = std::move(read)](SQLite::Database& database) { *value = read(database); },
        [value, done = std::move(done)](const Expected<void>& result) {
            if (result)
                done(std::move(*value));
            else
                done(std::unexpected(result.error()));
        });
}

void FileRecords::change(std::function<void(SQLite::Database&)> work, Done done) {
    m_repository.run(Operation::SaveStore, std::move(work), std::move(done));
}

void FileRecords::remember(const TorrentId& id, const std::vector<FileOwnerRecord>& files) {
    if (!m_repository.isOpen())
        m_unsaved[id] = files;
}

void FileRecords::putOwners(const TorrentId& id, std::vector<FileOwnerRecord> files, Done done) {
    remember(id, files);
    change(
        [id, files = std::move(files)](SQLite::Database& database) { FileOwnerStore(database).put(id, files); },
        std::move(done));
}

void FileRecords::stamp(const TorrentId& id, std::vector<std::pair<int, FileStamp>> stamps, Done done) {
    if (const auto known = m_unsaved.find(id); known != m_unsaved.end()) {
        for (FileOwnerRecord& file : known->second) {
            for (const auto& [number, stamp] : stamps) {
                if (number == file.number)
                    file.stamp = stamp;
            }
        }
    }
    change(
        [id, stamps = std::move(stamps)](SQLite::Database& database) { FileOwnerStore(database).stamp(id, stamps); },
        std::move(done));
}

void FileRecords::loadOwners(const TorrentId& id, Answer<std::vector<FileOwnerRecord>> done) {
    if (!m_repository.isOpen()) {
        const auto known = m_unsaved.find(id);
        auto files = known == m_unsaved.end() ? std::vector<FileOwnerRecord>() : known->second;
        return m_repository.run(
            Operation::OpenStore, {}, [files, done = std::move(done)](const Expected<void>&) { done(files); });
    }
    ask<std::vector<FileOwnerRecord>>(
        [id](SQLite::Database& database) { return FileOwnerStore(database).load(id); }, std::move(done));
}

void FileRecords::loadFiles(const TorrentId& id, Answer<KnownFiles> done) {
    if (!m_repository.isOpen())
        return loadOwners(id, [done = std::move(done)](const Expected<std::vector<FileOwnerRecord>>& files) {
            done(KnownFiles{files.value_or(std::vector<FileOwnerRecord>()), true});
        });
    ask<KnownFiles>(
        [id](SQLite::Database& database) {
            KnownFiles known{FileOwnerStore(database).load(id), true};
            if (known.files.empty())
                known = {filesOfMetadata(database, id, false), false};
            return known;
        },
        std::move(done));
}

void FileRecords::findClaim(
    std::vector<std::string> paths, const TorrentId& except, Answer<std::optional<FileOwnerStore::Claim>> done) {
    ask<std::optional<FileOwnerStore::Claim>>(
        [paths = std::move(paths), except](SQLite::Database& database) {
            return FileOwnerStore(database).claimOf(paths, except);
        },
        std::move(done));
}

void FileRecords::findShared(
    const std::string& savePath, std::vector<FileOwnerRecord> files, std::set<TorrentId> except,
    Answer<std::set<int>> done) {
    ask<std::set<int>>(
        [savePath, files = std::move(files), except = std::move(except)](SQLite::Database& database) {
            std::vector<std::string> paths;
            paths.reserve(files.size());
            for (const FileOwnerRecord& file : files)
                paths.push_back(savePath + '/' + file.path);
            std::set<int> shared;
            for (const std::size_t at : FileOwnerStore(database).claimed(paths, except))
                shared.insert(files[at].number);
            return shared;
        },
        std::move(done));
}

void FileRecords::markRemoved(const TorrentId& id, FilesFate fate, bool takesUnknown, Done done) {
    change(
        [id, fate, takesUnknown, now = std::int64_t{std::time(nullptr)}](SQLite::Database& database) {
            FileOwnerStore owners(database);
            if (takesUnknown && owners.load(id).empty())
                owners.put(id, filesOfMetadata(database, id, true));
            RemovedStore(database).put(id, now, toStored(fate));
        },
        std::move(done));
}

void FileRecords::loadRemoved(Answer<std::vector<RemovedRecord>> done) {
    ask<std::vector<RemovedRecord>>(
        [](SQLite::Database& database) { return RemovedStore(database).loadAll(); }, std::move(done));
}

void FileRecords::loadRemoved(const TorrentId& id, Answer<std::optional<RemovedRecord>> done) {
    ask<std::optional<RemovedRecord>>(
        [id](SQLite::Database& database) { return RemovedStore(database).load(id); }, std::move(done));
}

void FileRecords::loadBinned(const TorrentId& id, Answer<std::vector<BinnedFile>> done) {
    ask<std::vector<BinnedFile>>(
        [id](SQLite::Database& database) { return RemovedStore(database).binned(id); }, std::move(done));
}

void FileRecords::endRemoval(const TorrentId& id, std::vector<BinnedFile> binned, Done done) {
    change(
        [id, binned = std::move(binned)](SQLite::Database& database) {
            RemovedStore store(database);
            store.addBinned(id, binned);
            store.setDone(id);
        },
        std::move(done));
}

void FileRecords::restoreRemoved(
    const TorrentId& id, bool isPaused, std::optional<std::string> resume, Answer<std::optional<TorrentRecord>> done) {
    ask<std::optional<TorrentRecord>>(
        [id, isPaused, resume = std::move(resume),
         run = m_repository.runStart()](SQLite::Database& database) -> std::optional<TorrentRecord> {
            if (!RemovedStore(database).restore(id))
                return std::nullopt;
            TorrentStore store(database, run);
            if (isPaused)
                store.setPaused(id, true);
            if (resume) { // together with the row: whoever reads it next must not find the old claims
                store.replaceResume(id, *resume);
                DurableStore(database).forget(id);
            }
            return store.load(id);
        },
        std::move(done), Operation::SaveStore);
}

void FileRecords::loadRow(const TorrentId& id, Answer<std::optional<TorrentRecord>> done) {
    ask<std::optional<TorrentRecord>>(
        [id](SQLite::Database& database) { return TorrentStore(database).load(id); }, std::move(done));
}

void FileRecords::purgeRemoved(std::int64_t before, Done done) {
    change([before](SQLite::Database& database) { RemovedStore(database).purge(before); }, std::move(done));
}

void FileRecords::putDurable(DurableRecord record, Done done) {
    change(
        [record = std::move(record)](SQLite::Database& database) { DurableStore(database).put(record); },
        std::move(done));
}

void FileRecords::loadDurable(const TorrentId& id, Answer<std::optional<DurableRecord>> done) {
    ask<std::optional<DurableRecord>>(
        [id](SQLite::Database& database) { return DurableStore(database).load(id); }, std::move(done));
}

void FileRecords::loadDurable(Answer<std::vector<DurableRecord>> done) {
    ask<std::vector<DurableRecord>>(
        [](SQLite::Database& database) { return DurableStore(database).loadAll(); }, std::move(done));
}

} // namespace essaim::engine
