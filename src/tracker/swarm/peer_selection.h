// Choosing the peers of one answer.
#pragma once

#include "tracker/swarm/address_kind.h"
#include "tracker/swarm/announced_address.h"
#include "tracker/swarm/peer.h"
#include "tracker/wire/compact_peers.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace essaim::tracker {

/// What the asker wants to see.
struct SelectionRequest {
    std::uint32_t want = 0;
    bool leechersOnly = false; ///< the asker is a seed: other seeds are of no use to it
    Endpoint asker;            ///< never handed to itself
    bool asksOverV6 = false;   ///< whatever the address is under which the asker is kept
    Viewpoint view;
    /// Whether a peer stands in the asker's own network. If given, up to three quarters of the answer are such peers,
    /// and a quarter others if there are that many, so that the swarm stays one. Empty = no preference.
    std::function<bool(const IpAddress&)> isNear{};
};

/// The kinds of addresses that are handed to the asker as they are: a kindBit() for each.
[[nodiscard]] std::uint32_t kindsHandedOutAsTheyAre(const IpAddress& asker);

/// Takes candidates in the form in which they are stored, leaves out the asker and those that it cannot reach, and
/// writes the others into an answer. For one answer and one family.
template <typename Family>
class HandOut {
public:
    HandOut(const SelectionRequest& request, std::uint32_t want, CompactPeers& out);

    /// How many candidates are useful.
    [[nodiscard]] std::uint32_t candidates() const { return m_request.isNear ? 4 * m_want : m_want; }
    /// Runs of keys; returns how many of them counted.
    std::uint32_t take(const std::uint8_t* keys, std::uint32_t count);
    /// Completes the answer; returns how many peers were added to it.
    std::uint32_t finish();

private:
    bool takeOne(const std::uint8_t* key);
    bool takeRewritten(const std::uint8_t* key);
    bool accept(const std::uint8_t* key);
    [[nodiscard]] bool isTakenAlready(const std::uint8_t* key) const;
    void fillFrom(const std::vector<std::uint8_t>& keys);

    const SelectionRequest& m_request;
    const std::uint32_t m_want;
    CompactPeers& m_out;
    const PeerKey<Family> m_asker;
    const std::uint32_t m_asTheyAre; ///< kinds
    bool m_isRewriting = false;
    std::uint32_t m_added = 0;
    std::uint32_t m_near = 0;
    std::vector<std::uint8_t> m_far;      ///< keys, while there is a preference
    std::vector<std::uint8_t> m_nearRest; ///< near ones beyond their share
};

} // namespace essaim::tracker
