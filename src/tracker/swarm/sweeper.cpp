#include "tracker/swarm/sweeper.h"

#include <algorithm>

namespace essaim::tracker {

void Sweeper::step(Clock::Monotonic now, std::chrono::seconds timeout, std::chrono::milliseconds sinceLast) {
    const auto pass =
        std::clamp<std::chrono::milliseconds>(timeout / 10, std::chrono::milliseconds(500), std::chrono::seconds(60));
    const auto sizes = m_store.totals();
    // Records that became free are walked over too: as many as there are of the others is a fair guess.
    const auto whole = static_cast<double>(2 * sizes.swarms + sizes.peers + PeerStore::kShards);
    const auto share = static_cast<double>(sinceLast.count()) / static_cast<double>(pass.count());
    m_owed = std::min(m_owed + whole * share, whole);
    while (m_owed > 0)
        m_owed -= m_store.sweep(m_cursor, kSliceBudget, now, timeout).seen;
    m_store.trim(now, m_random);
}

void Sweeper::sweepAll(Clock::Monotonic now, std::chrono::seconds timeout) {
    m_cursor = {};
    while (!m_store.sweep(m_cursor, kSliceBudget, now, timeout).isThrough) {
    }
}

} // namespace essaim::tracker
