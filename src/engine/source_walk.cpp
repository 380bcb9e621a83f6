#include "engine/source_walk.h"

#include "engine/gate/path_rules.h"

#include <QDir>
#include <QFile>
#include <QUtf8StringView>

#include <algorithm>
#include <filesystem>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace essaim::engine {

/// Where the walk is. `globPath` is folded and below the chosen item: what globs see.
struct SourceWalk::Place {
    std::string diskPath;
    std::string path;
    std::string globPath;
    std::string globName;
    bool isIncluded = false; ///< a glob of CreationFilter::include matched a folder above
};

namespace {

std::string joined(const std::string& folder, const std::string& name) {
    return folder.empty() ? name : folder + '/' + name;
}

bool isText(const std::string& name) {
    return QUtf8StringView(name.data(), qsizetype(name.size())).isValidUtf8();
}

/// What the system would answer to open(); asked only where the mode does not tell.
bool isReadable(int folder, const char* name, const struct stat& status) {
    static const uid_t user = ::geteuid();
    if (user == 0 || (status.st_uid == user && (status.st_mode & S_IRUSR) != 0))
        return true;
    return ::faccessat(folder, name, R_OK, AT_EACCESS) == 0;
}

class Folder {
public:
    Folder(int parent, const char* name)
        : m_stream(nullptr) {
        const int descriptor = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor >= 0 && (m_stream = ::fdopendir(descriptor)) == nullptr)
            ::close(descriptor);
    }
    ~Folder() {
        if (m_stream != nullptr)
            ::closedir(m_stream);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] bool isOpen() const { return m_stream != nullptr; }
    [[nodiscard]] int descriptor() const { return ::dirfd(m_stream); }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> result;
        while (const dirent* entry = ::readdir(m_stream)) {
            const std::string_view name = entry->d_name;
            if (name != "." && name != "..")
                result.emplace_back(name);
        }
        return result;
    }

private:
    DIR* m_stream;
};

} // namespace

SourceWalk::SourceWalk(const CreateTorrentRequest& request)
    : m_include(request.filter.include)
    , m_exclude(request.filter.exclude)
    , m_junk(request.filter.skipJunk ? junkPatterns() : QStringList())
    , m_skipHidden(request.filter.skipHidden)
    , m_skipLinks(request.symlinks == SymlinkPolicy::Skip) {
    for (const QString& path : request.filter.leftOut)
        m_leftOut.push_back(QFile::encodeName(QDir::cleanPath(path)).toStdString());
    std::ranges::sort(m_leftOut);
    for (auto rename = request.renames.begin(); rename != request.renames.end(); ++rename) {
        const std::string name = rename.value().toStdString();
        if (name.find('/') == std::string::npos && !refusedName(name))
            m_renames.emplace(QFile::encodeName(QDir::cleanPath(rename.key())).toStdString(), name);
    }
}

const std::string& SourceWalk::nameOf(const std::string& diskPath, const std::string& name) const {
    if (m_renames.empty())
        return name;
    const auto renamed = m_renames.find(diskPath);
    return renamed == m_renames.end() ? name : renamed->second;
}

void SourceWalk::leaveOut(const std::string& diskPath, Reason reason, bool isFolder) {
    leftOut.append({QFile::decodeName(diskPath.c_str()), reason, isFolder});
}

void SourceWalk::addChosen(const std::string& diskPath, const std::string& path, const std::string& root) {
    std::error_code ignored;
    m_root = std::filesystem::canonical(root, ignored).string();
    const auto slash = diskPath.rfind('/');
    const Place place{
        diskPath, path.empty() ? path : nameOf(diskPath, path), {}, foldedName(diskPath.substr(slash + 1)), false};
    struct stat status{};
    const bool isThere = ::stat(diskPath.c_str(), &status) == 0;
    if (std::ranges::binary_search(m_leftOut, diskPath))
        return leaveOut(diskPath, Reason::Unticked, isThere && S_ISDIR(status.st_mode));
    if (!isThere || (!S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode)))
        return leaveOut(diskPath, isThere ? Reason::Special : Reason::Link, false);
    if (S_ISDIR(status.st_mode))
        return addFolder(AT_FDCWD, diskPath, place);
    if (!isReadable(AT_FDCWD, diskPath.c_str(), status)) {
        m_denied = true;
        return leaveOut(diskPath, Reason::Unreadable, false);
    }
    addFile(place, status, false);
}

void SourceWalk::addFolder(int parent, const std::string& name, const Place& place) {
    const Folder folder(parent, name.c_str());
    if (!folder.isOpen()) {
        m_denied = true;
        return leaveOut(place.diskPath, Reason::Unreadable, true);
    }
    const std::vector<std::string> names = folder.names();
    if (names.empty())
        emptyFolders.append(QFile::decodeName(place.diskPath.c_str()));
    for (const std::string& entry : names)
        addEntry(folder.descriptor(), entry, place);
}

std::optional<LeftOutFile::Reason> SourceWalk::refusal(const Place& place, const std::string& name) const {
    if (!isText(name) || refusedName(name))
        return Reason::UnusableName;
    if (!m_leftOut.empty() && std::ranges::binary_search(m_leftOut, place.diskPath))
        return Reason::Unticked;
    if (m_exclude.matches(place.globName, place.globPath))
        return Reason::Excluded;
    if (m_junk.matches(place.globName, place.globPath))
        return Reason::Junk;
    if (m_skipHidden && name.starts_with('.'))
        return Reason::Hidden;
    return std::nullopt;
}

void SourceWalk::addEntry(int folder, const std::string& name, const Place& above) {
    Place place{joined(above.diskPath, name), {}, {}, foldedName(name), above.isIncluded};
    place.path = joined(above.path, nameOf(place.diskPath, name));
    place.globPath = joined(above.globPath, place.globName);
    struct stat status{};
    if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return leaveOut(place.diskPath, Reason::Unreadable, false);
    const bool isLink = S_ISLNK(status.st_mode);
    if (const auto reason = refusal(place, name))
        return leaveOut(place.diskPath, *reason, S_ISDIR(status.st_mode));
    // Links to folders could lead in circles.
    if (isLink && (m_skipLinks || ::fstatat(folder, name.c_str(), &status, 0) != 0 || !S_ISREG(status.st_mode) ||
                   leadsOutside(place.diskPath)))
        return leaveOut(place.diskPath, Reason::Link, false);
    place.isIncluded = place.isIncluded || m_include.isEmpty() || m_include.matches(place.globName, place.globPath);
    if (S_ISDIR(status.st_mode))
        return addFolder(folder, name, place);
    if (!place.isIncluded)
        return leaveOut(place.diskPath, Reason::Excluded, false);
    if (!S_ISREG(status.st_mode))
        return leaveOut(place.diskPath, Reason::Special, false);
    if (!isReadable(folder, name.c_str(), status)) {
        m_denied = true;
        return leaveOut(place.diskPath, Reason::Unreadable, false);
    }
    addFile(place, status, isLink);
}

bool SourceWalk::leadsOutside(const std::string& diskPath) const {
    std::error_code error;
    const std::string target = std::filesystem::canonical(diskPath, error).string();
    return error || !target.starts_with(m_root) || (target.size() > m_root.size() && target[m_root.size()] != '/');
}

void SourceWalk::addFile(const Place& place, const struct stat& status, bool isLink) {
    files.push_back(
        {place.path, place.diskPath, hashing::FileIdentity::of(status), (status.st_mode & S_IXUSR) != 0, isLink});
}

} // namespace essaim::engine
