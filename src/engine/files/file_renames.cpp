#include "engine/files/file_renames.h"

#include "engine/background.h"
#include "engine/files/current_paths.h"
#include "engine/files/incomplete_names.h"
#include "engine/files/settle_names.h"
#include "engine/gate/gate_limits.h"
#include "engine/gate/path_rules.h"
#include "engine/gate/torrent_gate.h"
#include "engine/lt_convert.h"
#include "storage/file_owner_store.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;

using Renames = std::map<int, std::string>;

void refuse(EngineContext& context, ErrorKind kind, std::string path, std::string detail) {
    Q_EMIT context.events.problem({kind, Operation::RenameFile, std::move(path), std::move(detail)});
}

void refuseWhileBusy(EngineContext& context, std::string path) {
    refuse(context, ErrorKind::Busy, std::move(path), "the torrent is on its way or being checked");
}

/// Under which name a file is to lie that the user calls `wanted`: one that carries the suffix keeps it.
std::string nameOnDisk(const TorrentEntry& entry, const std::string& current, const std::string& wanted) {
    const std::string proper = properPath(entry, wanted);
    const std::string marked = properPath(entry, current) == current ? std::string() : withIncompleteSuffix(proper);
    return marked.empty() ? proper : marked;
}

/// What really is another name; nothing if one of them cannot be.
std::optional<Renames> checked(
    EngineContext& context, const TorrentEntry& entry, const lt::file_storage& files,
    const std::map<int, QString>& paths) {
    Renames renames;
    for (const auto& [number, path] : paths) {
        const lt::file_index_t index(number);
        if (number < 0 || number >= files.num_files() || files.pad_file_at(index))
            continue;
        const std::string wanted = nameOnDisk(entry, currentPath(entry, files, index), path.toStdString());
        if (currentPath(entry, files, index) == wanted)
            continue;
        if (auto refusal = refusedRelativePath(wanted)) {
            Q_EMIT context.events.problem(refused(Operation::RenameFile, std::move(*refusal), wanted).error());
            return std::nullopt;
        }
        renames.emplace(number, wanted);
    }
    std::vector<GateFile> all;
    for (const lt::file_index_t index : files.file_range()) {
        const auto renamed = renames.find(static_cast<int>(index));
        GateFile file;
        file.path = properPath(entry, renamed != renames.end() ? renamed->second : currentPath(entry, files, index));
        file.isPadding = files.pad_file_at(index);
        all.push_back(std::move(file));
    }
    if (auto refusal = clashingPaths(all)) {
        Q_EMIT context.events.problem(
            refused(Operation::RenameFile, std::move(*refusal), renames.begin()->second).error());
        return std::nullopt;
    }
    return renames;
}

/// The first of these that is there; asks the disk.
std::string firstThere(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        std::error_code error;
        if (fs::exists(fs::symlink_status(path, error)))
            return path;
    }
    return {};
}

} // namespace

void setPath(TorrentEntry& entry, int number, const std::string& path) {
    std::string& known = entry.record.renamedFiles[number];
    entry.markedFileCount += int(hasIncompleteSuffix(path)) - int(hasIncompleteSuffix(known));
    known = path;
    if (std::size_t(number) < entry.paths.size())
        entry.paths[std::size_t(number)] = path;
}

FileRenames::FileRenames(EngineContext& context)
    : m_context(context) {
    context.renames = this;
    context.parking.setNameHandler([this](const TorrentId& id) { settleParked(id); });
    connect(&context.events, &SessionEvents::torrentsRemoved, this, [this](const QList<TorrentId>& ids) {
        std::erase_if(m_underWay, [&ids](const auto& each) { return ids.contains(each.first.first); });
    });
}

FileRenames::Records FileRenames::underWay(const TorrentId& id, const Paths& paths) const {
    Records found;
    for (const auto& [number, path] : paths) {
        if (const auto known = m_underWay.find({id, number}); known != m_underWay.end())
            found.push_back(known->second.record);
    }
    return found;
}

bool FileRenames::canRename(const TorrentEntry& entry) const {
    return !entry.removal && !entry.parking && !entry.check && entry.handle.is_valid() && !m_context.isStopping;
}

bool FileRenames::isBusy(const TorrentId& id) const {
    const auto first = m_underWay.lower_bound({id, 0});
    return first != m_underWay.end() && first->first.first == id;
}

void FileRenames::renameLater(const TorrentId& id, const Paths& paths) {
    afterwards([this, id, paths] {
        TorrentEntry* entry = m_context.torrents.find(id);
        if (entry != nullptr && canRename(*entry))
            rename(*entry, paths);
        else if (entry != nullptr && !entry->removal)
            refuseWhileBusy(m_context, paths.begin()->second.toStdString());
    });
}

void FileRenames::rename(TorrentEntry& entry, const Paths& paths) {
    const TorrentId id = entry.record.id;
    if (!underWay(id, paths).empty())
        return renameLater(id, paths);
    const auto info = entry.metadata ? entry.handle.torrent_file() : nullptr;
    const auto wanted = info ? checked(m_context, entry, info->files(), paths) : std::nullopt;
    if (!wanted || wanted->empty())
        return;
    keepPaths(entry, info->files());
    Records renames;
    std::vector<std::string> targets;
    for (const auto& [number, path] : *wanted) {
        renames.push_back({id, number, entry.paths.at(std::size_t(number)), path});
        m_underWay[{id, number}] = {renames.back(), nullptr};
        targets.push_back(entry.record.savePath + '/' + path);
        if (const std::string other = otherNameOf(path); !other.empty()) // another torrent may have that
            targets.push_back(entry.record.savePath + '/' + other);
    }
    const auto onSaved = [this, id, renames](const Expected<void>& saved) {
        m_context.report(saved);
        if (saved)
            askLibrary(id, renames);
        else
            end(renames);
    };
    const auto onFree = [this, renames, onSaved](const auto& claim) {
        if (claim && !*claim)
            return m_context.repository.run(
                Operation::SaveStore,
                [renames](SQLite::Database& database) { storage::RenameStore(database).put(renames); }, onSaved);
        end(renames);
        if (!claim)
            return m_context.report(std::unexpected(claim.error()));
        refuse(m_context, ErrorKind::AlreadyExists, (*claim)->path, "belongs to " + (*claim)->torrentName);
    };
    const auto onLooked = [this, id, renames, targets, onFree](const std::string& there) {
        if (there.empty())
            return m_context.files.findClaim(targets, id, onFree);
        end(renames);
        refuse(m_context, ErrorKind::AlreadyExists, there, "there is such a file already");
    };
    runInBackground(this, [targets] { return firstThere(targets); }, onLooked);
}

void FileRenames::askLibrary(const TorrentId& id, const Records& renames) {
    TorrentEntry* entry = m_context.torrents.find(id);
    if (m_context.isStopping) // the next start does it
        return;
    if (entry == nullptr || !canRename(*entry)) {
        const auto first = m_underWay.find({id, renames.front().number});
        if (first != m_underWay.end() && !first->second.batch)
            refuseWhileBusy(m_context, renames.front().from);
        return giveUp(renames);
    }
    auto next = renames.begin();
    unlessRemoved([&] {
        for (; next != renames.end(); ++next)
            entry->handle.rename_file(lt::file_index_t(next->number), next->to);
    });
    if (next != renames.end()) // libtorrent no longer has it, and will not answer
        giveUp(Records(next, renames.end()));
}

void FileRenames::giveUp(const Records& renames) {
    m_context.repository.run(
        Operation::SaveStore, [renames](SQLite::Database& database) { storage::RenameStore(database).remove(renames); },
        [this, renames](const Expected<void>& removed) {
            m_context.report(removed);
            end(renames);
        });
}

void FileRenames::end(const Records& renames) {
    std::vector<std::shared_ptr<Batch>> over;
    for (const storage::RenameRecord& rename : renames) {
        const auto known = m_underWay.extract({rename.id, rename.number});
        if (known && known.mapped().batch && --known.mapped().batch->left == 0)
            over.push_back(known.mapped().batch);
    }
    for (const auto& batch : over)
        batch->done(batch->outcome);
    for (const auto& then : std::exchange(m_later, {}))
        then();
}

/// The names of one batch of alerts go into one transaction. It is posted before anything that libtorrent is asked for
/// afterwards is answered, so that whoever takes the torrent out of libtorrent reads the new names.
void FileRenames::onRenamed(TorrentEntry& entry, int number, const std::string& to) {
    const auto noted = m_underWay.find({entry.record.id, number});
    if (noted == m_underWay.end())
        return;
    setPath(entry, number, to);
    if (m_renamed.empty())
        QMetaObject::invokeMethod(this, &FileRenames::commit, Qt::QueuedConnection);
    m_renamed.push_back(noted->second.record);
}

void FileRenames::commit() {
    const Records renames = std::exchange(m_renamed, {});
    std::map<TorrentId, std::map<int, std::string>> names;
    for (const storage::RenameRecord& rename : renames) {
        if (const TorrentEntry* entry = m_context.torrents.find(rename.id))
            names.try_emplace(rename.id, entry->record.renamedFiles);
    }
    const auto save = [renames, names](SQLite::Database& database) {
        for (const auto& [id, files] : names)
            storage::TorrentStore(database).setRenamedFiles(id, files);
        for (const storage::RenameRecord& rename : renames)
            storage::FileOwnerStore(database).rename(rename.id, rename.number, rename.to);
    };
    m_context.repository.run(Operation::SaveStore, save, [this, renames, names](const Expected<void>& saved) {
        m_context.report(saved);
        for (const auto& [id, files] : names) {
            TorrentEntry* entry = m_context.torrents.find(id);
            if (entry == nullptr)
                continue;
            m_context.resumeSaver.save(*entry);
            m_context.onEdited(*entry);
        }
        if (!saved)
            return end(renames); // the next start finds the note
        note(renames, &Outcome::renamed);
        tidy(renames);
    });
}

void FileRenames::tidy(const Records& renames) {
    std::map<std::string, Records> byFolder;
    for (const storage::RenameRecord& rename : renames) {
        if (const TorrentEntry* entry = m_context.torrents.find(rename.id))
            byFolder[entry->record.savePath].push_back(rename);
    }
    const auto work = [byFolder] {
        for (const auto& [savePath, records] : byFolder)
            tidyFolders(savePath, records);
        return true;
    };
    runInBackground(this, work, [this, renames](bool) { giveUp(renames); });
}

void FileRenames::onFailed(const TorrentEntry& entry, int number, const lt::error_code& error) {
    const auto noted = m_underWay.find({entry.record.id, number});
    const std::string path = noted == m_underWay.end() ? entry.record.name : noted->second.record.from;
    if (noted != m_underWay.end() && noted->second.batch)
        note({noted->second.record}, &Outcome::refused);
    else
        Q_EMIT m_context.events.problem(toError(error, Operation::RenameFile, path));
    if (noted != m_underWay.end())
        giveUp({noted->second.record});
}

void FileRenames::setKnown(const Records& renames) {
    for (const storage::RenameRecord& rename : renames)
        m_known.insert(rename.id);
}

void FileRenames::adopt(TorrentEntry& entry) {
    const TorrentId id = entry.record.id;
    if (m_known.erase(id) == 0)
        return;
    // A move begins only when the row has the names, and knows by itself where each file is.
    const bool isMoving = entry.parking && (entry.parking->reasons & TorrentEntry::Parking::Moving);
    if (!isMoving)
        return TorrentParking::parkBeforehand(entry, TorrentEntry::Parking::Renaming);
    const auto forget = [id](SQLite::Database& database) {
        storage::RenameStore store(database);
        store.remove(store.load(id));
    };
    m_context.repository.run(
        Operation::SaveStore, forget, [this](const Expected<void>& saved) { m_context.report(saved); });
}

/// Called again when the drive comes back.
void FileRenames::settleParked(const TorrentId& id) {
    if (!m_settling.insert(id).second)
        return;
    settle(id, [this, id] {
        m_settling.erase(id);
        const TorrentEntry* entry = m_context.torrents.find(id);
        if (entry != nullptr && m_context.isDriveThere(entry->record.savePath))
            m_context.parking.unpark(id, TorrentEntry::Parking::Renaming);
    });
}

void FileRenames::settle(const TorrentId& id, std::function<void()> done) {
    struct Noted {
        std::string savePath;
        Records renames;
    };
    const auto noted = std::make_shared<Noted>();
    const auto load = [noted, id](SQLite::Database& database) {
        noted->renames = storage::RenameStore(database).load(id);
        if (noted->renames.empty())
            return;
        if (const auto row = storage::TorrentStore(database).load(id))
            noted->savePath = row->savePath;
    };
    m_context.repository.run(
        Operation::OpenStore, load, [this, id, noted, done = std::move(done)](const Expected<void>& loaded) {
            m_context.report(loaded);
            if (noted->renames.empty() || noted->savePath.empty())
                return done();
            const auto onSettled = [this, id, noted, done](const SettledNames& settled) {
                if (!settled.isKnown || !m_context.isDriveThere(noted->savePath))
                    return done();
                saveSettled(id, settled.paths, done);
            };
            runInBackground(this, [noted] { return settleNames(noted->savePath, noted->renames); }, onSettled);
        });
}

void FileRenames::saveSettled(const TorrentId& id, std::map<int, std::string> paths, std::function<void()> done) {
    const auto save = [id, paths](SQLite::Database& database) {
        storage::TorrentStore torrents(database);
        const auto row = torrents.load(id);
        if (!row)
            return;
        std::map<int, std::string> names = row->renamedFiles;
        for (const auto& [number, path] : paths) {
            names[number] = path;
            storage::FileOwnerStore(database).rename(id, number, path);
        }
        torrents.setRenamedFiles(id, names);
        storage::RenameStore renames(database);
        renames.remove(renames.load(id));
    };
    const auto onSaved = [this, id, paths, done = std::move(done)](const Expected<void>& saved) {
        m_context.report(saved);
        if (TorrentEntry* entry = m_context.torrents.find(id); entry != nullptr && saved) {
            for (const auto& [number, path] : paths)
                setPath(*entry, number, path);
        }
        done();
    };
    m_context.repository.run(Operation::SaveStore, save, onSaved);
}

} // namespace essaim::engine
