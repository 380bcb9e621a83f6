#include "engine/files/unlisted_scan.h"

#include "engine/files/incomplete_names.h"

#include <algorithm>
#include <filesystem>

namespace essaim::engine {
namespace {

namespace fs = std::filesystem;

QString shown(const std::string& path) {
    return QString::fromStdString(path);
}

/// Bins, and what repairs of file systems leave: not for us to tidy.
bool isReserved(const std::string& name) {
    return name == "lost+found" || name.starts_with(".Trash") || name == "$RECYCLE.BIN" ||
           name == "System Volume Information";
}

/// The names in a folder, sorted; the folder is closed again when this returns.
Expected<std::vector<std::string>> namesIn(const std::string& folder) {
    std::error_code code;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code))
        names.push_back(entry->path().filename().string());
    if (code)
        return std::unexpected(systemError(code, Operation::ReadFile, folder));
    std::ranges::sort(names);
    return names;
}

class Scan {
public:
    Scan(const OwnedFiles& owned, ScanControl& control, UnlistedReport& report)
        : m_owned(owned)
        , m_control(control)
        , m_report(report) {}

    /// What is mounted below belongs to others.
    void stayOn(std::int64_t device) { m_device = device; }

    void run(const std::string& root) {
        const auto there = lookAt(root);
        if (!there)
            m_report.unread.append(shown(root));
        if (!there || !*there || (*there)->type != FileAtPath::Type::Folder)
            return;
        stayOn((*there)->stamp.device);
        (void)lookInto(root, true);
    }

    /// Nothing if something in the folder is a torrent's, or cannot be known; what is not is in the report then.
    std::optional<UnlistedEntry> lookInto(const std::string& folder, bool isKept) {
        const auto names = namesIn(folder);
        if (!names) {
            m_report.unread.append(shown(folder));
            return std::nullopt;
        }
        UnlistedEntry whole{shown(folder), true, 0, 0, {}, {}};
        QList<UnlistedEntry> loose;
        for (const std::string& name : *names) {
            if (m_control.isStopped)
                return std::nullopt;
            const auto entry = lookAtOne((folder == "/" ? folder : folder + '/') + name, name);
            isKept = isKept || !entry;
            if (!entry)
                continue;
            whole.files += entry->files;
            whole.size += entry->size;
            whole.changed = std::max(whole.changed, entry->changed);
            if (whole.formerly.isEmpty())
                whole.formerly = entry->formerly;
            loose.append(*entry);
        }
        if (!isKept)
            return whole;
        m_report.entries.append(loose);
        return std::nullopt;
    }

private:
    std::optional<UnlistedEntry> lookAtOne(const std::string& path, const std::string& name) {
        const auto there = lookAt(path);
        if (!there)
            m_report.unread.append(shown(path));
        if (!there || !*there) // who cannot be asked, and who left a moment ago
            return std::nullopt;
        const FileAtPath& file = **there;
        if (file.type == FileAtPath::Type::Folder) {
            const bool isForeign = file.stamp.device != m_device || isReserved(name) || m_owned.isExcluded(path);
            if (isForeign || m_owned.has(path, file.stamp))
                return std::nullopt;
            return lookInto(path, m_owned.isFolderInUse(path));
        }
        ++m_control.seen;
        if (m_owned.has(path, file.stamp) || m_owned.isFolderInUse(path)) // a link on the way to a torrent's file
            return std::nullopt;
        return UnlistedEntry{
            shown(path),
            false,
            1,
            file.type == FileAtPath::Type::Regular ? file.stamp.size : 0,
            QDateTime::fromMSecsSinceEpoch(file.stamp.mtimeNs / 1'000'000),
            QString::fromStdString(m_owned.formerOwner(path))};
    }

    const OwnedFiles& m_owned;
    ScanControl& m_control;
    UnlistedReport& m_report;
    std::int64_t m_device = 0;
};

/// Without those that lie within others.
std::vector<std::string> outermost(const std::vector<std::string>& folders) {
    std::set<std::string> real;
    for (const std::string& folder : folders)
        real.insert(realPath(folder));
    std::vector<std::string> outer;
    for (const std::string& folder : real) {
        const auto holds = [&folder](const std::string& other) {
            return other == "/" || (folder.starts_with(other) && folder[other.size()] == '/');
        };
        if (!std::ranges::any_of(outer, holds))
            outer.push_back(folder);
    }
    return outer;
}

} // namespace

std::string realPath(const std::string& path) {
    std::error_code code;
    const fs::path real = fs::canonical(path, code);
    return code ? fs::path(path).lexically_normal().string() : real.string();
}

void OwnedFiles::add(const TorrentPlaces& torrent) {
    const std::string folder = realPath(torrent.savePath);
    std::vector<std::string> files = torrent.files;
    if (files.empty() && !torrent.isRemoved)
        files.push_back(torrent.name);
    if (!torrent.partFile.empty())
        files.push_back(torrent.partFile);
    if (!torrent.isRemoved)
        addFolders(folder);
    for (const std::string& file : files) {
        const std::string path = folder + '/' + file;
        if (torrent.isRemoved) {
            m_former.emplace(path, torrent.name);
            continue;
        }
        m_paths.insert(path);
        m_paths.insert(otherNameOf(path)); // it gets that one when it is complete, or had it until then
        addFolders(fs::path(path).parent_path().string());
        if (const auto there = lookAt(path).value_or(std::nullopt))
            m_inodes.emplace(there->stamp.device, there->stamp.inode);
    }
}

void OwnedFiles::addFolder(const std::string& folder) {
    addFolders(realPath(folder));
}

void OwnedFiles::addFolders(const std::string& folder) {
    for (fs::path path = folder; m_folders.insert(path.string()).second && path.has_relative_path();)
        path = path.parent_path();
}

void OwnedFiles::exclude(const std::string& folder) {
    if (!folder.empty())
        m_excluded.insert(realPath(folder));
}

bool OwnedFiles::has(const std::string& path, const storage::FileStamp& stamp) const {
    return m_paths.contains(path) || m_inodes.contains({stamp.device, stamp.inode});
}

std::string OwnedFiles::formerOwner(const std::string& path) const {
    const auto found = m_former.find(path);
    return found == m_former.end() ? std::string() : found->second;
}

UnlistedReport scanUnlisted(const std::vector<std::string>& folders, const OwnedFiles& owned, ScanControl& control) {
    UnlistedReport report;
    for (const std::string& root : outermost(folders))
        Scan(owned, control, report).run(root);
    report.seen = control.seen;
    std::ranges::sort(report.entries, {}, &UnlistedEntry::path);
    if (control.isStopped)
        report.error = Error{ErrorKind::Cancelled, Operation::ReadFile, {}, {}};
    return report;
}

bool isInUse(const std::string& path, const OwnedFiles& owned) {
    const auto there = lookAt(path);
    if (!there || !*there)
        return !there;
    if (owned.has(path, (*there)->stamp) || owned.isFolderInUse(path))
        return true;
    if ((*there)->type != FileAtPath::Type::Folder)
        return false;
    ScanControl control;
    UnlistedReport report;
    Scan scan(owned, control, report);
    scan.stayOn((*there)->stamp.device);
    return !scan.lookInto(path, false);
}

} // namespace essaim::engine
