// The lane kernels for processors with AVX-512. Compiled with its instructions: see src/CMakeLists.txt.
#include "hashing/lanes.h"

#ifdef __AVX512BW__

constexpr int kLanes = 16;
#include "hashing/lane_kernels.h"

namespace essaim::hashing {

const LaneKernels kAvx512Kernels = {kLanes, &sha1Data, &sha1Zeros, &sha256Data};

} // namespace essaim::hashing

#endif
