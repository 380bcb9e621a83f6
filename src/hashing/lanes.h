// SHA-1 and SHA-256 of many messages at once, one in each lane of the vector registers. Private to the layer.
#pragma once

#include <cstddef>
#include <cstdint>

namespace essaim::hashing {

/// Words of the state by word, then by lane.
using LaneState = std::uint32_t (*)[16];

/// One instruction set's way. All lanes advance by the same number of 64-byte blocks.
struct LaneKernels {
    int lanes; ///< at most 16
    void (*sha1Data)(LaneState state, const std::uint8_t* const* data, std::size_t blocks);
    void (*sha1Zeros)(LaneState state, std::size_t blocks); ///< blocks of zeros
    void (*sha256Data)(LaneState state, const std::uint8_t* const* data, std::size_t blocks);
};

extern const LaneKernels kAvx512Kernels;
extern const LaneKernels kAvx2Kernels;

/// What this processor should use; null where one message at a time is best. Looked up once.
struct LaneChoice {
    const LaneKernels* sha1 = nullptr;
    const LaneKernels* sha256 = nullptr;
};
[[nodiscard]] LaneChoice bestLanes();

/// Every choice that this processor can run, for tests: the plain one first.
[[nodiscard]] int laneChoiceCount();
[[nodiscard]] LaneChoice laneChoice(int index);

} // namespace essaim::hashing
