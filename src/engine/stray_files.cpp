#include "engine/stray_files.h"

#include "engine/mover/descriptor.h"

#include <fcntl.h>
#include <filesystem>
#include <linux/openat2.h>
#include <optional>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;
using Time = std::chrono::system_clock::time_point;

/// Below `folder` and on the same mount, through no link.
int openBelow(int folder, const std::string& path) {
    open_how how{};
    how.flags = O_PATH | O_DIRECTORY | O_CLOEXEC;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV;
    return int(::syscall(SYS_openat2, folder, path.empty() ? "." : path.c_str(), &how, sizeof how));
}

/// The place itself, held fast so that a drive which comes back meanwhile is not touched; invalid if one is there.
Descriptor openBarePlace(const std::string& point) {
    Descriptor place(::open(point.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct statx here{};
    struct statx above{};
    const bool isBare = place.isValid() && ::statx(place.get(), "", AT_EMPTY_PATH, STATX_MNT_ID, &here) == 0 &&
                        ::statx(AT_FDCWD, fs::path(point).parent_path().c_str(), 0, STATX_MNT_ID, &above) == 0 &&
                        (here.stx_mask & above.stx_mask & STATX_MNT_ID) != 0 && here.stx_mnt_id == above.stx_mnt_id;
    return isBare ? std::move(place) : Descriptor(-1);
}

bool removeIfNew(int place, const fs::path& path, Time since, unsigned type) {
    const Descriptor folder(openBelow(place, path.parent_path().string()));
    const std::string name = path.filename().string();
    struct statx file{};
    if (!folder.isValid() ||
        ::statx(folder.get(), name.c_str(), AT_SYMLINK_NOFOLLOW, STATX_TYPE | STATX_BTIME, &file) != 0 ||
        (file.stx_mask & STATX_BTIME) == 0 || (file.stx_mode & S_IFMT) != type)
        return false;
    const Time born{std::chrono::seconds(file.stx_btime.tv_sec) + std::chrono::nanoseconds(file.stx_btime.tv_nsec)};
    return born >= since && ::unlinkat(folder.get(), name.c_str(), type == S_IFDIR ? AT_REMOVEDIR : 0) == 0;
}

} // namespace

void removeStrays(const StrayFiles& strays) {
    const Descriptor place = openBarePlace(strays.point);
    if (!place.isValid())
        return;
    for (const std::string& absolute : strays.paths) {
        const fs::path path = fs::path(absolute).lexically_relative(strays.point);
        if (path.empty() || *path.begin() == "..")
            continue;
        removeIfNew(place.get(), path, strays.since, S_IFREG);
        for (fs::path folder = path.parent_path(); !folder.empty(); folder = folder.parent_path()) {
            if (!removeIfNew(place.get(), folder, strays.since, S_IFDIR))
                break;
        }
    }
}

} // namespace essaim::engine
