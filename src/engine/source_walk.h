// Walks chosen files and folders and gathers what can be shared. Private to the engine.
#pragma once

#include "engine/create_torrent.h"
#include "engine/glob.h"
#include "hashing/file_identity.h"

#include <sys/stat.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace essaim::engine {

/// A file that goes into the torrent.
struct SourceFile {
    std::string path;     ///< UTF-8, in the torrent, without the torrent's name; empty if the torrent is this file
    std::string diskPath; ///< absolute
    hashing::FileIdentity identity;
    bool isExecutable = false;
    bool isLink = false;
};

class SourceWalk {
public:
    explicit SourceWalk(const CreateTorrentRequest& request);

    /// An item that the user chose: no rule but that it can be read stands against it. If it is a link, what it leads
    /// to is meant, wherever that is. `path`: what it is called in the torrent; `root`: the only place that links
    /// inside it may lead to.
    void addChosen(const std::string& diskPath, const std::string& path, const std::string& root);

    std::vector<SourceFile> files;
    QList<LeftOutFile> leftOut;
    QStringList emptyFolders;
    [[nodiscard]] bool wasDenied() const { return m_denied; }

private:
    using Reason = LeftOutFile::Reason;
    struct Place; ///< of the folder that is being read

    void addFolder(int parent, const std::string& name, const Place& place);
    void addEntry(int folder, const std::string& name, const Place& above);
    void addFile(const Place& place, const struct stat& status, bool isLink);
    [[nodiscard]] std::optional<Reason> refusal(const Place& place, const std::string& name) const;
    [[nodiscard]] bool leadsOutside(const std::string& diskPath) const;
    void leaveOut(const std::string& diskPath, Reason reason, bool isFolder);

    /// What an entry is called in the torrent.
    [[nodiscard]] const std::string& nameOf(const std::string& diskPath, const std::string& name) const;

    GlobList m_include;
    GlobList m_exclude;
    GlobList m_junk;
    std::vector<std::string> m_leftOut;                     ///< sorted
    std::unordered_map<std::string, std::string> m_renames; ///< by path on the disk
    bool m_skipHidden;
    bool m_skipLinks;
    std::string m_root;
    bool m_denied = false;
};

} // namespace essaim::engine
