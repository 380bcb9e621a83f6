#include "storage/file_owner_store.h"

#include "storage/columns.h"

#include <functional>
#include <string_view>
#include <utility>

namespace essaim::storage {

void FileOwnerStore::put(const TorrentId& id, const std::vector<FileOwnerRecord>& files) {
    SQLite::Statement old(m_database, "DELETE FROM file_owner WHERE place = (SELECT place FROM torrent WHERE id = ?)");
    bindDigest(old, 1, id);
    old.exec();
    SQLite::Statement row(
        m_database, "INSERT INTO file_owner (place, number, path, ours, size, mtime_ns, inode, device)"
                    " SELECT place, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM torrent WHERE id = ?1");
    for (const FileOwnerRecord& file : files) {
        bindDigest(row, 1, id);
        row.bind(2, file.number);
        row.bind(3, file.path);
        row.bind(4, file.ours ? 1 : 0);
        row.bind(5, file.stamp.size);
        row.bind(6, file.stamp.mtimeNs);
        row.bind(7, file.stamp.inode);
        row.bind(8, file.stamp.device);
        row.exec();
        row.reset();
    }
}

std::vector<FileOwnerRecord> FileOwnerStore::load(const TorrentId& id) {
    SQLite::Statement rows(
        m_database, "SELECT number, path, ours, size, mtime_ns, inode, device FROM file_owner"
                    " WHERE place = (SELECT place FROM torrent WHERE id = ?) ORDER BY number");
    bindDigest(rows, 1, id);
    std::vector<FileOwnerRecord> files;
    while (rows.executeStep()) {
        FileOwnerRecord file;
        file.number = rows.getColumn(0).getInt();
        file.path = bytesOf(rows.getColumn(1));
        file.ours = rows.getColumn(2).getInt() != 0;
        file.stamp = {
            rows.getColumn(3).getInt64(), rows.getColumn(4).getInt64(), rows.getColumn(5).getInt64(),
            rows.getColumn(6).getInt64()};
        files.push_back(std::move(file));
    }
    return files;
}

void FileOwnerStore::stamp(const TorrentId& id, const std::vector<std::pair<int, FileStamp>>& stamps) {
    SQLite::Statement row(
        m_database, "UPDATE file_owner SET size = ?3, mtime_ns = ?4, inode = ?5, device = ?6"
                    " WHERE place = (SELECT place FROM torrent WHERE id = ?1) AND number = ?2");
    for (const auto& [number, stamp] : stamps) {
        bindDigest(row, 1, id);
        row.bind(2, number);
        row.bind(3, stamp.size);
        row.bind(4, stamp.mtimeNs);
        row.bind(5, stamp.inode);
        row.bind(6, stamp.device);
        row.exec();
        row.reset();
    }
}

void FileOwnerStore::rename(const TorrentId& id, int number, const std::string& path) {
    SQLite::Statement row(
        m_database, "UPDATE file_owner SET path = ?3"
                    " WHERE place = (SELECT place FROM torrent WHERE id = ?1) AND number = ?2");
    bindDigest(row, 1, id);
    row.bind(2, number);
    row.bind(3, path);
    row.exec();
}

namespace {

/// Who has a path.
class ClaimSearch {
public:
    ClaimSearch(SQLite::Database& database, std::size_t pathCount)
        : m_row(
              database, "SELECT torrent.name, torrent.id FROM file_owner JOIN torrent USING (place)"
                        " WHERE file_owner.path = ? AND torrent.save_path = ?"
                        "  AND place NOT IN (SELECT place FROM removed)") {
        // Torrents are many, and the folders in which they lie few: once known, they spare most questions about a
        // torrent of very many files.
        constexpr std::size_t kMany = 1000;
        if (pathCount <= kMany)
            return;
        m_folders.emplace();
        SQLite::Statement known(database, "SELECT DISTINCT save_path FROM torrent");
        while (known.executeStep())
            m_folders->emplace(bytesOf(known.getColumn(0)));
    }

    /// Name of a torrent.
    std::optional<std::string> find(std::string_view path, const std::set<TorrentId>& except) {
        // Another torrent may call a folder further up, or further down, its save path.
        auto slash = path.size() < 2 || path.ends_with('/') ? std::string_view::npos : path.rfind('/');
        while (slash != std::string_view::npos) {
            const std::string_view folder = slash == 0 ? "/" : path.substr(0, slash);
            if (!m_folders || m_folders->contains(folder)) {
                if (auto name = ownerIn(folder, path.substr(slash + 1), except))
                    return name;
            }
            slash = slash == 0 ? std::string_view::npos : path.rfind('/', slash - 1);
        }
        return std::nullopt;
    }

private:
    std::optional<std::string>
    ownerIn(std::string_view folder, std::string_view relative, const std::set<TorrentId>& except) {
        m_row.reset();
        m_row.bind(1, std::string(relative));
        m_row.bind(2, std::string(folder));
        while (m_row.executeStep()) {
            if (!except.contains(digestOf<20>(m_row.getColumn(1)).value_or(TorrentId{})))
                return std::string(bytesOf(m_row.getColumn(0)));
        }
        return std::nullopt;
    }

    SQLite::Statement m_row;
    std::optional<std::set<std::string, std::less<>>> m_folders; ///< save paths
};

} // namespace

std::optional<FileOwnerStore::Claim>
FileOwnerStore::claimOf(const std::vector<std::string>& paths, const std::set<TorrentId>& except) {
    ClaimSearch search(m_database, paths.size());
    for (const std::string& path : paths) {
        if (auto name = search.find(path, except))
            return Claim{std::move(*name), path};
    }
    return std::nullopt;
}

std::vector<std::size_t>
FileOwnerStore::claimed(const std::vector<std::string>& paths, const std::set<TorrentId>& except) {
    ClaimSearch search(m_database, paths.size());
    std::vector<std::size_t> claimed;
    for (std::size_t at = 0; at < paths.size(); ++at) {
        if (search.find(paths[at], except))
            claimed.push_back(at);
    }
    return claimed;
}

} // namespace essaim::storage
