#include "tracker/wire/siphash.h"

#include <openssl/rand.h>

#include <bit>
#include <cstdlib>
#include <cstring>

namespace essaim::tracker {

namespace {

struct SipState {
    std::uint64_t v0, v1, v2, v3;

    explicit SipState(const SipKey& key)
        : v0(key.k0 ^ 0x736f6d6570736575)
        , v1(key.k1 ^ 0x646f72616e646f6d)
        , v2(key.k0 ^ 0x6c7967656e657261)
        , v3(key.k1 ^ 0x7465646279746573) {}

    void round() {
        v0 += v1;
        v2 += v3;
        v1 = std::rotl(v1, 13) ^ v0;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 = std::rotl(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = std::rotl(v1, 17) ^ v2;
        v3 = std::rotl(v3, 21) ^ v0;
        v2 = std::rotl(v2, 32);
    }
};

std::uint64_t littleEndian(const std::uint8_t* bytes, std::size_t count) {
    std::uint64_t word = 0;
    if constexpr (std::endian::native == std::endian::little) {
        if (count == 8) {
            std::memcpy(&word, bytes, 8);
            return word;
        }
    }
    for (std::size_t i = 0; i < count; ++i)
        word |= std::uint64_t{bytes[i]} << (8 * i);
    return word;
}

template <int CompressionRounds, int FinalRounds>
std::uint64_t sipHash(const SipKey& key, std::span<const std::uint8_t> data) {
    SipState state(key);
    const auto absorb = [&state](std::uint64_t word) {
        state.v3 ^= word;
        for (int i = 0; i < CompressionRounds; ++i)
            state.round();
        state.v0 ^= word;
    };
    const std::size_t whole = data.size() / 8 * 8;
    for (std::size_t i = 0; i < whole; i += 8)
        absorb(littleEndian(data.data() + i, 8));
    absorb(std::uint64_t{data.size()} << 56 | littleEndian(data.data() + whole, data.size() - whole));
    state.v2 ^= 0xff;
    for (int i = 0; i < FinalRounds; ++i)
        state.round();
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

} // namespace

SipKey SipKey::random() {
    std::uint8_t bytes[16];
    // Without randomness every promise of the tracker is void: better no tracker than a guessable one.
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        std::abort();
    return {littleEndian(bytes, 8), littleEndian(bytes + 8, 8)};
}

std::uint64_t sipHash24(const SipKey& key, std::span<const std::uint8_t> data) {
    return sipHash<2, 4>(key, data);
}

std::uint64_t sipHash13(const SipKey& key, std::span<const std::uint8_t> data) {
    return sipHash<1, 3>(key, data);
}

} // namespace essaim::tracker
