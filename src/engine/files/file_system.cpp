#include "engine/files/file_system.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace essaim::engine {
namespace {

std::error_code lastError() {
    return {errno, std::generic_category()};
}

/// For file systems that know no renameat2(): a hard link fails as well where something stands.
Expected<void> linkAndUnlink(const std::string& from, const std::string& to) {
    if (::link(from.c_str(), to.c_str()) != 0)
        return std::unexpected(systemError(lastError(), Operation::WriteFile, to));
    if (::unlink(from.c_str()) == 0)
        return {};
    const Error error = systemError(lastError(), Operation::WriteFile, from);
    ::unlink(to.c_str());
    return std::unexpected(error);
}

} // namespace

Expected<std::optional<FileAtPath>> lookAt(const std::string& path) {
    struct stat status{};
    if (::lstat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return std::nullopt;
        return std::unexpected(systemError(lastError(), Operation::ReadFile, path));
    }
    FileAtPath file;
    file.type = S_ISREG(status.st_mode)   ? FileAtPath::Type::Regular
                : S_ISDIR(status.st_mode) ? FileAtPath::Type::Folder
                                          : FileAtPath::Type::Other;
    file.stamp.size = status.st_size;
    file.stamp.mtimeNs = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
    file.stamp.inode = std::int64_t(status.st_ino);
    file.stamp.device = std::int64_t(status.st_dev);
    return file;
}

Expected<void> renameWithoutReplacing(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno == EINVAL || errno == ENOSYS)
        return linkAndUnlink(from, to);
    return std::unexpected(systemError(lastError(), Operation::WriteFile, to));
}

std::string obstacleOnTheWay(const std::string& root, const std::string& relative) {
    for (auto slash = relative.find('/'); slash != std::string::npos; slash = relative.find('/', slash + 1)) {
        const std::string folder = root + '/' + relative.substr(0, slash);
        const auto there = lookAt(folder);
        if (there && !*there)
            return {}; // nor is anything below it
        if (!there || (*there)->type != FileAtPath::Type::Folder)
            return folder;
    }
    return {};
}

int openNameless(const std::string& folder) {
    int file = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    const bool isUnknown = errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL || errno == ENOSYS;
    if (file >= 0 || !isUnknown)
        return file;
    std::string named = folder + "/.essaim-XXXXXX"; // not every file system has files without a name
    file = ::mkostemp(named.data(), O_CLOEXEC);
    if (file >= 0)
        ::unlink(named.c_str());
    return file;
}

std::string folderOf(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string(".") : slash == 0 ? std::string("/") : path.substr(0, slash);
}

} // namespace essaim::engine
