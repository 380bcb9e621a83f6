// Assertions of the fuzz targets: on in every build type.
#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the program, which the fuzzer reports together with the input, if `condition` does not hold.
#define FUZZ_CHECK(condition)                                                                                          \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            std::fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition);                         \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)
