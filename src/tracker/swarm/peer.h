// One peer of a swarm, as small as it can be kept.
#pragma once

#include "core/endpoint.h"
#include "tracker/wire/siphash.h"

#include <array>
#include <cstdint>

namespace essaim::tracker {

/// Flags and time of the last announce in 16 bits. Time counts ticks of four seconds and wraps after 18 hours, far
/// beyond every peer timeout.
class PeerState {
public:
    static constexpr std::uint32_t kTickSeconds = 4;
    static constexpr std::uint16_t kTickMask = 0x3fff;

    [[nodiscard]] bool isPaused() const { return (m_bits & kPaused) != 0; }
    [[nodiscard]] bool hasCompleted() const { return (m_bits & kCompleted) != 0; }
    void setPaused(bool on) { set(kPaused, on); }
    void setCompleted(bool on) { set(kCompleted, on); }

    void touch(std::uint32_t tick) { m_bits = static_cast<std::uint16_t>((m_bits & ~kTickMask) | (tick & kTickMask)); }
    [[nodiscard]] std::uint32_t ageInTicks(std::uint32_t tick) const { return (tick - m_bits) & kTickMask; }

private:
    static constexpr std::uint16_t kPaused = 0x4000;
    static constexpr std::uint16_t kCompleted = 0x8000;
    void set(std::uint16_t flag, bool on) { m_bits = static_cast<std::uint16_t>(on ? m_bits | flag : m_bits & ~flag); }

    std::uint16_t m_bits = 0;
};

struct PeerV4 {
    std::uint32_t address = 0; ///< host order
    std::uint16_t port = 0;
    PeerState state;

    explicit PeerV4(const Endpoint& endpoint)
        : address(endpoint.address.toV4())
        , port(endpoint.port) {}
    [[nodiscard]] bool isAt(const PeerV4& other) const { return address == other.address && port == other.port; }
    [[nodiscard]] Endpoint endpoint() const { return {IpAddress::v4(address), port}; }
    [[nodiscard]] std::uint64_t hash(const SipKey& key) const;
};
static_assert(sizeof(PeerV4) == 8);

struct PeerV6 {
    std::array<std::uint8_t, 16> address{};
    std::uint16_t port = 0;
    PeerState state;

    explicit PeerV6(const Endpoint& endpoint)
        : address(endpoint.address.bytes())
        , port(endpoint.port) {}
    [[nodiscard]] bool isAt(const PeerV6& other) const { return port == other.port && address == other.address; }
    [[nodiscard]] Endpoint endpoint() const { return {IpAddress::v6(address), port}; }
    [[nodiscard]] std::uint64_t hash(const SipKey& key) const;
};
static_assert(sizeof(PeerV6) == 20);

} // namespace essaim::tracker
