#include "tracker/service/network_census.h"

namespace essaim::tracker {

namespace {

constexpr std::uint32_t kSliceBudget = 2000; ///< peers and swarms under one lock
constexpr std::uint32_t kMostAtOnce = 20'000;

} // namespace

void NetworkCensus::goOn(const PeerStore& store, const AddressMap& networks, Clock::Monotonic now) {
    if (networks.isEmpty() || now < m_nextAt)
        return;
    m_nextAt = now + std::chrono::seconds(1);
    const auto seen = [&] {
        return store.visit(
            m_cursor, kSliceBudget, now, [](const Sha1Hash&, std::uint32_t) {},
            [&](const StoredPeer& peer) {
                ++m_counted[networks.find(peer.endpoint.address).value_or(m_counted.size() - 1)];
            });
    };
    auto slice = seen();
    // Small stores, in which most shards are empty, are counted at once.
    for (std::uint32_t looked = slice.seen; !slice.isThrough && looked < kMostAtOnce; looked += slice.seen + 1)
        slice = seen();
    if (!slice.isThrough)
        return;
    const std::lock_guard lock(m_mutex);
    m_last = m_counted;
    m_counted = {};
}

NetworkCensus::Numbers NetworkCensus::last() const {
    const std::lock_guard lock(m_mutex);
    return m_last;
}

} // namespace essaim::tracker
