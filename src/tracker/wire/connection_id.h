// Connection ids of the UDP protocol (BEP 15): proof that the asker receives what is sent to its address.
#pragma once

#include "core/endpoint.h"
#include "tracker/wire/siphash.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

namespace essaim::tracker {

/// Makes and checks ids without remembering any: 16 bits of time slot, 48 bits of SipHash over slot and address under
/// a secret key. The port is left out, since some routers change it. All workers share the keys, which take turns: each
/// serves one epoch of 4.5 hours. Thread-safe. Time is a parameter: time since any fixed moment.
class ConnectionIds {
public:
    static constexpr std::chrono::seconds kSlot{4};
    static constexpr std::uint32_t kSlotsPerEpoch = 4096;

    explicit ConnectionIds(const SipKey& key)
        : ConnectionIds(key, key) {}
    /// `lifetime` is what BEP 15 says; ids are good for up to one slot more.
    ConnectionIds(const SipKey& even, const SipKey& odd, std::chrono::seconds lifetime = std::chrono::seconds(120));

    /// With random keys that all trackers of this process begin with: clients keep ids by address and for longer than a
    /// restart takes, libtorrent for a minute, and meet silence where an id is not known.
    [[nodiscard]] static ConnectionIds ofThisProcess();

    /// 60 to 600 seconds. For the clients that keep an id for longer than they should.
    void setLifetime(std::chrono::seconds lifetime);
    /// In the second half of an epoch, gives the next one a key that nobody has seen. To be called now and then.
    void renewKeys(std::chrono::seconds now);

    [[nodiscard]] std::uint64_t make(const IpAddress& address, std::chrono::seconds now) const;
    [[nodiscard]] bool accepts(std::uint64_t id, const IpAddress& address, std::chrono::seconds now) const;

private:
    [[nodiscard]] std::uint64_t idFor(const IpAddress& address, std::uint32_t slot) const;

    struct Key {
        std::atomic<std::uint64_t> k0;
        std::atomic<std::uint64_t> k1;
    };
    std::array<Key, 2> m_keys; ///< of even and odd epochs; written long before and after they are used
    std::atomic<std::uint32_t> m_lifetimeSlots;
    std::uint32_t m_renewedFor = 0; ///< only for renewKeys()
};

} // namespace essaim::tracker
