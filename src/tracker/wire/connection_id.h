// Connection ids of the UDP protocol (BEP 15): proof that the asker receives what is sent to its address.
#pragma once

#include "core/endpoint.h"
#include "tracker/wire/siphash.h"

#include <chrono>
#include <cstdint>

namespace essaim::tracker {

/// Makes and checks ids without remembering any: 16 bits of time slot, 48 bits of SipHash over slot and address under
/// a secret key. The port is left out, since some routers change it. Immutable, hence thread-safe; all workers share
/// one key. Time is a parameter: time since any fixed moment.
class ConnectionIds {
public:
    static constexpr std::chrono::seconds kSlot{4};
    /// Ids are good for 120 to 124 seconds (BEP 15 says two minutes).
    static constexpr std::uint32_t kLifetimeSlots = 30;

    explicit ConnectionIds(const SipKey& key)
        : m_key(key) {}

    [[nodiscard]] std::uint64_t make(const IpAddress& address, std::chrono::seconds now) const;
    [[nodiscard]] bool accepts(std::uint64_t id, const IpAddress& address, std::chrono::seconds now) const;

private:
    [[nodiscard]] std::uint64_t idFor(const IpAddress& address, std::uint32_t slot) const;

    SipKey m_key;
};

} // namespace essaim::tracker
