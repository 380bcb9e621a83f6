#include "engine/mover/folder_tree.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

namespace essaim::engine {

namespace {

FileFacts factsFrom(const struct stat& status) {
    FileFacts facts;
    facts.kind = S_ISREG(status.st_mode)   ? FileFacts::Kind::File
                 : S_ISDIR(status.st_mode) ? FileFacts::Kind::Folder
                 : S_ISLNK(status.st_mode) ? FileFacts::Kind::Link
                                           : FileFacts::Kind::Other;
    facts.device = status.st_dev;
    facts.inode = status.st_ino;
    facts.size = status.st_size;
    facts.allocated = std::int64_t(status.st_blocks) * 512;
    facts.modifiedNs = std::int64_t(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    facts.mode = status.st_mode & 07777;
    return facts;
}

/// Where the file system cannot refuse to replace by itself (NFS, many in user space): a second name for the file is
/// never given over an existing one either; and where there are no second names, the new name is taken first, empty.
int renameByOtherMeans(int from, const char* name, int to, const char* newName) {
    if (::linkat(from, name, to, newName, 0) == 0)
        return ::unlinkat(from, name, 0);
    if (errno == EEXIST)
        return -1;
    const Descriptor place(::openat(to, newName, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!place.isValid())
        return -1;
    if (::renameat(from, name, to, newName) == 0)
        return 0;
    const int code = errno;
    ::unlinkat(to, newName, 0);
    errno = code;
    return -1;
}

int renameWithoutReplacing(int from, const char* name, int to, const char* newName) {
    if (::renameat2(from, name, to, newName, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
        return renameByOtherMeans(from, name, to, newName);
    return -1;
}

} // namespace

FileFacts factsOf(int handle) {
    struct stat status{};
    return ::fstat(handle, &status) == 0 ? factsFrom(status) : FileFacts{};
}

std::unexpected<Error> FolderTree::fail(int code, const std::string& relative) const {
    const std::string path = relative.empty() ? m_path : pathOf(relative);
    if (code == ELOOP)
        return failure(ErrorKind::Unsupported, Operation::MoveFiles, path, "a symbolic link stands in the way");
    if (code == ENOTDIR)
        return failure(ErrorKind::AlreadyExists, Operation::MoveFiles, path, "a file stands where a folder should be");
    return std::unexpected(systemError({code, std::generic_category()}, Operation::MoveFiles, path));
}

Expected<FolderTree> FolderTree::open(const std::string& path) {
    FolderTree tree(path, Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)));
    if (!tree.m_handle.isValid())
        return tree.fail(errno, {});
    return tree;
}

std::uint64_t FolderTree::device() const {
    return factsOf(m_handle.get()).device;
}

Expected<Descriptor> FolderTree::openParent(const std::string& relative, bool make) const {
    Descriptor folder(::openat(m_handle.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isValid())
        return fail(errno, {});
    std::size_t begin = 0;
    for (std::size_t slash = relative.find('/'); slash != std::string::npos; slash = relative.find('/', begin)) {
        const std::string part = relative.substr(begin, slash - begin);
        if (make && ::mkdirat(folder.get(), part.c_str(), 0777) != 0 && errno != EEXIST)
            return fail(errno, relative.substr(0, slash));
        Descriptor next(::openat(folder.get(), part.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!next.isValid()) {
            struct stat status{};
            const int code = errno;
            const bool isLink = code == ENOTDIR &&
                                ::fstatat(folder.get(), part.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                                S_ISLNK(status.st_mode);
            return fail(isLink ? ELOOP : code, relative.substr(0, slash));
        }
        folder = std::move(next);
        begin = slash + 1;
    }
    return folder;
}

Expected<std::optional<FileFacts>> FolderTree::facts(const std::string& relative) const {
    const auto parent = openParent(relative);
    if (!parent) {
        if (parent.error().kind == ErrorKind::NotFound)
            return std::nullopt;
        return std::unexpected(parent.error());
    }
    struct stat status{};
    if (::fstatat(parent->get(), lastPart(relative).c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0)
        return factsFrom(status);
    if (errno == ENOENT)
        return std::nullopt;
    return fail(errno, relative);
}

Expected<Descriptor> FolderTree::openFile(const std::string& relative, int flags) const {
    const auto parent = openParent(relative, (flags & O_CREAT) != 0);
    if (!parent)
        return std::unexpected(parent.error());
    // Without waiting: a pipe under this name would keep us for ever.
    Descriptor file(
        ::openat(parent->get(), lastPart(relative).c_str(), flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0666));
    if (!file.isValid())
        return fail(errno, relative);
    if (factsOf(file.get()).kind != FileFacts::Kind::File)
        return failure(ErrorKind::AlreadyExists, Operation::MoveFiles, pathOf(relative), "it is not a plain file");
    return file;
}

Expected<void> FolderTree::unlink(const std::string& relative) const {
    const auto parent = openParent(relative);
    if (!parent && parent.error().kind == ErrorKind::NotFound)
        return {};
    if (!parent)
        return std::unexpected(parent.error());
    if (::unlinkat(parent->get(), lastPart(relative).c_str(), 0) != 0 && errno != ENOENT)
        return fail(errno, relative);
    return {};
}

void FolderTree::removeIfEmpty(const std::string& relative) const {
    if (const auto parent = openParent(relative))
        ::unlinkat(parent->get(), lastPart(relative).c_str(), AT_REMOVEDIR);
}

Expected<void> FolderTree::syncParent(const std::string& relative) const {
    const auto parent = openParent(relative);
    if (!parent)
        return std::unexpected(parent.error());
    // Some file systems know no fsync of folders.
    if (::fsync(parent->get()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return fail(errno, relative);
    return {};
}

Expected<void>
FolderTree::rename(const FolderTree& from, const std::string& name, const FolderTree& to, const std::string& newName) {
    const auto oldParent = from.openParent(name);
    if (!oldParent)
        return std::unexpected(oldParent.error());
    const auto newParent = to.openParent(newName, true);
    if (!newParent)
        return std::unexpected(newParent.error());
    if (renameWithoutReplacing(oldParent->get(), lastPart(name).c_str(), newParent->get(), lastPart(newName).c_str()) ==
        0)
        return {};
    if (errno == EXDEV)
        return failure(ErrorKind::Unsupported, Operation::MoveFiles, to.pathOf(newName), kOtherFileSystem);
    return errno == ENOENT ? from.fail(errno, name) : to.fail(errno, newName);
}

} // namespace essaim::engine
