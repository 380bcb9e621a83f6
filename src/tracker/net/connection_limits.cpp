#include "tracker/net/connection_limits.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

IpAddress keyOf(const IpAddress& client) {
    if (client.isV4())
        return client;
    auto bytes = client.bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return IpAddress::v6(bytes);
}

} // namespace

void ConnectionLimits::setLimits(std::size_t maxTotal, std::size_t maxPerAddress, bool sparesPrivate) {
    const std::lock_guard lock(m_mutex);
    m_maxTotal = maxTotal;
    m_maxPerAddress = maxPerAddress;
    m_sparesPrivate = sparesPrivate;
}

std::optional<ConnectionLimits::Slot> ConnectionLimits::acquire(const IpAddress& client) {
    const auto key = keyOf(client);
    const std::lock_guard lock(m_mutex);
    if (m_total >= m_maxTotal)
        return std::nullopt;
    auto& count = m_perAddress[key];
    if (count >= m_maxPerAddress && (client.isGlobal() || !m_sparesPrivate))
        return std::nullopt;
    ++count;
    ++m_total;
    return Slot(*this, key);
}

void ConnectionLimits::release(const IpAddress& key) {
    const std::lock_guard lock(m_mutex);
    const auto entry = m_perAddress.find(key);
    if (--entry->second == 0)
        m_perAddress.erase(entry);
    --m_total;
}

bool ConnectionLimits::isFull() const {
    const std::lock_guard lock(m_mutex);
    return m_total >= m_maxTotal;
}

std::size_t ConnectionLimits::count() const {
    const std::lock_guard lock(m_mutex);
    return m_total;
}

} // namespace essaim::tracker
