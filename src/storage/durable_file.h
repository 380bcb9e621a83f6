// Files that are there whole or not at all, whatever happens while they are written.
#pragma once

#include "core/error.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace essaim::storage {

/// Writes `bytes` beside `file`, syncs them and renames them into place, over what stands there. Mode 0600. The name is
/// safe once syncFolder() was called on the folder.
[[nodiscard]] Expected<void> replaceFile(const std::filesystem::path& file, std::string_view bytes);

/// Files that are replaced together: each is whole or not at all, as with replaceFile(). The disk is asked once it
/// knows of all of them, which costs little more than asking for one.
class FileBatch {
public:
    FileBatch() = default;
    ~FileBatch();
    FileBatch(const FileBatch&) = delete;
    FileBatch& operator=(const FileBatch&) = delete;

    /// Writes `bytes` beside `file`. If this fails, nothing of this file is in the batch. One that is in it already is
    /// committed first, with all others.
    [[nodiscard]] Expected<void> add(const std::filesystem::path& file, std::string_view bytes);
    /// Syncs all, then renames them into place in the order in which they were added. After a failure an unknown part
    /// of them is in place. Either way the batch is empty then.
    [[nodiscard]] Expected<void> commit();
    [[nodiscard]] std::size_t size() const { return m_files.size(); }
    [[nodiscard]] bool contains(const std::filesystem::path& file) const;

private:
    struct Fresh {
        std::filesystem::path file;
        int descriptor = -1;
    };
    void drop();

    std::vector<Fresh> m_files;
};

/// Names in the folder, new and gone, reach the disk.
[[nodiscard]] Expected<void> syncFolder(const std::filesystem::path& folder);

/// Errors: NotFound among those of the system; Unsupported for more than `limit` bytes.
[[nodiscard]] Expected<std::string> readFile(const std::filesystem::path& file, std::size_t limit);

/// Made with mode 0700 if missing. Its parent must exist.
[[nodiscard]] Expected<void> makePrivateFolder(const std::filesystem::path& folder);

} // namespace essaim::storage
