#include "hashing/lanes.h"

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace essaim::hashing {

#if defined(__x86_64__)

namespace {

bool hasShaInstructions() {
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    constexpr unsigned kShaBit = 1U << 29;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & kShaBit) != 0;
}

bool hasAvx512() {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl");
}

} // namespace

// Measured on one core of an EPYC 9004, GB/s of SHA-1 and SHA-256: SHA instructions through OpenSSL 1.9 and 1.8, AVX2
// 2.9 and 1.4, AVX-512 4.8 and 3.0.
LaneChoice bestLanes() {
    static const LaneChoice choice = [] {
        if (hasAvx512())
            return LaneChoice{&kAvx512Kernels, &kAvx512Kernels};
        if (__builtin_cpu_supports("avx2"))
            return LaneChoice{&kAvx2Kernels, hasShaInstructions() ? nullptr : &kAvx2Kernels};
        return LaneChoice{};
    }();
    return choice;
}

int laneChoiceCount() {
    return 1 + (__builtin_cpu_supports("avx2") ? 1 : 0) + (hasAvx512() ? 1 : 0);
}

LaneChoice laneChoice(int index) {
    return index == 0   ? LaneChoice{}
           : index == 1 ? LaneChoice{&kAvx2Kernels, &kAvx2Kernels}
                        : LaneChoice{&kAvx512Kernels, &kAvx512Kernels};
}

#else

LaneChoice bestLanes() {
    return {};
}

int laneChoiceCount() {
    return 1;
}

LaneChoice laneChoice(int) {
    return {};
}

#endif

} // namespace essaim::hashing
