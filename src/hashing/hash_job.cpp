#include "hashing/hash_job.h"

#include <algorithm>

namespace essaim::hashing {

std::int64_t HashJob::totalSize() const {
    std::int64_t total = 0;
    for (const HashFile& file : files)
        total += file.size;
    return total;
}

PieceMap::PieceMap(const HashJob& job)
    : m_job(job) {
    m_start.reserve(job.files.size() + 1);
    m_start.push_back(0);
    m_firstPiece.push_back(0);
    for (std::size_t i = 0; i < job.files.size(); ++i) {
        const std::int64_t size = job.files[i].size;
        m_start.push_back(m_start.back() + size);
        if (job.isAligned)
            m_firstPiece.push_back(m_firstPiece.back() + std::size_t((size + job.pieceLength - 1) / job.pieceLength));
    }
    m_pieceCount =
        job.isAligned ? m_firstPiece.back() : std::size_t((m_start.back() + job.pieceLength - 1) / job.pieceLength);
}

std::int64_t PieceMap::bytesOf(std::size_t piece) const {
    if (!m_job.isAligned)
        return std::min(m_job.pieceLength, m_start.back() - std::int64_t(piece) * m_job.pieceLength);
    return segmentsOf(piece).front().length;
}

std::vector<HashSegment> PieceMap::segmentsOf(std::size_t piece) const {
    if (m_job.isAligned) {
        const auto after = std::ranges::upper_bound(m_firstPiece, piece);
        const auto file = std::size_t(after - m_firstPiece.begin()) - 1;
        const std::int64_t offset = std::int64_t(piece - m_firstPiece[file]) * m_job.pieceLength;
        return {{file, offset, std::min(m_job.pieceLength, m_job.files[file].size - offset)}};
    }
    std::vector<HashSegment> segments;
    std::int64_t begin = std::int64_t(piece) * m_job.pieceLength;
    const std::int64_t end = begin + bytesOf(piece);
    auto file = std::size_t(std::ranges::upper_bound(m_start, begin) - m_start.begin()) - 1;
    for (; begin < end; ++file) {
        const std::int64_t length = std::min(end, m_start[file + 1]) - begin;
        if (length > 0)
            segments.push_back({file, begin - m_start[file], length});
        begin += length;
    }
    return segments;
}

std::int64_t PieceMap::paddingOf(std::size_t piece) const {
    if (!m_job.isPadded)
        return 0;
    return m_job.pieceLength - bytesOf(piece);
}

HashResult::State HashResult::stateOf(std::size_t piece) const {
    // The library has no reference of this kind to what is const.
    return std::atomic_ref(const_cast<State&>(states[piece])).load(std::memory_order_acquire);
}

void HashResult::setState(std::size_t piece, State state) {
    std::atomic_ref(states[piece]).store(state, std::memory_order_release);
}

HashResult::HashResult(const HashJob& job, std::size_t pieces)
    : states(pieces, State::Missing) {
    if (job.wantsSha1)
        sha1.resize(pieces);
    if (job.wantsSha256)
        sha256.resize(pieces);
}

} // namespace essaim::hashing
