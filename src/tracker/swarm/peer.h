// What is kept of one peer: its compact endpoint (BEP 7, 23) and twelve bits of state.
#pragma once

#include "core/endpoint.h"
#include "tracker/swarm/key_search.h"
#include "tracker/wire/siphash.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace essaim::tracker {

/// Flags and time of the last announce. Time counts ticks, whose length the shard decides, and wraps after 1024.
class PeerState {
public:
    static constexpr std::uint32_t kTickMask = 0x3ff;

    PeerState() = default;
    explicit PeerState(std::uint16_t bits)
        : m_bits(bits) {}
    [[nodiscard]] std::uint16_t bits() const { return m_bits; }

    [[nodiscard]] bool isPaused() const { return (m_bits & kPaused) != 0; }
    [[nodiscard]] bool hasCompleted() const { return (m_bits & kCompleted) != 0; }
    void setPaused(bool on) { set(kPaused, on); }
    void setCompleted(bool on) { set(kCompleted, on); }

    void touch(std::uint32_t tick) { m_bits = static_cast<std::uint16_t>((m_bits & ~kTickMask) | (tick & kTickMask)); }
    [[nodiscard]] std::uint32_t ageInTicks(std::uint32_t tick) const { return (tick - m_bits) & kTickMask; }

private:
    static constexpr std::uint16_t kPaused = 0x400;
    static constexpr std::uint16_t kCompleted = 0x800;
    void set(std::uint16_t flag, bool on) { m_bits = static_cast<std::uint16_t>(on ? m_bits | flag : m_bits & ~flag); }

    std::uint16_t m_bits = 0;
};

/// Sizes that differ between the families: bytes of a compact endpoint, and how many peers fit where.
struct FamilyV4 {
    static constexpr std::size_t kKeySize = 6;
    static constexpr std::uint32_t kInline = 2; ///< in the swarm's record
    static constexpr std::uint32_t kHalf = 8;   ///< in a block of 64 bytes
    static constexpr std::uint32_t kFull = 16;  ///< in a block of 128 bytes
    static constexpr std::uint32_t kBucket = 96;
};
struct FamilyV6 {
    static constexpr std::size_t kKeySize = 18;
    static constexpr std::uint32_t kInline = 0;
    static constexpr std::uint32_t kHalf = 3;
    static constexpr std::uint32_t kFull = 6;
    static constexpr std::uint32_t kBucket = 36;
};

/// A compact endpoint: address and port, big-endian.
template <typename Family>
using PeerKey = std::array<std::uint8_t, Family::kKeySize>;

template <typename Family>
[[nodiscard]] PeerKey<Family> peerKey(const Endpoint& endpoint) {
    PeerKey<Family> key;
    std::copy_n(endpoint.address.bytes().begin(), key.size() - 2, key.begin());
    key[key.size() - 2] = static_cast<std::uint8_t>(endpoint.port >> 8);
    key[key.size() - 1] = static_cast<std::uint8_t>(endpoint.port);
    return key;
}

template <typename Family>
[[nodiscard]] Endpoint endpointOf(const std::uint8_t* key) {
    const auto port = static_cast<std::uint16_t>(key[Family::kKeySize - 2] << 8 | key[Family::kKeySize - 1]);
    if constexpr (Family::kKeySize == FamilyV4::kKeySize) {
        return {IpAddress::v4(key[0], key[1], key[2], key[3]), port};
    } else {
        std::array<std::uint8_t, 16> bytes;
        std::copy_n(key, bytes.size(), bytes.begin());
        return {IpAddress::v6(bytes), port};
    }
}

/// Peers side by side in memory of somebody else: first all keys, so that runs of them are copied as they are into
/// answers, then the low bytes of the states, then the high halves, two in a byte.
template <typename Family>
class PeerArray {
public:
    static constexpr std::size_t kKeySize = Family::kKeySize;
    static constexpr std::uint32_t kNone = kNoKey;

    PeerArray(std::uint8_t* bytes, std::uint32_t capacity)
        : m_bytes(bytes)
        , m_capacity(capacity) {}
    [[nodiscard]] static constexpr std::size_t bytesFor(std::uint32_t capacity) {
        return capacity * (kKeySize + 1) + (capacity + 1) / 2;
    }

    [[nodiscard]] std::uint32_t capacity() const { return m_capacity; }
    [[nodiscard]] const std::uint8_t* keyAt(std::uint32_t i) const { return m_bytes + i * kKeySize; }
    [[nodiscard]] PeerKey<Family> copyOfKey(std::uint32_t i) const {
        PeerKey<Family> key;
        std::memcpy(key.data(), keyAt(i), kKeySize);
        return key;
    }
    [[nodiscard]] PeerState stateAt(std::uint32_t i) const {
        const auto high = highHalves()[i / 2] >> (i % 2 * 4) & 0xf;
        return PeerState(static_cast<std::uint16_t>(high << 8 | lowBytes()[i]));
    }
    void setState(std::uint32_t i, PeerState state) {
        lowBytes()[i] = static_cast<std::uint8_t>(state.bits());
        auto& pair = highHalves()[i / 2];
        const auto shift = i % 2 * 4;
        pair = static_cast<std::uint8_t>((pair & ~(0xf << shift)) | (state.bits() >> 8 & 0xf) << shift);
    }
    void set(std::uint32_t i, const PeerKey<Family>& key, PeerState state) {
        std::memcpy(m_bytes + i * kKeySize, key.data(), kKeySize);
        setState(i, state);
    }
    void copyFrom(std::uint32_t to, const PeerArray& source, std::uint32_t from) {
        std::memmove(m_bytes + to * kKeySize, source.keyAt(from), kKeySize);
        setState(to, source.stateAt(from));
    }
    /// Among the first `count`; kNone if it is not there.
    [[nodiscard]] std::uint32_t find(const KeySearch<kKeySize>& search, std::uint32_t count) const {
        return search.in(m_bytes, m_capacity, count);
    }
    /// How many of the first `count` are paused.
    [[nodiscard]] std::uint32_t paused(std::uint32_t count) const {
        static_assert(Family::kFull <= 16);
        const auto halves = detail::littleEndian(highHalves(), (m_capacity + 1) / 2);
        const auto ours = count < 16 ? (std::uint64_t{1} << 4 * count) - 1 : ~std::uint64_t{0};
        constexpr std::uint64_t kPausedBits = 0x4444444444444444;
        return static_cast<std::uint32_t>(std::popcount(halves & ours & kPausedBits));
    }

private:
    [[nodiscard]] std::uint8_t* lowBytes() const { return m_bytes + m_capacity * kKeySize; }
    [[nodiscard]] std::uint8_t* highHalves() const { return m_bytes + m_capacity * (kKeySize + 1); }

    std::uint8_t* m_bytes;
    std::uint32_t m_capacity;
};

} // namespace essaim::tracker
