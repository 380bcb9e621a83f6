#include "engine/volumes/volume.h"

#include "engine/files/file_system.h"

#include <array>
#include <cerrno>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace essaim::engine {
namespace {

std::error_code lastError() {
    return {errno, std::generic_category()};
}

/// The path itself or the nearest folder above it that exists.
std::string existing(std::string path, struct stat& status) {
    while (::stat(path.c_str(), &status) != 0 && path != "/" && path != ".")
        path = folderOf(path);
    return path;
}

} // namespace

Expected<VolumeInfo> volumeOf(const std::string& path) {
    struct stat status{};
    const std::string start = existing(path, status);
    struct statvfs space{};
    if (::statvfs(start.c_str(), &space) != 0)
        return std::unexpected(systemError(lastError(), Operation::ReadFile, path));
    VolumeInfo volume;
    volume.device = std::int64_t(status.st_dev);
    volume.mountPoint = start;
    struct stat above{};
    while (volume.mountPoint != "/" && volume.mountPoint != ".") {
        const std::string folder = folderOf(volume.mountPoint);
        if (::stat(folder.c_str(), &above) != 0 || above.st_dev != status.st_dev)
            break;
        volume.mountPoint = folder;
    }
    volume.name = volume.mountPoint == "/" ? "/" : volume.mountPoint.substr(volume.mountPoint.rfind('/') + 1);
    volume.freeBytes = std::int64_t(space.f_bavail) * std::int64_t(space.f_frsize);
    volume.totalBytes = std::int64_t(space.f_blocks) * std::int64_t(space.f_frsize);
    volume.isReadOnly = (space.f_flag & ST_RDONLY) != 0;
    return volume;
}

Expected<void> tryToWrite(const std::string& folder) {
    struct stat status{};
    const int file = openNameless(existing(folder, status));
    if (file < 0)
        return std::unexpected(systemError(lastError(), Operation::WriteFile, folder));
    static constexpr std::array<char, 65'536> kBytes{1};
    const bool isWritten = ::write(file, kBytes.data(), kBytes.size()) == ssize_t(kBytes.size()) && ::fsync(file) == 0;
    const std::error_code error = lastError();
    ::close(file);
    if (!isWritten)
        return std::unexpected(systemError(error, Operation::WriteFile, folder));
    return {};
}

} // namespace essaim::engine
