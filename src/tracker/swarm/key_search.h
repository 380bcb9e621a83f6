// Finds one compact endpoint among many that lie side by side.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace essaim::tracker {

inline constexpr std::uint32_t kNoKey = 0xffffffff;

/// What is looked for, made ready once for many arrays.
template <std::size_t KeySize>
class KeySearch {
public:
    explicit KeySearch(const std::array<std::uint8_t, KeySize>& key)
        : m_key(key) {}

    /// Index among the first `count` of the keys, or kNoKey. The memory holds `capacity` keys.
    [[nodiscard]] std::uint32_t in(const std::uint8_t* keys, std::uint32_t, std::uint32_t count) const {
        for (std::uint32_t i = 0; i < count; ++i) {
            if (std::memcmp(keys + i * KeySize, m_key.data(), KeySize) == 0)
                return i;
        }
        return kNoKey;
    }

private:
    std::array<std::uint8_t, KeySize> m_key;
};

/// Address and port of IPv4: eight keys are three registers of 16 bytes, in which the key stands at three offsets.
template <>
class KeySearch<6> {
public:
    explicit KeySearch(const std::array<std::uint8_t, 6>& key) {
        std::memcpy(&m_address, key.data(), 4);
        std::memcpy(&m_port, key.data() + 4, 2);
    }

    [[nodiscard]] std::uint32_t in(const std::uint8_t* keys, std::uint32_t capacity, std::uint32_t count) const {
#if defined(__SSE2__)
        if (capacity % 8 == 0)
            return inEights(keys, count);
#else
        static_cast<void>(capacity);
#endif
        for (std::uint32_t i = 0; i < count; ++i) {
            if (isAt(keys + 6 * std::size_t{i}))
                return i;
        }
        return kNoKey;
    }
    [[nodiscard]] bool isAt(const std::uint8_t* key) const {
        std::uint32_t address;
        std::uint16_t port;
        std::memcpy(&address, key, 4);
        std::memcpy(&port, key + 4, 2);
        return address == m_address && port == m_port;
    }

private:
#if defined(__SSE2__)
    /// The key again and again, from the byte `first` of it on.
    [[nodiscard]] __m128i repeatedFrom(unsigned first) const {
        constexpr std::uint64_t kKeyBits = (std::uint64_t{1} << 48) - 1;
        const auto key = std::uint64_t{m_port} << 32 | m_address;
        const auto turned = (key >> 8 * first | key << (48 - 8 * first)) & kKeyBits;
        const auto low = turned | turned << 48;
        const auto high = turned >> 16 | turned << 32;
        return _mm_set_epi64x(std::bit_cast<std::int64_t>(high), std::bit_cast<std::int64_t>(low));
    }
    [[nodiscard]] std::uint32_t inEights(const std::uint8_t* keys, std::uint32_t count) const {
        const __m128i pattern[3] = {repeatedFrom(0), repeatedFrom(4), repeatedFrom(2)};
        for (std::uint32_t begin = 0; begin < count; begin += 8, keys += 48) {
            __m128i equal[3];
            for (int i = 0; i < 3; ++i) {
                const auto* from = static_cast<const __m128i*>(static_cast<const void*>(keys + 16 * i));
                equal[i] = _mm_cmpeq_epi16(_mm_loadu_si128(from), pattern[i]);
            }
            // A bit for each half-word; a key is three of them in a row, from a multiple of three on.
            const auto first = _mm_movemask_epi8(_mm_packs_epi16(equal[0], equal[1]));
            const auto second = _mm_movemask_epi8(_mm_packs_epi16(equal[2], _mm_setzero_si128()));
            const auto words = static_cast<std::uint32_t>(first) | static_cast<std::uint32_t>(second) << 16;
            const auto found = words & words >> 1 & words >> 2 & 0x249249U;
            if (found != 0) {
                const auto at = begin + static_cast<std::uint32_t>(std::countr_zero(found)) / 3;
                return at < count ? at : kNoKey; // behind the last key lies what was there before
            }
        }
        return kNoKey;
    }
#endif

    std::uint32_t m_address;
    std::uint16_t m_port;
};

} // namespace essaim::tracker
