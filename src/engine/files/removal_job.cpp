#include "engine/files/removal_job.h"

#include "engine/checks/part_file.h"
#include "engine/files/file_system.h"
#include "engine/files/trash.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <unistd.h>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;
using storage::FileOwnerRecord;

/// Nothing if nothing is there.
std::optional<RemovalFile> judge(const RemovalTask& task, const FileOwnerRecord& file) {
    const auto there = lookAt(task.savePath + '/' + file.path);
    if (there && !*there)
        return std::nullopt;
    RemovalFile judged;
    judged.path = QString::fromStdString(file.path);
    if (!there || (*there)->type != FileAtPath::Type::Regular || !obstacleOnTheWay(task.savePath, file.path).empty()) {
        judged.kept = KeptBecause::NotAFile;
        return judged;
    }
    const storage::FileStamp& found = (*there)->stamp;
    judged.size = found.size;
    const bool isWritten = file.stamp.size >= 0;
    if (!file.ours)
        judged.kept = task.isKnown ? KeptBecause::WasThere : KeptBecause::Unknown;
    else if (task.usedByAnother.contains(file.number))
        judged.kept = KeptBecause::UsedByAnother;
    else if (isWritten && (found.size != file.stamp.size || found.mtimeNs != file.stamp.mtimeNs))
        judged.kept = KeptBecause::Changed;
    return judged;
}

/// Folders below the save path that hold files of the torrent, the deepest first.
std::vector<std::string> foldersOf(const RemovalTask& task) {
    std::set<std::string> folders;
    for (const FileOwnerRecord& file : task.files) {
        for (auto slash = file.path.find('/'); slash != std::string::npos; slash = file.path.find('/', slash + 1))
            folders.insert(file.path.substr(0, slash));
    }
    std::vector<std::string> deepestFirst(folders.rbegin(), folders.rend());
    std::ranges::stable_sort(
        deepestFirst, std::greater{}, [](const std::string& folder) { return std::ranges::count(folder, '/'); });
    return deepestFirst;
}

int countOthers(const RemovalTask& task) {
    std::set<std::string> listed;
    for (const FileOwnerRecord& file : task.files)
        listed.insert(file.path);
    const std::vector<std::string> folders = foldersOf(task);
    const std::set<std::string> known(folders.begin(), folders.end());
    int others = 0;
    for (const std::string& folder : folders) {
        std::error_code error;
        if (lookAt(task.savePath + '/' + folder).value_or(std::nullopt).value_or(FileAtPath{}).type !=
            FileAtPath::Type::Folder)
            continue;
        for (fs::directory_iterator entry(task.savePath + '/' + folder, error), end; !error && entry != end;
             entry.increment(error)) {
            const std::string path = folder + '/' + entry->path().filename().string();
            others += !listed.contains(path) && !known.contains(path) ? 1 : 0;
        }
    }
    return others;
}

/// The largest things that can go as one: a folder if all that it holds goes, else its parts.
class Units {
public:
    Units(const std::string& savePath, std::set<std::string> going)
        : m_savePath(savePath)
        , m_going(std::move(going)) {}

    std::vector<std::string> all() {
        std::set<std::string> units;
        for (const std::string& file : m_going) {
            std::string unit = file;
            for (auto slash = file.rfind('/'); slash != std::string::npos; slash = file.rfind('/', slash - 1)) {
                if (!isWhole(file.substr(0, slash)))
                    break;
                unit = file.substr(0, slash);
                if (slash == 0)
                    break;
            }
            units.insert(unit);
        }
        return {units.begin(), units.end()};
    }

private:
    bool isWhole(const std::string& folder) {
        if (const auto known = m_whole.find(folder); known != m_whole.end())
            return known->second;
        std::error_code error;
        bool isWhole = true;
        int count = 0;
        for (fs::directory_iterator entry(m_savePath + '/' + folder, error), end; !error && isWhole && entry != end;
             entry.increment(error)) {
            const std::string path = folder + '/' + entry->path().filename().string();
            const bool isFolder = entry->symlink_status(error).type() == fs::file_type::directory;
            isWhole = isFolder ? this->isWhole(path) : m_going.contains(path);
            ++count;
        }
        return m_whole[folder] = isWhole && !error && count > 0;
    }

    const std::string& m_savePath;
    const std::set<std::string> m_going;
    std::map<std::string, bool> m_whole;
};

void keepFirst(std::optional<Error>& first, const Error& error) {
    if (!first)
        first = error;
}

/// Files that are on the disk, by what becomes of them.
struct Judged {
    std::map<std::string, qint64> going;
    int kept = 0;
};

Judged judgeAll(const RemovalTask& task) {
    Judged all;
    for (const FileOwnerRecord& file : task.files) {
        const auto judged = judge(task, file);
        if (!judged)
            continue;
        if (judged->kept == KeptBecause::Nothing)
            all.going.emplace(file.path, judged->size);
        else
            ++all.kept;
    }
    return all;
}

void toBin(
    const RemovalTask& task, const Judged& judged, std::time_t now, FilesRemoved& result,
    const std::function<void(const storage::BinnedFile&)>& binned) {
    std::set<std::string> names;
    for (const auto& [path, size] : judged.going)
        names.insert(path);
    for (const std::string& unit : Units(task.savePath, names).all()) {
        const std::string path = task.savePath + '/' + unit;
        const auto trash = Trash::onVolumeOf(path);
        const auto taken = trash ? trash->take(path, now) : std::unexpected(trash.error());
        const bool isGone = taken.has_value();
        if (isGone)
            binned({path, *taken});
        else
            keepFirst(result.error, taken.error());
        for (auto file = judged.going.lower_bound(unit); file != judged.going.end(); ++file) {
            if (!file->first.starts_with(unit))
                break;
            if (file->first != unit && !file->first.starts_with(unit + '/'))
                continue;
            result.removed += isGone ? 1 : 0;
            result.removedBytes += isGone ? file->second : 0;
            result.kept += isGone ? 0 : 1;
        }
    }
}

/// Pieces of files that are not wanted: no file that the user knows of, but without it they would not come back.
void partFileToBin(
    const RemovalTask& task, std::time_t now, const std::function<void(const storage::BinnedFile&)>& binned) {
    const std::string path = task.savePath + '/' + task.partFile;
    if (task.partFile.empty() || !lookAt(path).value_or(std::nullopt))
        return;
    const auto trash = Trash::onVolumeOf(path);
    if (const auto taken = trash ? trash->take(path, now) : std::unexpected(trash.error()))
        binned({path, *taken});
}

void deleteForGood(const RemovalTask& task, const Judged& judged, FilesRemoved& result) {
    for (const auto& [relative, size] : judged.going) {
        const std::string path = task.savePath + '/' + relative;
        if (::unlink(path.c_str()) == 0) {
            ++result.removed;
            result.removedBytes += size;
        } else {
            keepFirst(result.error, systemError({errno, std::generic_category()}, Operation::RemoveFiles, path));
            ++result.kept;
        }
    }
}

} // namespace

TorrentRemoval inspectRemoval(const RemovalTask& task) {
    TorrentRemoval removal;
    removal.id = task.id;
    removal.name = QString::fromStdString(task.name);
    removal.savePath = QString::fromStdString(task.savePath);
    for (const FileOwnerRecord& file : task.files) {
        if (const auto judged = judge(task, file))
            removal.files.append(*judged);
    }
    removal.others = countOthers(task);
    return removal;
}

bool hasBin(const RemovalTask& task) {
    for (const FileOwnerRecord& file : task.files) {
        const auto judged = judge(task, file);
        // All files of a torrent lie on one volume, but for mounts inside its folder: those are seen when they go.
        if (judged && (judged->kept == KeptBecause::Nothing || judged->kept == KeptBecause::Unknown))
            return Trash::onVolumeOf(task.savePath + '/' + file.path).has_value();
    }
    return true;
}

FilesRemoved removeFiles(
    const RemovalTask& task, FilesFate fate, std::time_t now,
    const std::function<void(const storage::BinnedFile&)>& binned) {
    FilesRemoved result;
    result.id = task.id;
    result.name = QString::fromStdString(task.name);
    result.fate = fate;
    if (fate == FilesFate::Keep)
        return result;
    const Judged judged = judgeAll(task);
    result.kept = judged.kept;
    if (fate == FilesFate::Bin) {
        toBin(task, judged, now, result, binned);
        partFileToBin(task, now, binned);
    } else {
        deleteForGood(task, judged, result);
        if (!task.partFile.empty())
            removePartFile(task.savePath + '/' + task.partFile);
    }
    for (const std::string& folder : foldersOf(task)) {
        if (obstacleOnTheWay(task.savePath, folder + "/x").empty())
            ::rmdir((task.savePath + '/' + folder).c_str()); // fails, as it should, unless the folder is empty
    }
    return result;
}

} // namespace essaim::engine
