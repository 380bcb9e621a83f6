#include "engine/details/file_renames.h"

#include "engine/background.h"
#include "engine/gate/gate_limits.h"
#include "engine/gate/path_rules.h"
#include "engine/gate/torrent_gate.h"
#include "engine/lt_convert.h"
#include "storage/file_owner_store.h"

#include <libtorrent/torrent_info.hpp>

#include <filesystem>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;

using Renames = std::map<int, std::string>;

void refuse(EngineContext& context, ErrorKind kind, std::string path, std::string detail) {
    Q_EMIT context.events.problem({kind, Operation::RenameFile, std::move(path), std::move(detail)});
}

/// What really is another name; nothing if one of them cannot be.
std::optional<Renames>
checked(EngineContext& context, const lt::torrent_info& info, const std::map<int, QString>& paths) {
    Renames renames;
    const lt::file_storage& files = info.files();
    for (const auto& [number, path] : paths) {
        const lt::file_index_t index(number);
        const std::string wanted = path.toStdString();
        if (number < 0 || number >= files.num_files() || files.pad_file_at(index) || files.file_path(index) == wanted)
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
        file.path = renamed != renames.end() ? renamed->second : files.file_path(index);
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

void askLibrary(EngineContext& context, const TorrentId& id, const Renames& renames) {
    TorrentEntry* entry = context.torrents.find(id);
    if (entry == nullptr || entry->removal || !entry->handle.is_valid())
        return;
    unlessRemoved([&] {
        for (const auto& [number, path] : renames)
            entry->handle.rename_file(lt::file_index_t(number), path);
    });
}

/// Folders that the file leaves empty go, up to the save path.
void removeEmptyFolders(const std::string& savePath, const std::string& path) {
    const fs::path root(savePath);
    for (fs::path folder = (root / path).parent_path(); folder != root && folder.string().starts_with(savePath);
         folder = folder.parent_path()) {
        std::error_code error;
        if (!fs::is_empty(folder, error) || error || !fs::remove(folder, error))
            return;
    }
}

} // namespace

void renameFiles(EngineContext& context, TorrentEntry& entry, const std::map<int, QString>& paths) {
    const auto info = entry.metadata ? entry.handle.torrent_file() : nullptr;
    const auto renames = info ? checked(context, *info, paths) : std::nullopt;
    if (!renames || renames->empty())
        return;
    std::vector<std::string> targets;
    for (const auto& [number, path] : *renames)
        targets.push_back(entry.record.savePath + '/' + path);
    const TorrentId id = entry.record.id;
    const auto onFree = [&context, id, renames](const auto& claim) {
        if (!claim)
            return context.report(std::unexpected(claim.error()));
        if (*claim)
            return refuse(context, ErrorKind::AlreadyExists, (*claim)->path, "belongs to " + (*claim)->torrentName);
        askLibrary(context, id, *renames);
    };
    const auto onLooked = [&context, id, targets, onFree](const std::string& there) {
        if (!there.empty())
            return refuse(context, ErrorKind::AlreadyExists, there, "there is such a file already");
        context.files.findClaim(targets, id, onFree);
    };
    runInBackground(&context.events, [targets] { return firstThere(targets); }, onLooked);
}

void onFileRenamed(
    EngineContext& context, TorrentEntry& entry, int number, const std::string& from, const std::string& to) {
    const TorrentId id = entry.record.id;
    entry.record.renamedFiles[number] = to;
    const auto save = [id, number, to, files = entry.record.renamedFiles](SQLite::Database& database) {
        storage::TorrentStore(database).setRenamedFiles(id, files);
        storage::FileOwnerStore(database).rename(id, number, to);
    };
    const std::string savePath = entry.record.savePath;
    context.repository.run(Operation::SaveStore, save, [&context, id, savePath, from](const Expected<void>& saved) {
        context.report(saved);
        if (TorrentEntry* torrent = context.torrents.find(id)) {
            context.resumeSaver.save(*torrent);
            context.onEdited(*torrent);
        }
        const auto tidy = [savePath, from] {
            removeEmptyFolders(savePath, from);
            return true;
        };
        runInBackground(&context.events, tidy, [](bool) {});
    });
}

void onFileRenameFailed(EngineContext& context, const TorrentEntry& entry, int number, const lt::error_code& error) {
    std::string path = entry.record.name;
    unlessRemoved([&] {
        if (const auto info = entry.handle.torrent_file(); info && number >= 0 && number < info->num_files())
            path = info->files().file_path(lt::file_index_t(number));
    });
    Q_EMIT context.events.problem(toError(error, Operation::RenameFile, path));
}

} // namespace essaim::engine
