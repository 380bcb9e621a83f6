#include "engine/durability/sync_files.h"

#include "engine/files/file_system.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <set>
#include <thread>
#include <unistd.h>

namespace essaim::engine {
namespace {

using Clock = std::chrono::steady_clock;

/// Brings a large file to the disk part by part, with pauses. Not a sync: that comes after it and finds little to do.
void writePatiently(int file, const std::atomic<bool>& hurry) {
    constexpr off64_t kPart = off64_t{32} << 20;
    constexpr auto kLongestPause = std::chrono::seconds(2);
    const off64_t end = ::lseek64(file, 0, SEEK_END);
    for (off64_t at = 0; at < end && !hurry; at += kPart) {
        const auto began = Clock::now();
        ::sync_file_range(
            file, at, kPart, SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
        const auto pause = std::min<Clock::duration>(Clock::now() - began, kLongestPause);
        for (const auto until = Clock::now() + pause; Clock::now() < until && !hurry;)
            std::this_thread::sleep_for(std::min<Clock::duration>(pause, std::chrono::milliseconds(50)));
    }
}

Expected<void> syncOne(const std::string& path, int flags, const std::atomic<bool>* hurry = nullptr) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | flags);
    if (file >= 0 && hurry != nullptr)
        writePatiently(file, *hurry);
    const bool isSynced = file >= 0 && ((flags & O_DIRECTORY) != 0 ? ::fsync(file) : ::fdatasync(file)) == 0;
    const std::error_code error(errno, std::generic_category());
    if (file >= 0)
        ::close(file);
    // Some file systems cannot sync a folder, and say so.
    if (!isSynced && !((flags & O_DIRECTORY) != 0 && error == std::errc::invalid_argument))
        return std::unexpected(systemError(error, Operation::WriteFile, path));
    return {};
}

} // namespace

Expected<Stamps>
syncFiles(const std::vector<FileToSync>& files, const std::string& partFile, const std::atomic<bool>* hurry) {
    bool usesPartFile = false;
    Stamps stamps;
    std::set<std::string> folders;
    for (const FileToSync& file : files) {
        if (const auto synced = syncOne(file.path, 0, hurry); !synced) {
            if (partFile.empty() || synced.error().kind != ErrorKind::NotFound)
                return std::unexpected(synced.error());
            usesPartFile = true;
            continue;
        }
        folders.insert(folderOf(file.path));
        if (!file.isComplete)
            continue;
        const auto there = lookAt(file.path);
        if (there && *there)
            stamps.emplace_back(file.number, (*there)->stamp);
    }
    if (usesPartFile) {
        if (const auto synced = syncOne(partFile, 0); !synced)
            return std::unexpected(synced.error());
        folders.insert(folderOf(partFile));
    }
    for (const std::string& folder : folders) {
        if (const auto synced = syncOne(folder, O_DIRECTORY); !synced)
            return std::unexpected(synced.error());
    }
    return stamps;
}

void syncFolder(const std::string& folder) {
    static_cast<void>(syncOne(folder, O_DIRECTORY));
}

void beginWriting(const std::vector<FileToSync>& files) {
    for (const FileToSync& file : files) {
        const int descriptor = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (descriptor < 0)
            continue;
        ::sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
        ::close(descriptor);
    }
}

} // namespace essaim::engine
