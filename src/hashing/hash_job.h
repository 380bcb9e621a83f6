// What to hash, and what came of it.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"
#include "hashing/file_identity.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace essaim::hashing {

/// A part of a file that lies elsewhere than its offset says.
struct HashExtent {
    std::int64_t offset = 0; ///< in the file
    std::int64_t length = 0;
    std::int64_t place = 0; ///< in what HashFile::path names
};

struct HashFile {
    std::string path; ///< absolute; empty = zeros, never read (a pad file of a torrent of version 1)
    std::int64_t size = 0;
    /// If set, the file must be in this state when it is opened; else it counts as changed.
    const FileIdentity* identity = nullptr;
    /// Not empty: `path` holds these parts only, of this file and of others; sorted. The rest is not there.
    std::vector<HashExtent> extents = {};
};

enum class ReadOrder : std::uint8_t {
    Automatic,  ///< Sequential if the first file lies on a disk that turns, else Parallel
    Parallel,   ///< several places at once
    Sequential, ///< a thread of its own reads ahead in the order of the files
};

/// The files of one torrent, cut into pieces. A piece of an aligned job lies in one file; the others run on across
/// files.
struct HashJob {
    std::vector<HashFile> files;
    std::int64_t pieceLength = 16 * 1024;
    bool isAligned = false;
    /// Aligned, SHA-1: the last piece of every file is filled up with zeros.
    bool isPadded = false;
    bool wantsSha1 = true;
    bool wantsSha256 = false;       ///< aligned jobs only
    bool goesOnAfterErrors = false; ///< pieces that cannot be read are marked, instead of ending the run
    int threads = 0;                ///< 0 = as many as there are processors, at most 16
    ReadOrder readOrder = ReadOrder::Automatic;
    bool isGentle = false; ///< threads yield the processor and the disk to everything else

    [[nodiscard]] std::int64_t totalSize() const;
};

/// One part of a file inside a piece.
struct HashSegment {
    std::size_t file = 0;
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

/// Where the pieces of a job lie. Immutable.
class PieceMap {
public:
    explicit PieceMap(const HashJob& job);

    [[nodiscard]] std::size_t pieceCount() const { return m_pieceCount; }
    [[nodiscard]] std::int64_t bytesOf(std::size_t piece) const;
    /// The parts of files that one piece consists of, empty ones left out, without the padding behind it.
    [[nodiscard]] std::vector<HashSegment> segmentsOf(std::size_t piece) const;
    /// Zeros behind the piece (HashJob::isPadded).
    [[nodiscard]] std::int64_t paddingOf(std::size_t piece) const;
    /// Aligned jobs: the first piece of a file, and how many it has.
    [[nodiscard]] std::size_t firstPieceOf(std::size_t file) const { return m_firstPiece[file]; }
    [[nodiscard]] std::size_t piecesOf(std::size_t file) const { return m_firstPiece[file + 1] - m_firstPiece[file]; }

private:
    [[nodiscard]] std::size_t fileAt(const std::vector<std::int64_t>& starts, std::int64_t value) const;

    const HashJob& m_job;
    std::vector<std::int64_t> m_start;     ///< of each file in the row of all, one more at the end
    std::vector<std::size_t> m_firstPiece; ///< aligned: of each file, one more at the end
    std::size_t m_pieceCount = 0;
};

/// By piece. What the job did not ask for stays empty.
struct HashResult {
    enum class State : std::uint8_t { Missing, Hashed, Known, Failed };
    std::vector<State> states; ///< while a run is under way, only by the functions below
    std::vector<Sha1Hash> sha1;
    /// Aligned: roots over the piece's leaves; a file of one piece: its root. Else the hash in the piece layer.
    std::vector<Sha256Hash> sha256;

    explicit HashResult(const HashJob& job, std::size_t pieces);

    /// From any thread, also during a run: the hashes of a piece that is Hashed or Known are there.
    [[nodiscard]] State stateOf(std::size_t piece) const;
    void setState(std::size_t piece, State state);
};

/// What the outside tells a run and may look at while it runs. Any thread.
struct HashControl {
    std::atomic<bool> isCancelled = false;
    std::atomic<bool> isPaused = false;
};

struct HashStatus {
    std::int64_t done = 0;   ///< bytes, known ones included
    std::int64_t reused = 0; ///< known ones
    std::int64_t total = 0;
    std::size_t file = 0; ///< one that is being read
    bool isPaused = false;
};

} // namespace essaim::hashing
