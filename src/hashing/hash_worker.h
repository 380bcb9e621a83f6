// One thread of a run: reads and hashes up to sixteen pieces at once. Private to the layer.
#pragma once

#include "hashing/digests.h"
#include "hashing/hash_run.h"
#include "hashing/piece_reader.h"

#include <memory>

namespace essaim::hashing {

class HashWorker {
public:
    explicit HashWorker(HashRun& run);
    /// Until no piece is left or the run ends.
    void work();

private:
    /// A piece on its way through a lane.
    struct Lane {
        std::size_t piece = 0;
        PieceReader reader;
        std::int64_t bytes = 0; ///< of the piece, without padding
        Sha1State sha1;
        std::vector<Sha256Hash> leaves;
        std::span<std::uint8_t> chunk; ///< read in this round
        bool isBusy = false;
        bool hasFailed = false;
    };
    /// A piece whose bytes are hashed and whose padding is not.
    struct Padding {
        std::size_t piece;
        Sha1State state;
        std::size_t zeroBlocks;
    };

    void takePieces();
    void readChunks();
    void hashLeaves();
    void hashChunks();
    void finishPieces();
    void finishSha1(Lane& lane);
    void finishSha256(Lane& lane);
    void hashPadding();

    HashRun& m_run;
    std::array<Lane, 16> m_lanes;
    std::vector<Lane*> m_busy;
    std::vector<Padding> m_padding;
    std::vector<Sha1Run> m_sha1Runs;
    std::vector<Sha256State> m_leafStates;
    std::vector<Sha256Run> m_sha256Runs;
    std::vector<MessageEnd> m_ends;
    std::size_t m_bufferSize;
    std::unique_ptr<std::uint8_t[]> m_buffer;
};

} // namespace essaim::hashing
