#include "engine/files/settle_names.h"

#include "engine/durability/sync_files.h"
#include "engine/files/file_system.h"

#include <filesystem>
#include <set>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;

bool isThere(const std::string& path) {
    const auto found = lookAt(path);
    return !found || *found; // what cannot be seen counts as an obstacle
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

void finish(const std::string& savePath, const storage::RenameRecord& rename) {
    if (!obstacleOnTheWay(savePath, rename.to).empty())
        return;
    const std::string target = savePath + '/' + rename.to;
    std::error_code error;
    fs::create_directories(folderOf(target), error);
    if (!error)
        static_cast<void>(renameWithoutReplacing(savePath + '/' + rename.from, target));
}

const std::string& settle(const std::string& savePath, const storage::RenameRecord& rename) {
    const std::string old = savePath + '/' + rename.from;
    if (isThere(old) && !isThere(savePath + '/' + rename.to))
        finish(savePath, rename);
    return isThere(old) ? rename.from : rename.to;
}

} // namespace

SettledNames settleNames(const std::string& savePath, const std::vector<storage::RenameRecord>& renames) {
    SettledNames settled;
    std::error_code error;
    settled.isKnown = fs::is_directory(savePath, error);
    if (!settled.isKnown)
        return settled;
    for (const storage::RenameRecord& rename : renames)
        settled.paths[rename.number] = settle(savePath, rename);
    tidyFolders(savePath, renames);
    return settled;
}

void tidyFolders(const std::string& savePath, const std::vector<storage::RenameRecord>& renames) {
    std::set<std::string> folders;
    for (const storage::RenameRecord& rename : renames) {
        removeEmptyFolders(savePath, rename.from);
        for (const std::string& path : {rename.from, rename.to}) { // new folders stand in those above them
            for (std::string folder = folderOf(savePath + '/' + path); folder.size() >= savePath.size();
                 folder = folderOf(folder)) {
                if (!folders.insert(folder).second || folder == savePath)
                    break;
            }
        }
    }
    for (const std::string& folder : folders)
        syncFolder(folder);
}

} // namespace essaim::engine
