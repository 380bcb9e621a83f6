#include "engine/mover/move_plan.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace essaim::engine {

namespace {

constexpr std::int64_t kLeftForOthers = 8 << 20;

std::string parentOf(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

Expected<std::optional<storage::MoveFile>> planFile(const FolderTree& source, const std::string& path) {
    const auto facts = source.facts(path);
    if (!facts)
        return std::unexpected(facts.error());
    if (!*facts)
        return std::nullopt;
    if ((*facts)->kind != FileFacts::Kind::File)
        return failure(
            ErrorKind::Unsupported, Operation::MoveFiles, source.pathOf(path),
            (*facts)->kind == FileFacts::Kind::Link ? "it is a symbolic link" : "it is not a plain file");
    storage::MoveFile file;
    file.path = path;
    file.size = (*facts)->size;
    file.modifiedNs = (*facts)->modifiedNs;
    file.inode = (*facts)->inode;
    return file;
}

/// The target's folders that are not there yet: its own and those above it, then the torrent's.
std::vector<std::string> missingFolders(const storage::MoveRecord& record) {
    std::vector<std::string> missing;
    const std::string there = nearestFolder(record.target);
    for (std::string path = record.target; path.size() > there.size(); path = parentOf(path))
        missing.insert(missing.begin(), path);
    std::vector<std::string> inner = foldersOf(record.files);
    std::ranges::reverse(inner);
    std::error_code ignored;
    for (const std::string& folder : inner) {
        const std::string path = record.target + '/' + folder;
        if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
            missing.push_back(path);
    }
    return missing;
}

/// Nothing may stand where a file will go.
Expected<void> checkConflicts(const storage::MoveRecord& record) {
    struct stat status{};
    if (::stat(record.target.c_str(), &status) != 0)
        return {}; // will be made, so nothing is in it
    const auto target = FolderTree::open(record.target);
    if (!target)
        return std::unexpected(target.error());
    for (const storage::MoveFile& file : record.files) {
        const auto facts = target->facts(file.path);
        if (!facts)
            return std::unexpected(facts.error());
        if (*facts)
            return failure(
                ErrorKind::AlreadyExists, Operation::MoveFiles, target->pathOf(file.path), "nothing is replaced");
    }
    return {};
}

} // namespace

std::string nearestFolder(const std::string& path) {
    std::error_code ignored;
    std::string there = path;
    while (!there.empty() && !std::filesystem::is_directory(there, ignored))
        there = parentOf(there);
    return there.empty() ? "/" : there;
}

std::string copyNameOf(const storage::MoveRecord& record, std::size_t number) {
    const std::string& path = record.files.at(number).path;
    return path.substr(0, path.size() - lastPart(path).size()) + ".essaim-part-" + std::to_string(record.id) + '-' +
           std::to_string(number);
}

std::vector<std::string> foldersOf(const std::vector<storage::MoveFile>& files) {
    std::set<std::string> folders;
    for (const storage::MoveFile& file : files) {
        for (std::string folder = parentOf(file.path); !folder.empty(); folder = parentOf(folder)) {
            if (!folders.insert(folder).second)
                break;
        }
    }
    // Backwards in the order of names, what lies inside a folder comes before it.
    return {folders.rbegin(), folders.rend()};
}

bool areApart(const std::string& source, const std::string& target) {
    struct stat from{};
    struct stat to{};
    return ::stat(source.c_str(), &from) != 0 || ::stat(nearestFolder(target).c_str(), &to) != 0 ||
           from.st_dev != to.st_dev;
}

Expected<void> checkFreeSpace(const std::string& target, std::int64_t bytes) {
    struct statvfs space{};
    if (::statvfs(nearestFolder(target).c_str(), &space) != 0)
        return std::unexpected(systemError({errno, std::generic_category()}, Operation::MoveFiles, target));
    const auto available = std::int64_t(space.f_bavail) * std::int64_t(space.f_frsize);
    if (bytes > 0 && available < bytes + kLeftForOthers)
        return failure(
            ErrorKind::DiskFull, Operation::MoveFiles, target,
            std::to_string(bytes) + " bytes needed, " + std::to_string(available) + " free");
    return {};
}

Expected<void> checkPlaces(const std::string& source, const std::string& target) {
    struct stat from{};
    struct stat to{};
    if (::stat(source.c_str(), &from) != 0) {
        if (errno == ENOENT) // nothing was downloaded yet
            return {};
        return std::unexpected(systemError({errno, std::generic_category()}, Operation::MoveFiles, source));
    }
    if (::stat(target.c_str(), &to) == 0) {
        if (!S_ISDIR(to.st_mode))
            return failure(ErrorKind::AlreadyExists, Operation::MoveFiles, target, "it is not a folder");
        if (from.st_dev == to.st_dev && from.st_ino == to.st_ino)
            return failure(ErrorKind::AlreadyExists, Operation::MoveFiles, target, "the files are there already");
    }
    return {};
}

Expected<void> planMove(storage::MoveRecord& record, const std::vector<std::string>& paths) {
    record.files.clear();
    record.newFolders.clear();
    if (auto places = checkPlaces(record.source, record.target); !places)
        return places;
    const auto source = FolderTree::open(record.source);
    if (!source && source.error().kind != ErrorKind::NotFound)
        return std::unexpected(source.error());
    std::int64_t allocated = 0;
    for (const std::string& path : source ? paths : std::vector<std::string>()) {
        auto file = planFile(*source, path);
        if (!file)
            return std::unexpected(file.error());
        if (!*file)
            continue;
        record.files.push_back(std::move(**file));
        if (const auto facts = source->facts(path); facts && *facts)
            allocated += (*facts)->allocated;
    }
    record.newFolders = missingFolders(record);
    if (auto free = checkConflicts(record); !free)
        return free;
    return areApart(record.source, record.target) ? checkFreeSpace(record.target, allocated) : Expected<void>();
}

} // namespace essaim::engine
