#include "engine/files/bin_search.h"

#include "engine/files/file_system.h"
#include "engine/files/trash.h"

namespace essaim::engine {
namespace {

using storage::BinnedFile;
using storage::FileOwnerRecord;

bool isThatFile(const FileOwnerRecord& file, const std::string& inBin) {
    const auto there = lookAt(inBin).value_or(std::nullopt);
    if (!there || there->type != FileAtPath::Type::Regular)
        return false;
    return file.stamp.size < 0 || (file.stamp.size == there->stamp.size && file.stamp.mtimeNs == there->stamp.mtimeNs);
}

} // namespace

std::vector<BinnedFile> findInBin(const RemovalTask& task, std::time_t since) {
    const auto trash = Trash::onVolumeOf(task.savePath);
    if (!trash)
        return {};
    const auto contents = trash->takenSince(since);
    std::map<std::string, BinnedFile> found;
    for (const FileOwnerRecord& file : task.files) {
        const std::string whole = task.savePath + '/' + file.path;
        if (contents.empty() || !file.ours || lookAt(whole).value_or(std::nullopt))
            continue;
        // The file itself, or the largest folder below the save path that went as a whole.
        for (std::size_t end = whole.size(); end > task.savePath.size(); end = whole.rfind('/', end - 1)) {
            const auto unit = contents.find(whole.substr(0, end));
            if (unit != contents.end() && isThatFile(file, unit->second + whole.substr(end)))
                found.emplace(unit->first, BinnedFile{unit->first, unit->second});
        }
    }
    if (const auto unit = contents.find(task.savePath + '/' + task.partFile); unit != contents.end())
        found.emplace(unit->first, BinnedFile{unit->first, unit->second});
    std::vector<BinnedFile> files;
    for (const auto& [path, file] : found)
        files.push_back(file);
    return files;
}

} // namespace essaim::engine
