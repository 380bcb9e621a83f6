// SHA-1 and SHA-256 over as many messages as a vector register has words: the code that each instruction set compiles
// for itself. Included by lanes_*.cpp only, with kLanes defined before.
//
// Everything is in an anonymous namespace and calls nothing of the standard library: what is compiled here runs only on
// processors that have the instructions, and must not be what the linker picks for the others.
#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __AVX512F__
#include <immintrin.h>
#endif

namespace {

using Word = std::uint32_t;
typedef Word Words __attribute__((vector_size(4 * kLanes)));
typedef std::uint8_t Bytes __attribute__((vector_size(4 * kLanes)));
/// As above, at any address.
typedef Word UnalignedWords __attribute__((vector_size(4 * kLanes), aligned(1), may_alias));

inline __attribute__((always_inline)) Words all(Word value) {
    return Words{} + value;
}

template <int bits>
inline __attribute__((always_inline)) Words rotl(Words x) {
#ifdef __AVX512F__
    return reinterpret_cast<Words>(_mm512_rol_epi32(reinterpret_cast<__m512i>(x), bits));
#else
    return (x << bits) | (x >> (32 - bits));
#endif
}

/// Any function of three bits, by its truth table (as vpternlogd numbers them).
template <int table>
inline __attribute__((always_inline)) Words ternary(Words x, Words y, Words z) {
#ifdef __AVX512F__
    return reinterpret_cast<Words>(_mm512_ternarylogic_epi32(
        reinterpret_cast<__m512i>(x), reinterpret_cast<__m512i>(y), reinterpret_cast<__m512i>(z), table));
#else
    if constexpr (table == 0xca)
        return z ^ (x & (y ^ z));
    else if constexpr (table == 0xe8)
        return (x & y) | (z & (x | y));
    else
        return x ^ y ^ z;
#endif
}
constexpr int kChoose = 0xca;
constexpr int kMajority = 0xe8;
constexpr int kParity = 0x96;

/// Words of a block are big-endian.
inline __attribute__((always_inline)) Words swapBytes(Words x) {
    Bytes order;
    for (int i = 0; i < 4 * kLanes; ++i)
        order[i] = std::uint8_t((i & ~3) | (3 - (i & 3)));
    return reinterpret_cast<Words>(__builtin_shuffle(reinterpret_cast<Bytes>(x), order));
}

template <int distance>
inline __attribute__((always_inline)) void exchange(Words* rows) {
    Words low;
    Words high;
    for (int k = 0; k < kLanes; ++k) {
        low[k] = Word((k & distance) == 0 ? k : kLanes + k - distance);
        high[k] = Word((k & distance) == 0 ? k + distance : kLanes + k);
    }
#pragma GCC unroll 16
    for (int i = 0; i < kLanes; ++i) {
        if ((i & distance) != 0)
            continue;
        const Words a = rows[i];
        const Words b = rows[i + distance];
        rows[i] = __builtin_shuffle(a, b, low);
        rows[i + distance] = __builtin_shuffle(a, b, high);
    }
}

/// One block of every lane: word t of all lanes comes to stand in w[t].
inline __attribute__((always_inline)) void loadBlocks(Words* w, const std::uint8_t* const* data, std::size_t offset) {
#pragma GCC unroll 2
    for (int part = 0; part < 16 / kLanes; ++part) {
        Words* rows = w + part * kLanes;
#pragma GCC unroll 16
        for (int lane = 0; lane < kLanes; ++lane)
            rows[lane] = swapBytes(*reinterpret_cast<const UnalignedWords*>(
                data[lane] + offset + std::size_t(part) * kLanes * sizeof(Word)));
        exchange<1>(rows);
        exchange<2>(rows);
        exchange<4>(rows);
        if constexpr (kLanes == 16)
            exchange<8>(rows);
    }
}

template <int t>
inline __attribute__((always_inline)) void sha1Round(Words& a, Words& b, Words& c, Words& d, Words& e, Words message) {
    constexpr Word k = t < 20 ? 0x5a827999U : t < 40 ? 0x6ed9eba1U : t < 60 ? 0x8f1bbcdcU : 0xca62c1d6U;
    constexpr int f = t < 20 ? kChoose : t >= 40 && t < 60 ? kMajority : kParity;
    const Words next = rotl<5>(a) + ternary<f>(b, c, d) + (e + (message + all(k)));
    e = d;
    d = c;
    c = rotl<30>(b);
    b = a;
    a = next;
}

template <int t>
inline __attribute__((always_inline)) void sha1Rounds(Words& a, Words& b, Words& c, Words& d, Words& e, Words* w) {
    if constexpr (t < 80) {
        if constexpr (t >= 16)
            w[t % 16] = rotl<1>(ternary<kParity>(w[(t - 3) % 16], w[(t - 8) % 16], w[(t - 14) % 16]) ^ w[t % 16]);
        sha1Round<t>(a, b, c, d, e, w[t % 16]);
        sha1Rounds<t + 1>(a, b, c, d, e, w);
    }
}

/// A block of zeros schedules nothing but zeros.
template <int t>
inline __attribute__((always_inline)) void sha1ZeroRounds(Words& a, Words& b, Words& c, Words& d, Words& e) {
    if constexpr (t < 80) {
        sha1Round<t>(a, b, c, d, e, Words{});
        sha1ZeroRounds<t + 1>(a, b, c, d, e);
    }
}

template <typename Rounds>
inline __attribute__((always_inline)) void sha1Blocks(Word (*state)[16], std::size_t blocks, Rounds&& rounds) {
    Words s[5];
    for (int i = 0; i < 5; ++i)
        s[i] = *reinterpret_cast<const UnalignedWords*>(state[i]);
    for (std::size_t block = 0; block < blocks; ++block) {
        Words a = s[0];
        Words b = s[1];
        Words c = s[2];
        Words d = s[3];
        Words e = s[4];
        rounds(a, b, c, d, e, block);
        s[0] += a;
        s[1] += b;
        s[2] += c;
        s[3] += d;
        s[4] += e;
    }
    for (int i = 0; i < 5; ++i)
        *reinterpret_cast<UnalignedWords*>(state[i]) = s[i];
}

void sha1Data(Word (*state)[16], const std::uint8_t* const* data, std::size_t blocks) {
    sha1Blocks(state, blocks, [data](Words& a, Words& b, Words& c, Words& d, Words& e, std::size_t block) {
        Words w[16];
        loadBlocks(w, data, block * 64);
        sha1Rounds<0>(a, b, c, d, e, w);
    });
}

void sha1Zeros(Word (*state)[16], std::size_t blocks) {
    sha1Blocks(state, blocks, [](Words& a, Words& b, Words& c, Words& d, Words& e, std::size_t) {
        sha1ZeroRounds<0>(a, b, c, d, e);
    });
}

constexpr Word kSha256Constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

template <int t>
inline __attribute__((always_inline)) void sha256Rounds(Words* s, Words* w) {
    if constexpr (t < 64) {
        if constexpr (t >= 16) {
            const Words early = w[(t - 15) % 16];
            const Words late = w[(t - 2) % 16];
            w[t % 16] += w[(t - 7) % 16] + ternary<kParity>(rotl<25>(early), rotl<14>(early), early >> 3) +
                         ternary<kParity>(rotl<15>(late), rotl<13>(late), late >> 10);
        }
        // s[] turns by one each round instead of being moved.
        const Words a = s[(64 - t) % 8];
        const Words b = s[(65 - t) % 8];
        const Words c = s[(66 - t) % 8];
        Words& d = s[(67 - t) % 8];
        const Words e = s[(68 - t) % 8];
        const Words f = s[(69 - t) % 8];
        const Words g = s[(70 - t) % 8];
        Words& h = s[(71 - t) % 8];
        const Words first = h + (w[t % 16] + all(kSha256Constants[t])) +
                            ternary<kParity>(rotl<26>(e), rotl<21>(e), rotl<7>(e)) + ternary<kChoose>(e, f, g);
        d += first;
        h = first + ternary<kParity>(rotl<30>(a), rotl<19>(a), rotl<10>(a)) + ternary<kMajority>(a, b, c);
        sha256Rounds<t + 1>(s, w);
    }
}

void sha256Data(Word (*state)[16], const std::uint8_t* const* data, std::size_t blocks) {
    for (std::size_t block = 0; block < blocks; ++block) {
        Words w[16];
        loadBlocks(w, data, block * 64);
        Words s[8];
        for (int i = 0; i < 8; ++i)
            s[i] = *reinterpret_cast<const UnalignedWords*>(state[i]);
        sha256Rounds<0>(s, w);
        for (int i = 0; i < 8; ++i) {
            const Words before = *reinterpret_cast<const UnalignedWords*>(state[i]);
            *reinterpret_cast<UnalignedWords*>(state[i]) = before + s[i];
        }
    }
}

} // namespace
