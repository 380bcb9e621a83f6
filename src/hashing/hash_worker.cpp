#include "hashing/hash_worker.h"

#include "hashing/merkle_tree.h"

#include <algorithm>
#include <cstring>

namespace essaim::hashing {
namespace {

/// Shared by the lanes: small enough to stay in the second cache of a core from reading to hashing.
constexpr std::size_t kBuffer = 512 * 1024;
constexpr std::size_t kLeaf = std::size_t(kLeafSize);
/// So many paddings are put off and hashed together: lanes stay full though their lengths differ.
constexpr std::size_t kPaddingsTogether = 128;

} // namespace

HashWorker::HashWorker(HashRun& run)
    : m_run(run)
    , m_bufferSize(kBuffer)
    , m_buffer(new std::uint8_t[kBuffer]) {}

void HashWorker::work() {
    while (m_run.goOn()) {
        takePieces();
        if (m_busy.empty())
            break;
        readChunks();
        if (m_run.job.wantsSha256)
            hashLeaves();
        if (m_run.job.wantsSha1)
            hashChunks();
        finishPieces();
    }
    if (m_run.goOn())
        hashPadding();
}

void HashWorker::takePieces() {
    const std::size_t wanted = std::min(m_lanes.size(), m_run.fairShare(m_busy.size()));
    for (Lane& lane : m_lanes) {
        if (m_busy.size() >= wanted)
            break;
        if (lane.isBusy)
            continue;
        const auto piece = m_run.take(m_busy.empty());
        if (!piece)
            break;
        lane.piece = *piece;
        lane.reader.begin(m_run.job, m_run.pieces, *piece);
        lane.bytes = lane.reader.bytesLeft();
        lane.sha1 = {};
        lane.leaves.clear();
        lane.isBusy = true;
        lane.hasFailed = false;
        m_busy.push_back(&lane);
    }
}

void HashWorker::readChunks() {
    // The fewer pieces, the larger the chunks: leaves fill the lanes even if there is only one piece.
    const std::size_t largest = std::max(kLeaf, m_bufferSize / m_busy.size() / kLeaf * kLeaf);
    std::uint8_t* at = m_buffer.get();
    std::int64_t total = 0;
    for (Lane* lane : m_busy) {
        const auto size = std::size_t(std::min(std::int64_t(largest), lane->reader.bytesLeft()));
        lane->chunk = {at, size};
        if (auto read = lane->reader.read(lane->chunk); !read) {
            lane->hasFailed = true;
            lane->reader.close();
            m_run.fail(lane->piece, read.error());
            total += lane->reader.bytesLeft(); // nobody will read it, but nothing more is to be expected of it
        }
        at += size;
        total += std::int64_t(size);
    }
    m_run.currentFile = m_busy.back()->reader.file();
    m_run.done += total;
}

void HashWorker::hashLeaves() {
    m_leafStates.clear();
    m_sha256Runs.clear();
    m_ends.clear();
    for (const Lane* lane : m_busy) {
        for (std::size_t at = 0; at < lane->chunk.size(); at += kLeaf) {
            const auto leaf = lane->chunk.subspan(at, std::min(kLeaf, lane->chunk.size() - at));
            m_leafStates.emplace_back();
            m_sha256Runs.push_back({nullptr, leaf.data(), leaf.size() / kBlock});
            m_ends.emplace_back(leaf.last(leaf.size() % kBlock), leaf.size());
        }
    }
    for (std::size_t i = 0; i < m_leafStates.size(); ++i)
        m_sha256Runs[i].state = &m_leafStates[i];
    advance(m_sha256Runs);
    for (std::size_t i = 0; i < m_leafStates.size(); ++i)
        m_sha256Runs[i] = {&m_leafStates[i], m_ends[i].bytes.data(), m_ends[i].blocks};
    advance(m_sha256Runs);
    auto state = m_leafStates.begin();
    for (Lane* lane : m_busy) {
        for (std::size_t at = 0; at < lane->chunk.size(); at += kLeaf)
            lane->leaves.push_back((state++)->digest());
    }
}

void HashWorker::hashChunks() {
    m_sha1Runs.clear();
    for (Lane* lane : m_busy)
        m_sha1Runs.push_back({&lane->sha1, lane->chunk.data(), lane->chunk.size() / kBlock});
    advance(m_sha1Runs);
}

void HashWorker::finishPieces() {
    m_sha1Runs.clear();
    m_ends.clear();
    m_ends.reserve(m_busy.size()); // runs point into it
    for (Lane* lane : m_busy) {
        if (lane->reader.bytesLeft() > 0 || lane->hasFailed)
            continue;
        if (m_run.job.wantsSha256)
            finishSha256(*lane);
        if (m_run.job.wantsSha1)
            finishSha1(*lane);
    }
    advance(m_sha1Runs);
    for (Lane* lane : m_busy) {
        if (lane->hasFailed) {
            lane->isBusy = false;
        } else if (lane->reader.bytesLeft() == 0) {
            lane->isBusy = false;
            if (m_run.job.wantsSha1 && m_run.pieces.paddingOf(lane->piece) == 0) {
                m_run.result.sha1[lane->piece] = lane->sha1.digest();
                m_run.result.setState(lane->piece, HashResult::State::Hashed);
            } else if (m_run.job.wantsSha1) {
                // Whole blocks of zeros follow what completed the last block.
                const std::int64_t padded = m_run.job.pieceLength - (lane->bytes + 63) / 64 * 64;
                m_padding.push_back({lane->piece, lane->sha1, std::size_t(padded) / kBlock});
            } else {
                m_run.result.setState(lane->piece, HashResult::State::Hashed);
            }
        }
    }
    std::erase_if(m_busy, [](const Lane* lane) { return !lane->isBusy; });
    if (m_padding.size() >= kPaddingsTogether)
        hashPadding();
}

/// Adds what completes the message, or the block that its padding begins in.
void HashWorker::finishSha1(Lane& lane) {
    const auto rest = lane.chunk.last(lane.chunk.size() % kBlock);
    if (m_run.pieces.paddingOf(lane.piece) == 0) {
        const MessageEnd& end = m_ends.emplace_back(rest, std::uint64_t(lane.bytes));
        m_sha1Runs.push_back({&lane.sha1, end.bytes.data(), end.blocks});
    } else if (!rest.empty()) {
        MessageEnd& end = m_ends.emplace_back(rest, 0);
        std::fill(end.bytes.begin() + std::ptrdiff_t(rest.size()), end.bytes.end(), std::uint8_t{0});
        m_sha1Runs.push_back({&lane.sha1, end.bytes.data(), 1});
    }
}

void HashWorker::finishSha256(Lane& lane) {
    // The last piece of a longer file is a whole tree; a file of one piece is no larger than it must be.
    const HashSegment segment = m_run.pieces.segmentsOf(lane.piece).front();
    const bool isAlone = m_run.pieces.piecesOf(segment.file) == 1;
    m_run.result.sha256[lane.piece] =
        merkleRoot(std::move(lane.leaves), isAlone ? 1 : std::size_t(m_run.job.pieceLength / kLeafSize));
}

void HashWorker::hashPadding() {
    const MessageEnd end({}, std::uint64_t(m_run.job.pieceLength));
    std::ranges::sort(m_padding, std::ranges::greater{}, &Padding::zeroBlocks);
    // In small groups, so that a cancel needs not wait for gigabytes of zeros.
    for (std::size_t begin = 0; begin < m_padding.size() && m_run.goOn(); begin += 16) {
        const std::size_t count = std::min<std::size_t>(16, m_padding.size() - begin);
        const std::span group = std::span(m_padding).subspan(begin, count);
        m_sha1Runs.clear();
        for (Padding& padding : group)
            m_sha1Runs.push_back({&padding.state, nullptr, padding.zeroBlocks});
        advance(m_sha1Runs);
        m_sha1Runs.clear();
        for (Padding& padding : group)
            m_sha1Runs.push_back({&padding.state, end.bytes.data(), end.blocks});
        advance(m_sha1Runs);
        for (const Padding& padding : group) {
            m_run.result.sha1[padding.piece] = padding.state.digest();
            m_run.result.setState(padding.piece, HashResult::State::Hashed);
        }
    }
    m_padding.clear();
}

} // namespace essaim::hashing
