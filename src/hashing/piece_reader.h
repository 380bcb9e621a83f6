// Reads one piece from front to back, across files. Private to the layer.
#pragma once

#include "core/error.h"
#include "hashing/hash_job.h"

#include <span>

namespace essaim::hashing {

/// Owns the file that it reads from. One thread.
class PieceReader {
public:
    PieceReader() = default;
    ~PieceReader() { close(); }
    PieceReader(const PieceReader&) = delete;
    PieceReader& operator=(const PieceReader&) = delete;

    /// From now on read() leaves out what is in the page cache already.
    void skipCached() { m_skipsCached = true; }

    void begin(const HashJob& job, const PieceMap& pieces, std::size_t piece);
    void close();
    [[nodiscard]] std::int64_t bytesLeft() const { return m_left; }
    [[nodiscard]] std::size_t file() const { return m_file; }
    /// Fills the whole buffer, which must not be larger than what is left.
    [[nodiscard]] Expected<void> read(std::span<std::uint8_t> buffer);

private:
    [[nodiscard]] Expected<void> open();
    [[nodiscard]] Expected<void> readExtents(std::span<std::uint8_t> buffer);
    /// `place`: in what is open or will be.
    [[nodiscard]] Expected<void> readSome(std::span<std::uint8_t> buffer, std::int64_t place);
    /// Judged by the first and the last byte. Opened before.
    [[nodiscard]] bool isCached(std::int64_t place, std::size_t size) const;
    [[nodiscard]] std::unexpected<Error> systemFailure() const;

    const HashJob* m_job = nullptr;
    std::int64_t m_left = 0; ///< of the piece
    std::size_t m_file = 0;
    std::int64_t m_offset = 0; ///< in the file
    int m_descriptor = -1;
    bool m_isCold = false; ///< the file had to be fetched from the disk: ask for more ahead
    bool m_skipsCached = false;
    bool m_canPeek = true;         ///< the file system tells what is in the page cache
    std::int64_t m_askedUntil = 0; ///< place in what is open
};

} // namespace essaim::hashing
