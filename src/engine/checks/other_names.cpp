#include "engine/checks/other_names.h"

#include "engine/background.h"
#include "engine/files/current_paths.h"
#include "engine/files/file_renames.h"
#include "engine/files/file_system.h"
#include "engine/files/incomplete_names.h"

#include <libtorrent/torrent_info.hpp>

#include <map>

namespace essaim::engine {
namespace {

using Names = std::map<int, std::string>;

/// Waits for the disk.
Names lookForOthers(const std::string& savePath, const Names& names) {
    Names found;
    for (const auto& [number, path] : names) {
        const auto there = lookAt(savePath + '/' + path);
        const std::string other = there && !*there ? otherNameOf(path) : std::string();
        if (other.empty() || !obstacleOnTheWay(savePath, other).empty())
            continue;
        const auto file = lookAt(savePath + '/' + other).value_or(std::nullopt);
        if (file && file->type == FileAtPath::Type::Regular)
            found.emplace(number, other);
    }
    return found;
}

/// `number`: of the check, which may be over by now.
void adopt(
    EngineContext& context, const TorrentId& id, quint64 number, const Names& names,
    const std::function<void()>& done) {
    TorrentEntry* entry = context.torrents.find(id);
    if (entry == nullptr || !entry->check || entry->check->number != number || names.empty())
        return done();
    for (const auto& [file, path] : names)
        setPath(*entry, file, path);
    const auto save = [id, names, all = entry->record.renamedFiles](SQLite::Database& database) {
        storage::TorrentStore(database).setRenamedFiles(id, all);
        for (const auto& [file, path] : names)
            storage::FileOwnerStore(database).rename(id, file, path);
    };
    context.repository.run(Operation::SaveStore, save, [&context, done](const Expected<void>& saved) {
        context.report(saved);
        done();
    });
}

} // namespace

void adoptOtherNames(EngineContext& context, TorrentEntry& entry, const std::function<void()>& done) {
    const TorrentId id = entry.record.id;
    const std::string savePath = entry.record.savePath;
    const quint64 number = entry.check ? entry.check->number : 0;
    Names names;
    unlessRemoved([&] {
        const auto info = entry.metadata && entry.metadata->mayMarkFiles ? entry.handle.torrent_file() : nullptr;
        if (!info)
            return;
        keepPaths(entry, info->files());
        for (const lt::file_index_t index : info->files().file_range()) {
            if (!info->files().pad_file_at(index))
                names.emplace(static_cast<int>(index), currentPath(entry, info->files(), index));
        }
    });
    if (names.empty())
        return done();
    const auto onFound = [&context, id, number, savePath, done](const Names& found) {
        if (found.empty())
            return done();
        std::vector<storage::FileOwnerRecord> wanted;
        for (const auto& [file, path] : found)
            wanted.push_back({file, path, false, {}});
        context.files.findShared(savePath, wanted, {id}, [&context, id, number, found, done](const auto& shared) {
            Names free = shared ? found : Names();
            if (shared)
                std::erase_if(free, [&shared](const auto& name) { return shared->contains(name.first); });
            adopt(context, id, number, free, done);
        });
    };
    runInBackground(&context.events, [savePath, names] { return lookForOthers(savePath, names); }, onFound);
}

} // namespace essaim::engine
