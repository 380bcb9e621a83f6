#include "tracker/access/address_limits.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <new>

namespace essaim::tracker {

namespace {

/// One home holds a whole IPv6 /64.
std::span<const std::uint8_t> home(const IpAddress& address) {
    return std::span(address.bytes()).first(address.isV4() ? 4 : 8);
}

std::span<const std::uint8_t> neighbourhood(const IpAddress& address) {
    return std::span(address.bytes()).first(address.isV4() ? 3 : 6);
}

FlowLimit forNeighbours(FlowLimit limit) {
    limit.burst = static_cast<std::uint32_t>(std::min<std::uint64_t>(
        std::uint64_t{limit.burst} * AddressLimits::kNeighbours, std::numeric_limits<std::uint32_t>::max()));
    return limit;
}

} // namespace

void AddressLimits::Free::operator()(void* memory) const {
    std::free(memory);
}

AddressLimits::AddressLimits()
    : m_entries(static_cast<Entry*>(std::calloc(kEntries, sizeof(Entry)))) {
    if (!m_entries)
        throw std::bad_alloc();
}

bool AddressLimits::takeRequest(const IpAddress& address, const FlowLimit& limit, Clock::Monotonic now) {
    return take(0, home(address), limit, now);
}

bool AddressLimits::takePeer(const IpAddress& address, const FlowLimit& limit, Clock::Monotonic now) {
    return take(1, home(address), limit, now) && take(1, neighbourhood(address), forNeighbours(limit), now);
}

bool AddressLimits::take(
    std::size_t bucket, std::span<const std::uint8_t> prefix, const FlowLimit& limit, Clock::Monotonic now) {
    if (limit.burst == 0)
        return true;
    const auto hash = sipHash13(m_key, prefix);
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
