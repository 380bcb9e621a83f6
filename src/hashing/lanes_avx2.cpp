// The lane kernels for processors with AVX-2. Compiled with its instructions: see src/CMakeLists.txt.
#include "hashing/lanes.h"

#ifdef __AVX2__

constexpr int kLanes = 8;
#include "hashing/lane_kernels.h"

namespace essaim::hashing {

const LaneKernels kAvx2Kernels = {kLanes, &sha1Data, &sha1Zeros, &sha256Data};

} // namespace essaim::hashing

#endif
