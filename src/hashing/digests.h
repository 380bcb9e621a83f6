// SHA-1 and SHA-256 in steps that can be taken for many messages together. Private to the layer.
#pragma once

#include "core/info_hash.h"
#include "hashing/lanes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace essaim::hashing {

inline constexpr std::size_t kBlock = 64; ///< bytes that both functions take at a time

struct Sha1State {
    std::array<std::uint32_t, 5> words{0x67452301U, 0xefcdab89U, 0x98badcfeU, 0x10325476U, 0xc3d2e1f0U};
    [[nodiscard]] Sha1Hash digest() const;
};

struct Sha256State {
    std::array<std::uint32_t, 8> words{0x6a09e667U, 0xbb67ae85U, 0x3c6ef372U, 0xa54ff53aU,
                                       0x510e527fU, 0x9b05688cU, 0x1f83d9abU, 0x5be0cd19U};
    [[nodiscard]] Sha256Hash digest() const;
};

/// Whole blocks for one message.
template <typename State>
struct BlockRun {
    State* state = nullptr;
    const std::uint8_t* data = nullptr; ///< null: zeros (SHA-1 only)
    std::size_t blocks = 0;
};
using Sha1Run = BlockRun<Sha1State>;
using Sha256Run = BlockRun<Sha256State>;

/// The end of a message: what is left after its last whole block, the mark and the length.
struct MessageEnd {
    /// `rest`: the message's last bytes, fewer than a block.
    MessageEnd(std::span<const std::uint8_t> rest, std::uint64_t messageBytes);
    std::array<std::uint8_t, 2 * kBlock> bytes{};
    std::size_t blocks = 1;
};

/// Advances many messages by the processor's best way. The order of `runs` changes. No message may be in them twice.
/// Runs of data and of zeros do not mix.
void advance(std::span<Sha1Run> runs, const LaneChoice& lanes = bestLanes());
void advance(std::span<Sha256Run> runs, const LaneChoice& lanes = bestLanes());

} // namespace essaim::hashing
