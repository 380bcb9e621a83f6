// Going through folders in search of what no torrent has. Private to the engine; any thread, waits for disks.
#pragma once

#include "engine/files/file_system.h"
#include "engine/files/unlisted.h"

#include <atomic>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace essaim::engine {

/// Where the files of one torrent are, or were before it was removed.
struct TorrentPlaces {
    std::string name;
    std::string savePath;
    std::vector<std::string> files; ///< relative to the save path; empty = unknown: all that goes by its name counts
    std::string partFile;           ///< libtorrent's, in the save path
    bool isRemoved = false;
};

/// What torrents have, whatever way leads there: folders by their real place, files also by their inode, so that what
/// is mounted twice or linked hard counts as theirs.
class OwnedFiles {
public:
    void add(const TorrentPlaces& torrent);
    /// Neither it nor what it lies in is ever taken for something that could go as a whole.
    void addFolder(const std::string& folder);
    /// Not looked into.
    void exclude(const std::string& folder);

    [[nodiscard]] bool has(const std::string& path, const storage::FileStamp& stamp) const;
    [[nodiscard]] bool isFolderInUse(const std::string& folder) const { return m_folders.contains(folder); }
    [[nodiscard]] bool isExcluded(const std::string& folder) const { return m_excluded.contains(folder); }
    /// Name of a removed torrent; empty if none had it.
    [[nodiscard]] std::string formerOwner(const std::string& path) const;

private:
    void addFolders(const std::string& folder);

    std::set<std::string> m_paths;
    std::set<std::string> m_folders;
    std::set<std::string> m_excluded;
    std::set<std::pair<std::int64_t, std::int64_t>> m_inodes; ///< with their device
    std::map<std::string, std::string> m_former;
};

/// What a scan tells while it runs, and hears.
struct ScanControl {
    std::atomic<bool> isStopped = false;
    std::atomic<qint64> seen = 0;
};

/// The folder with links in it followed; as it is if it does not exist.
[[nodiscard]] std::string realPath(const std::string& path);

/// Everything below these folders that nobody has; does not follow links and stays on the file system of each folder.
[[nodiscard]] UnlistedReport
scanUnlisted(const std::vector<std::string>& folders, const OwnedFiles& owned, ScanControl& control);

/// Whether a torrent has this file, or one in this folder, now, or it cannot be told.
[[nodiscard]] bool isInUse(const std::string& path, const OwnedFiles& owned);

} // namespace essaim::engine
