// SipHash: a keyed hash that strangers cannot steer, for tables and for connection ids.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace essaim::tracker {

/// 128-bit key. Whoever does not know it can neither predict a hash nor build collisions.
struct SipKey {
    std::uint64_t k0 = 0;
    std::uint64_t k1 = 0;

    bool operator==(const SipKey&) const = default;
    /// From the system's generator.
    [[nodiscard]] static SipKey random();
};

namespace detail {

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

[[nodiscard]] inline std::uint64_t littleEndian(const std::uint8_t* bytes, std::size_t count) {
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

/// Words of eight bytes, the last with the message's length in its top byte. Every announce hashes twice: inlined, with
/// a number of words that is known, it takes half the time.
template <int CompressionRounds, int FinalRounds>
class SipHasher {
public:
    explicit SipHasher(const SipKey& key)
        : m_state(key) {}
    void absorb(std::uint64_t word) {
        m_state.v3 ^= word;
        for (int i = 0; i < CompressionRounds; ++i)
            m_state.round();
        m_state.v0 ^= word;
    }
    [[nodiscard]] std::uint64_t finish() {
        m_state.v2 ^= 0xff;
        for (int i = 0; i < FinalRounds; ++i)
            m_state.round();
        return m_state.v0 ^ m_state.v1 ^ m_state.v2 ^ m_state.v3;
    }
    template <typename Byte, std::size_t Extent>
    [[nodiscard]] std::uint64_t hash(std::span<Byte, Extent> data) {
        const std::size_t whole = data.size() / 8 * 8;
        for (std::size_t i = 0; i < whole; i += 8)
            absorb(littleEndian(data.data() + i, 8));
        absorb(std::uint64_t{data.size()} << 56 | littleEndian(data.data() + whole, data.size() - whole));
        return finish();
    }

private:
    SipState m_state;
};

} // namespace detail

/// SipHash-2-4: an authentication code. Of an array or a span of bytes.
template <typename Bytes>
[[nodiscard]] std::uint64_t sipHash24(const SipKey& key, const Bytes& data) {
    return detail::SipHasher<2, 4>(key).hash(std::span(data));
}
/// SipHash-1-3: faster, for hash tables.
template <typename Bytes>
[[nodiscard]] std::uint64_t sipHash13(const SipKey& key, const Bytes& data) {
    return detail::SipHasher<1, 3>(key).hash(std::span(data));
}

} // namespace essaim::tracker
