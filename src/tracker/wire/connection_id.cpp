#include "tracker/wire/connection_id.h"

#include <algorithm>
#include <array>

namespace essaim::tracker {

namespace {

std::uint32_t slotOf(std::chrono::seconds now) {
    return static_cast<std::uint32_t>(now / ConnectionIds::kSlot);
}

} // namespace

ConnectionIds::ConnectionIds(const SipKey& even, const SipKey& odd, std::chrono::seconds lifetime)
    : m_keys{{{even.k0, even.k1}, {odd.k0, odd.k1}}} {
    setLifetime(lifetime);
}

ConnectionIds ConnectionIds::ofThisProcess() {
    static const std::array keys{SipKey::random(), SipKey::random()};
    return ConnectionIds(keys[0], keys[1]);
}

void ConnectionIds::setLifetime(std::chrono::seconds lifetime) {
    using std::chrono::seconds;
    m_lifetimeSlots = static_cast<std::uint32_t>(std::clamp(lifetime, seconds(60), seconds(600)) / kSlot);
}

void ConnectionIds::renewKeys(std::chrono::seconds now) {
    const auto slot = slotOf(now);
    const auto next = slot / kSlotsPerEpoch + 1;
    if (slot % kSlotsPerEpoch < kSlotsPerEpoch / 2 || next == m_renewedFor)
        return;
    const auto fresh = SipKey::random();
    m_keys[next % 2].k0 = fresh.k0;
    m_keys[next % 2].k1 = fresh.k1;
    m_renewedFor = next;
}

std::uint64_t ConnectionIds::idFor(const IpAddress& address, std::uint32_t slot) const {
    const auto& key = m_keys[slot / kSlotsPerEpoch % 2];
    detail::SipHasher<2, 4> hasher({key.k0.load(std::memory_order_relaxed), key.k1.load(std::memory_order_relaxed)});
    const auto* bytes = address.bytes().data();
    hasher.absorb(detail::littleEndian(bytes, 8));
    hasher.absorb(detail::littleEndian(bytes + 8, 8));
    constexpr std::uint64_t kMessageLength = 16 + 4 + 1;
    hasher.absorb(kMessageLength << 56 | std::uint64_t{address.isV6() ? 6U : 4U} << 32 | slot);
    return std::uint64_t{slot & 0xffff} << 48 | hasher.finish() >> 16;
}

std::uint64_t ConnectionIds::make(const IpAddress& address, std::chrono::seconds now) const {
    return idFor(address, slotOf(now));
}

bool ConnectionIds::accepts(std::uint64_t id, const IpAddress& address, std::chrono::seconds now) const {
    // One slot of the future is allowed: another worker may have read the clock a moment later.
    const std::uint32_t next = slotOf(now) + 1;
    const auto age = static_cast<std::uint16_t>(next - static_cast<std::uint32_t>(id >> 48));
    if (age > m_lifetimeSlots.load(std::memory_order_relaxed) + 1)
        return false;
    return idFor(address, next - age) == id; // one comparison of registers: nothing to learn from its time
}

} // namespace essaim::tracker
