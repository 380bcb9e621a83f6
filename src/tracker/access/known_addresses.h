// Addresses that lately proved to be a friend's.
#pragma once

#include "core/clock.h"
#include "core/endpoint.h"
#include "tracker/wire/siphash.h"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <vector>

namespace essaim::tracker {

/// For UDP scrapes in friends mode, which carry no key: they are answered where an announce with a key came from. A
/// table of fixed size, in which newer addresses displace older ones. Thread-safe.
class KnownAddresses {
public:
    void add(const IpAddress& address, Clock::Monotonic until) {
        const auto key = keyOf(address);
        const std::lock_guard lock(m_mutex);
        m_entries[key % kEntries] = {key, until};
    }
    [[nodiscard]] bool contains(const IpAddress& address, Clock::Monotonic now) const {
        const auto key = keyOf(address);
        const std::lock_guard lock(m_mutex);
        const auto& entry = m_entries[key % kEntries];
        return entry.key == key && now <= entry.until;
    }

private:
    static constexpr std::size_t kEntries = 1U << 12;
    struct Entry {
        std::uint64_t key = 0;
        Clock::Monotonic until;
    };

    [[nodiscard]] std::uint64_t keyOf(const IpAddress& address) const { return sipHash24(m_secret, address.bytes()); }

    const SipKey m_secret = SipKey::random();
    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries = std::vector<Entry>(kEntries); ///< guarded by m_mutex
};

} // namespace essaim::tracker
