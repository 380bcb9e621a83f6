#include "tracker/service/outside_proof.h"

#include <algorithm>
#include <chrono>

namespace essaim::tracker {

namespace {

constexpr std::ptrdiff_t kSiteBytes = 6; ///< a site gets an IPv6 /48 at most

} // namespace

bool isOutside(const IpAddress& asker, const IpAddress& local, const std::optional<IpAddress>& external) {
    if (!asker.isGlobal() || asker == external || asker == local)
        return false;
    if (asker.isV4() || local.isV4())
        return true;
    return !std::equal(asker.bytes().begin(), asker.bytes().begin() + kSiteBytes, local.bytes().begin());
}

void OutsideProof::note(const IpAddress& asker, const IpAddress& local, const std::optional<IpAddress>& external) {
    if (!isOutside(asker, local, external))
        return;
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    m_last[asker.isV6() ? 1 : 0].store(now, std::memory_order_relaxed);
    m_isWanted.store(false, std::memory_order_relaxed);
}

} // namespace essaim::tracker
