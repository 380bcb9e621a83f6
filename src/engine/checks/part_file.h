// Reading libtorrent's file for pieces of files that are not wanted. Private to the engine.
#pragma once

#include "core/info_hash.h"
#include "hashing/hash_job.h"

#include <libtorrent/file_storage.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace essaim::engine {

/// How libtorrent calls it: by the hash of version 2 if there is one, cut. It lies in the save path.
[[nodiscard]] inline std::string partFileName(const InfoHash& infoHash) {
    return '.' + infoHash.truncatedV2().value_or(infoHash.v1.value_or(Sha1Hash{})).toHex() + ".parts";
}

/// Under another name, libtorrent does not find it. Any thread, waits for the disk. False if there is none.
bool setPartFileAside(const std::string& path);
/// Never over one that is there.
bool takePartFileBack(const std::string& path);
/// Of both names.
void removePartFile(const std::string& path);

/// Which pieces, or parts of them, lie in `.HASH.parts`, and where: numbers in big endian; how many pieces the torrent
/// has and how long one is, then for each piece the place of its slot or -1; slots of the length of a piece follow,
/// from the next full KiB on. Immutable; any thread.
class PartFile {
public:
    /// Blocks on the disk. Holds nothing if there is no such file, or one of another torrent.
    PartFile(std::string path, const lt::file_storage& files);

    /// The parts of a file that lie in here; a piece is in there with those of its bytes that were not wanted.
    [[nodiscard]] std::vector<hashing::HashExtent>
    extentsOf(const lt::file_storage& files, lt::file_index_t file) const;
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
    std::vector<std::int64_t> m_places; ///< by piece, -1 = not there; empty = nothing is
};

} // namespace essaim::engine
