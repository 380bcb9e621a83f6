// Which pieces of a torrent lie on the disk, found out with our own hasher. Private to the engine.
#pragma once

#include "core/error.h"
#include "engine/torrent_loader.h"
#include "hashing/hasher.h"

#include <optional>
#include <string>
#include <vector>

namespace essaim::engine {

/// One check of one torrent. With hashes of version 2, each file is compared by itself; else pieces run across files.
class Checker {
public:
    /// `paths`: absolute, where each file of the library's list lies; those of pad files are not looked at.
    /// `torrent`: the whole .torrent, for its piece layers. Nothing is kept of either argument but what is needed.
    Checker(const lt::torrent_info& info, std::string_view torrent, const std::vector<std::string>& paths);

    Checker(const Checker&) = delete;
    Checker& operator=(const Checker&) = delete;

    void setThreads(int threads) { m_job.threads = threads; }
    /// One thread, which yields to everything else.
    void setGentle() {
        m_job.threads = 1;
        m_job.isGentle = true;
    }
    /// The file lies in parts in another one (HashFile::extents).
    void readFrom(lt::file_index_t file, const std::string& path, std::vector<hashing::HashExtent> extents);
    void setReadOrder(hashing::ReadOrder order) { m_job.readOrder = order; }

    /// Blocks. Reads only; what cannot be read is not there. Errors: Cancelled.
    [[nodiscard]] Expected<void> run(hashing::HashControl& control, const hashing::HashWatcher& watcher);

    // After run():
    [[nodiscard]] bool hasPiece(lt::piece_index_t piece) const { return m_have[std::size_t(static_cast<int>(piece))]; }
    [[nodiscard]] const std::vector<bool>& pieces() const { return m_have; }
    /// Bytes of a file that lie in right pieces.
    [[nodiscard]] std::int64_t goodBytes(lt::file_index_t file) const;
    /// The file of the library's list that a HashStatus names.
    [[nodiscard]] lt::file_index_t fileOf(std::size_t file) const { return m_files[file]; }

private:
    [[nodiscard]] std::optional<std::size_t> indexOf(lt::file_index_t file) const;
    void readLayers(std::string_view torrent);
    void compareV1(const hashing::PieceMap& pieces, const hashing::HashResult& result);
    void compareV2(const hashing::PieceMap& pieces, const hashing::HashResult& result);

    hashing::HashJob m_job;
    std::vector<lt::file_index_t> m_files; ///< by file of the job
    std::vector<std::int64_t> m_good;      ///< by file of the job: bytes
    std::vector<bool> m_have;              ///< by piece of the torrent
    std::vector<Sha1Hash> m_v1;            ///< by piece
    struct V2File {
        std::size_t firstPiece = 0; ///< in the torrent
        Sha256Hash root;
        std::vector<Sha256Hash> layer; ///< empty: only the root is known, all or nothing
    };
    std::vector<V2File> m_v2; ///< by file of the job
};

} // namespace essaim::engine
