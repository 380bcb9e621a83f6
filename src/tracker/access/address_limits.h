// How much one address may ask for, in constant memory.
#pragma once

#include "core/clock.h"
#include "core/endpoint.h"
#include "tracker/wire/siphash.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>

namespace essaim::tracker {

/// What may flow: at most `burst` at once, and `burst` per `window` in the long run. burst 0 = no bound.
struct FlowLimit {
    std::uint32_t burst = 0;
    std::chrono::seconds window{1};
};

/// Leaky buckets per IPv4 address and IPv6 /64, in a table of fixed size where a newer address may displace an older
/// one (which is then treated as unknown: strangers are never punished for each other). Thread-safe; a call holds one
/// of 64 locks for a moment.
class AddressLimits {
public:
    static constexpr std::uint32_t kNeighbours = 8;

    AddressLimits();

    /// Counts one request; false = too many.
    [[nodiscard]] bool takeRequest(const IpAddress& address, const FlowLimit& limit, Clock::Monotonic now);
    /// Counts one new peer; false = too many, here or in the network around: an IPv4 /24 and an IPv6 /48 may have
    /// kNeighbours times as many, since whoever has a /48 has 65,536 /64.
    [[nodiscard]] bool takePeer(const IpAddress& address, const FlowLimit& limit, Clock::Monotonic now);

private:
    static constexpr std::size_t kEntries = 1U << 16;
    static constexpr std::size_t kLocks = 64;
    struct Bucket {
        float level;
        std::uint32_t milliseconds; ///< when `level` was true
    };
    struct Entry {
        std::uint32_t tag; ///< 0 = empty
        std::array<Bucket, 2> buckets;
    };
    struct Free {
        void operator()(void* memory) const;
    };

    bool take(std::size_t bucket, std::span<const std::uint8_t> prefix, const FlowLimit& limit, Clock::Monotonic now);

    const SipKey m_key = SipKey::random();
    std::unique_ptr<Entry[], Free> m_entries;
    std::array<std::mutex, kLocks> m_locks;
};

} // namespace essaim::tracker
