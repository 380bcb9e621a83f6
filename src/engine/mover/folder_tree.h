// Files below a folder, reached part by part and never through a symbolic link. Private to the engine.
#pragma once

#include "core/error.h"
#include "engine/mover/descriptor.h"

#include <cstdint>
#include <optional>
#include <string>

namespace essaim::engine {

/// What the system says about a name.
struct FileFacts {
    enum class Kind : std::uint8_t { File, Folder, Link, Other };
    Kind kind = Kind::Other;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t allocated = 0; ///< bytes that it takes on the disk
    std::int64_t modifiedNs = 0;
    unsigned mode = 0; ///< permissions

    bool operator==(const FileFacts&) const = default;
};

/// A folder by its path, and what lies below it. Paths are relative, '/' between parts; the folder itself may be
/// reached through links, what lies below may not. Every function waits for the disk; any thread. Errors carry
/// Operation::MoveFiles and the whole path.
class FolderTree {
public:
    /// Opens an existing folder. NotFound: it is not there; AlreadyExists: something else is.
    [[nodiscard]] static Expected<FolderTree> open(const std::string& path);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::uint64_t device() const; ///< on which the folder itself lies
    [[nodiscard]] std::string pathOf(const std::string& relative) const { return m_path + '/' + relative; }

    /// Nothing if no such name exists. Unsupported: a link stands on the way to it.
    [[nodiscard]] Expected<std::optional<FileFacts>> facts(const std::string& relative) const;
    /// The folder in which the name stands; with `make`, made with all above it.
    [[nodiscard]] Expected<Descriptor> openParent(const std::string& relative, bool make = false) const;
    [[nodiscard]] Expected<Descriptor> openFile(const std::string& relative, int flags) const;
    /// It is no error if the file is not there.
    [[nodiscard]] Expected<void> unlink(const std::string& relative) const;
    /// Removes the folder if it is empty, without a word if it is not.
    void removeIfEmpty(const std::string& relative) const;
    /// Makes the names in the folder of `relative` durable.
    [[nodiscard]] Expected<void> syncParent(const std::string& relative) const;

    /// Renames, and never replaces: AlreadyExists. Another file system: Unsupported with detail kOtherFileSystem.
    [[nodiscard]] static Expected<void>
    rename(const FolderTree& from, const std::string& name, const FolderTree& to, const std::string& newName);

    static constexpr const char* kOtherFileSystem = "another file system";

private:
    FolderTree(std::string path, Descriptor handle)
        : m_path(std::move(path))
        , m_handle(std::move(handle)) {}
    [[nodiscard]] std::unexpected<Error> fail(int code, const std::string& relative) const;

    std::string m_path;
    Descriptor m_handle;
};

/// The last part of a path.
[[nodiscard]] inline std::string lastPart(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

[[nodiscard]] FileFacts factsOf(int handle);

} // namespace essaim::engine
