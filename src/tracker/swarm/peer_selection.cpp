#include "tracker/swarm/peer_selection.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

template <typename Family>
AddressKind kindOfKey(const std::uint8_t* key) {
    if constexpr (std::is_same_v<Family, FamilyV4>)
        return addressKindV4(key);
    else
        return addressKindV6(key);
}

template <typename Family>
bool isSame(const std::uint8_t* a, const std::uint8_t* b) {
    return std::memcmp(a, b, 4) == 0 && std::memcmp(a + 4, b + 4, Family::kKeySize - 4) == 0;
}

} // namespace

std::uint32_t kindsHandedOutAsTheyAre(const IpAddress& asker) {
    constexpr auto kGlobal = kindBit(AddressKind::Global);
    switch (addressKind(asker)) {
    case AddressKind::Loopback:
        return kGlobal | kindBit(AddressKind::Private) | kindBit(AddressKind::Loopback);
    case AddressKind::Private:
        return kGlobal | kindBit(AddressKind::Private);
    case AddressKind::Global:
        return kGlobal;
    case AddressKind::Other:
        return kGlobal | (asker.isLinkLocal() ? kindBit(AddressKind::Private) : 0);
    }
    return kGlobal;
}

template <typename Family>
HandOut<Family>::HandOut(const SelectionRequest& request, std::uint32_t want, CompactPeers& out)
    : m_request(request)
    , m_want(want)
    , m_out(out)
    , m_asker(
          request.asker.address.isV4() == std::is_same_v<Family, FamilyV4> ? peerKey<Family>(request.asker)
                                                                           : PeerKey<Family>{})
    , m_asTheyAre(kindsHandedOutAsTheyAre(request.view.asker)) {}

template <typename Family>
std::uint32_t HandOut<Family>::take(const std::uint8_t* keys, std::uint32_t count) {
    std::uint32_t taken = 0;
    for (std::uint32_t i = 0; i < count; ++i)
        taken += takeOne(keys + i * Family::kKeySize) ? 1 : 0;
    return taken;
}

template <typename Family>
bool HandOut<Family>::takeOne(const std::uint8_t* key) {
    if (isSame<Family>(key, m_asker.data()))
        return false;
    if ((m_asTheyAre & kindBit(kindOfKey<Family>(key))) == 0)
        return takeRewritten(key);
    // Endpoints are unique until one is rewritten: then two ways to the same computer may look alike.
    if (m_isRewriting && isTakenAlready(key))
        return false;
    return accept(key);
}

template <typename Family>
bool HandOut<Family>::takeRewritten(const std::uint8_t* key) {
    const auto peer = endpointOf<Family>(key);
    const auto address = announcedAddress(peer.address, m_request.view);
    if (!address)
        return false;
    m_isRewriting = true;
    const Endpoint shown{*address, peer.port};
    if (shown == m_request.asker || m_out.contains(shown))
        return false;
    if (shown.address.isV4() != peer.address.isV4()) { // rewritten into the other family: it goes there
        m_out.add(shown);
        ++m_added;
        return true;
    }
    const auto shownKey = peerKey<Family>(shown);
    return !isTakenAlready(shownKey.data()) && accept(shownKey.data());
}

template <typename Family>
bool HandOut<Family>::accept(const std::uint8_t* key) {
    if (m_request.isNear) {
        const bool isNear = m_request.isNear(endpointOf<Family>(key).address);
        if (!isNear || m_near >= m_want - m_want / 4) {
            auto& rest = isNear ? m_nearRest : m_far;
            if (rest.size() < m_want * Family::kKeySize)
                rest.insert(rest.end(), key, key + Family::kKeySize);
            return true;
        }
        ++m_near;
    }
    m_out.addKeys<Family::kKeySize>(key, 1);
    ++m_added;
    return true;
}

template <typename Family>
bool HandOut<Family>::isTakenAlready(const std::uint8_t* key) const {
    const auto holds = [key](std::span<const std::uint8_t> keys) {
        for (std::size_t at = 0; at < keys.size(); at += Family::kKeySize)
            if (isSame<Family>(keys.data() + at, key))
                return true;
        return false;
    };
    const auto out = std::is_same_v<Family, FamilyV4> ? m_out.v4() : m_out.v6();
    return holds(out) || holds(m_far) || holds(m_nearRest);
}

template <typename Family>
std::uint32_t HandOut<Family>::finish() {
    fillFrom(m_far);
    fillFrom(m_nearRest);
    return m_added;
}

template <typename Family>
void HandOut<Family>::fillFrom(const std::vector<std::uint8_t>& keys) {
    for (std::size_t at = 0; at < keys.size() && m_added < m_want; at += Family::kKeySize, ++m_added)
        m_out.addKeys<Family::kKeySize>(keys.data() + at, 1);
}

template class HandOut<FamilyV4>;
template class HandOut<FamilyV6>;

} // namespace essaim::tracker
