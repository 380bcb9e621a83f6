#include "engine/save_root_probe.h"

#include "engine/mover/descriptor.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace essaim::engine {

namespace {

namespace fs = std::filesystem;

constexpr std::array kOfTheSystem{"/", "/home", "/tmp", "/usr", "/var", "/var/tmp", "/opt", "/srv", "/run", "/dev/shm"};
constexpr std::array kNeverDrives{"proc", "sysfs", "devtmpfs", "devpts", "cgroup2", "overlay", "mqueue", "hugetlbfs"};

/// UUID of the file system as the device manager knows it; empty for network shares and the like.
std::string uuidOf(const Mount& mount) {
    struct stat device{};
    const bool hasDevice = ::stat(mount.source.c_str(), &device) == 0 && S_ISBLK(device.st_mode);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator("/dev/disk/by-uuid", error)) {
        struct stat status{};
        if (::stat(entry.path().c_str(), &status) != 0 || !S_ISBLK(status.st_mode))
            continue;
        if (status.st_rdev == mount.device || (hasDevice && status.st_rdev == device.st_rdev))
            return entry.path().filename().string();
    }
    return {};
}

std::string readMarker(const std::string& point) {
    const Descriptor file(::open((point + '/' + kRootMarker).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    std::array<char, 64> text{};
    const ssize_t got = file.isValid() ? ::read(file.get(), text.data(), text.size()) : 0;
    return got > 0 ? std::string(text.data(), std::size_t(got)) : std::string();
}

/// The marker that is there, or a new one; empty where nothing may be written.
std::string leaveMarker(const std::string& point) {
    const std::string path = point + '/' + kRootMarker;
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (file.isValid()) {
        const std::string text = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + '\n';
        if (::write(file.get(), text.data(), text.size()) != ssize_t(text.size()) || ::fsync(file.get()) != 0)
            ::unlink(path.c_str());
    }
    return readMarker(point);
}

bool isSame(const storage::SaveRootRecord& root, const Mount& mount) {
    const std::string uuid = uuidOf(mount);
    if (!root.fileSystem.empty() && uuid == root.fileSystem)
        return true;
    if (!root.marker.empty()) // copied to a new disk, or of a kind that has no UUID
        return (root.fileSystem.empty() || !uuid.empty()) && readMarker(root.point) == root.marker;
    return root.fileSystem.empty() && root.type == mount.type && root.source == mount.source;
}

} // namespace

bool isDrive(const Mount& mount, const Mount* ofProfile) {
    return std::ranges::find(kOfTheSystem, mount.point) == kOfTheSystem.end() &&
           std::ranges::find(kNeverDrives, mount.type) == kNeverDrives.end() &&
           (ofProfile == nullptr || ofProfile->point != mount.point);
}

RootAnswer probeRoot(const storage::SaveRootRecord& root) {
    struct statvfs space{};
    // Wakes a drive that is mounted on demand, and tells of one that is gone though still in the list.
    if (::statvfs(root.point.c_str(), &space) != 0)
        return {};
    const MountTable mounts = MountTable::read();
    const Mount* mount = mounts.at(root.point);
    if (mount == nullptr || !isSame(root, *mount))
        return {};
    const bool isReadOnly = mount->isReadOnly || (space.f_flag & ST_RDONLY) != 0;
    return {isReadOnly ? DriveState::ReadOnly : DriveState::Present, mount->id};
}

std::optional<storage::SaveRootRecord> identifyRoot(const std::string& point) {
    const MountTable mounts = MountTable::read();
    const Mount* mount = mounts.at(point);
    if (mount == nullptr)
        return std::nullopt;
    storage::SaveRootRecord root;
    root.point = point;
    root.type = mount->type;
    root.source = mount->source;
    root.fileSystem = uuidOf(*mount);
    root.marker = leaveMarker(point);
    return root;
}

} // namespace essaim::engine
