// One program per profile, whatever became of the one before.
#pragma once

#include "core/error.h"

#include <filesystem>
#include <memory>

namespace essaim::storage {

/// Holds a lock of the kernel on the file LOCK, which ends with the process, kill or not. What stands in the file is
/// for people. On a file system without locks there is none, and the database's own lock has to do.
class ProfileLock {
public:
    /// Errors: Busy (another process, or this one, holds it), and those of making the file, but for a full disk.
    [[nodiscard]] static Expected<std::unique_ptr<ProfileLock>> take(const std::filesystem::path& folder);
    ~ProfileLock();
    ProfileLock(const ProfileLock&) = delete;
    ProfileLock& operator=(const ProfileLock&) = delete;

private:
    explicit ProfileLock(int descriptor)
        : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace essaim::storage
