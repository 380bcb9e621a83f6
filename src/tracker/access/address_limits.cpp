#include "tracker/access/address_limits.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <span>

namespace essaim::tracker {

void AddressLimits::Free::operator()(void* memory) const {
    std::free(memory);
}

AddressLimits::AddressLimits()
    : m_entries(static_cast<Entry*>(std::calloc(kEntries, sizeof(Entry)))) {
    if (!m_entries)
        throw std::bad_alloc();
}

bool AddressLimits::takeRequest(const IpAddress& address, const FlowLimit& limit, Clock::Monotonic now) {
    return take(0, address, limit, now);
}

bool AddressLimits::takePeer(const IpAddress& address, const FlowLimit& limit, Clock::Monotonic now) {
    return take(1, address, limit, now);
}

bool AddressLimits::take(std::size_t bucket, const IpAddress& address, const FlowLimit& limit, Clock::Monotonic now) {
    if (limit.burst == 0)
        return true;
    // One home holds a whole IPv6 /64.
    const std::size_t keyed = address.isV4() ? 4 : 8;
    const auto hash = sipHash13(m_key, std::span(address.bytes()).first(keyed));
    const auto tag = std::max<std::uint32_t>(static_cast<std::uint32_t>(hash >> 32), 1);
    const auto milliseconds = static_cast<std::uint32_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count());

    const std::lock_guard lock(m_locks[hash % kLocks]);
    auto& entry = m_entries[hash % kEntries];
    if (entry.tag != tag)
        entry = {tag, {{{0, milliseconds}, {0, milliseconds}}}};
    auto& [level, since] = entry.buckets[bucket];
    const auto elapsed = static_cast<float>(milliseconds - since) / 1000.0F; // wraps once in seven weeks
    const auto burst = static_cast<float>(limit.burst);
    level = std::max(0.0F, level - elapsed * burst / static_cast<float>(limit.window.count()));
    since = milliseconds;
    if (level + 1.0F > burst)
        return false;
    level += 1.0F;
    return true;
}

} // namespace essaim::tracker
