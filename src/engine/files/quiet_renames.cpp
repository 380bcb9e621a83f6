// Renames that the program wants by itself: only what is there gets a name, and only one that nothing has.
#include "engine/background.h"
#include "engine/files/current_paths.h"
#include "engine/files/file_renames.h"
#include "engine/files/file_system.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>

namespace essaim::engine {
namespace {

using storage::RenameRecord;
using Records = std::vector<RenameRecord>;

struct Looked {
    Records free;
    Records absent;      ///< no file is there to be renamed
    std::set<int> taken; ///< something stands in the way
};

/// Waits for the disk.
Looked lookWhatIsFree(const std::string& savePath, const Records& renames) {
    Looked looked;
    for (const RenameRecord& rename : renames) {
        const auto from = lookAt(savePath + '/' + rename.from).value_or(std::nullopt);
        if (!from || from->type != FileAtPath::Type::Regular) {
            looked.absent.push_back(rename);
            continue;
        }
        const auto to = lookAt(savePath + '/' + rename.to);
        if (to && !*to && obstacleOnTheWay(savePath, rename.to).empty())
            looked.free.push_back(rename);
        else
            looked.taken.insert(rename.number);
    }
    return looked;
}

/// Both names of each.
std::vector<storage::FileOwnerRecord> namesOf(const Records& renames) {
    std::vector<storage::FileOwnerRecord> names;
    for (const RenameRecord& rename : renames) {
        for (const std::string& path : {rename.from, rename.to})
            names.push_back({rename.number, path, false, {}});
    }
    return names;
}

Records of(const Records& renames, const std::set<int>& numbers) {
    Records found;
    std::ranges::copy_if(renames, std::back_inserter(found), [&numbers](const RenameRecord& rename) {
        return numbers.contains(rename.number);
    });
    return found;
}

} // namespace

void FileRenames::renameWhereFree(
    TorrentEntry& entry, const std::map<int, std::string>& names, std::function<void(const Outcome&)> done) {
    const TorrentId id = entry.record.id;
    const auto info = entry.handle.torrent_file();
    if (!info || names.empty())
        return done({});
    keepPaths(entry, info->files());
    const auto batch = std::make_shared<Batch>(Batch{names.size(), {}, std::move(done)});
    Records renames;
    for (const auto& [number, name] : names) {
        renames.push_back({id, number, entry.paths.at(std::size_t(number)), name});
        m_underWay[{id, number}] = {renames.back(), batch};
    }
    const std::string savePath = entry.record.savePath;
    const auto onShared = [this, id, savePath](const Records& free, const Expected<std::set<int>>& shared) {
        if (!shared || !m_context.isDriveThere(savePath)) {
            if (!shared)
                m_context.report(std::unexpected(shared.error()));
            return end(free);
        }
        const Records ours = refuseTaken(free, *shared);
        end(of(free, *shared));
        if (ours.empty())
            return;
        m_context.repository.run(
            Operation::SaveStore, [ours](SQLite::Database& database) { storage::RenameStore(database).put(ours); },
            [this, savePath, ours](const Expected<void>& saved) {
                m_context.report(saved);
                if (saved)
                    askWhereFree(savePath, ours);
                else
                    end(ours);
            });
    };
    const auto onLooked = [this, id, savePath, renames, onShared](const Looked& looked) {
        static_cast<void>(refuseTaken(renames, looked.taken));
        note(looked.absent, &Outcome::absent);
        end(of(renames, looked.taken));
        end(looked.absent);
        if (!looked.free.empty())
            m_context.files.findShared(
                savePath, namesOf(looked.free), {id},
                [onShared, free = looked.free](const auto& shared) { onShared(free, shared); });
    };
    runInBackground(this, [savePath, renames] { return lookWhatIsFree(savePath, renames); }, onLooked);
}

/// Once more, since the store has taken its time: what is there by now would be replaced.
void FileRenames::askWhereFree(const std::string& savePath, const Records& renames) {
    runInBackground(
        this, [savePath, renames] { return lookWhatIsFree(savePath, renames); },
        [this, renames](const Looked& looked) {
            static_cast<void>(refuseTaken(renames, looked.taken));
            note(looked.absent, &Outcome::absent);
            Records given = of(renames, looked.taken);
            given.insert(given.end(), looked.absent.begin(), looked.absent.end());
            if (!given.empty())
                giveUp(given);
            if (!looked.free.empty())
                askLibrary(looked.free.front().id, looked.free);
        });
}

/// The others.
FileRenames::Records FileRenames::refuseTaken(const Records& renames, const std::set<int>& taken) {
    note(of(renames, taken), &Outcome::refused);
    Records others = renames;
    std::erase_if(others, [&taken](const RenameRecord& rename) { return taken.contains(rename.number); });
    return others;
}

void FileRenames::note(const Records& renames, std::set<int> Outcome::* what) {
    for (const RenameRecord& rename : renames) {
        const auto known = m_underWay.find({rename.id, rename.number});
        if (known != m_underWay.end() && known->second.batch)
            (known->second.batch->outcome.*what).insert(rename.number);
    }
}

} // namespace essaim::engine
