#include "engine/save_folder.h"

#include "engine/files/file_system.h"

#include <cerrno>
#include <filesystem>

#include <unistd.h>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;

/// Asking for permissions does not tell about read-only mounts, quotas and network file systems; writing does.
std::error_code tryWriting(const std::string& folder) {
    const int file = openNameless(folder);
    if (file < 0)
        return {errno, std::generic_category()};
    ::close(file);
    return {};
}

} // namespace

Expected<void> prepareSaveFolder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error)
        return std::unexpected(systemError(error, Operation::CreateDirectory, path));
    if (!fs::is_directory(path, error))
        return failure(ErrorKind::AlreadyExists, Operation::CreateDirectory, path, "it is not a folder");
    if (const std::error_code refused = tryWriting(path))
        return std::unexpected(systemError(refused, Operation::WriteFile, path));
    return {};
}

} // namespace essaim::engine
