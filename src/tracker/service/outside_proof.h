// Whether anybody from outside the host's own network got through to the tracker: the one proof that others can.
#pragma once

#include "core/endpoint.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>

namespace essaim::tracker {

/// Is `asker` a computer of the wide Internet that is not ours? What comes from our own public address came back
/// through our router, and an IPv6 neighbour shares the first 48 bits with the address that it spoke to.
[[nodiscard]] bool isOutside(const IpAddress& asker, const IpAddress& local, const std::optional<IpAddress>& external);

/// Thread-safe. Announces look at one flag, which is down after an outsider was noted until the maintenance raises it.
class OutsideProof {
public:
    [[nodiscard]] bool isWanted() const { return m_isWanted.load(std::memory_order_relaxed); }
    void note(const IpAddress& asker, const IpAddress& local, const std::optional<IpAddress>& external);
    void wantAnother() { m_isWanted.store(true, std::memory_order_relaxed); }

    /// Unix seconds; 0 = nobody since the start.
    [[nodiscard]] std::int64_t last(bool isV6) const { return m_last[isV6 ? 1 : 0].load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_isWanted{true};
    std::array<std::atomic<std::int64_t>, 2> m_last{}; ///< IPv4, IPv6
};

} // namespace essaim::tracker
