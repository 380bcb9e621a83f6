// What a client says in an announce, whichever protocol it came by.
#pragma once

#include "core/endpoint.h"
#include "core/info_hash.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace essaim::tracker {

enum class AnnounceEvent : std::uint8_t {
    None,
    Completed,
    Started,
    Stopped,
    Paused, ///< BEP 21: has all it wants, though not all there is
};

struct AnnounceRequest {
    /// `left` of a client that did not say: it counts as a leecher.
    static constexpr std::uint64_t kLeftUnknown = std::numeric_limits<std::uint64_t>::max();

    Sha1Hash infoHash; ///< v1, or a v2 hash cut to 20 bytes (BEP 52)
    std::array<std::uint8_t, 20> peerId{};
    std::uint64_t uploaded = 0;
    std::uint64_t downloaded = 0;
    std::uint64_t left = kLeftUnknown;
    std::int32_t numWant = -1; ///< negative = the tracker's default
    std::uint16_t port = 0;    ///< 0 only together with AnnounceEvent::Stopped
    AnnounceEvent event = AnnounceEvent::None;
    std::uint64_t key = 0; ///< tells clients with one peer id apart; the same number over HTTP and UDP
    /// What the client calls its own address. Believed only where the host trusts the sender.
    std::optional<IpAddress> claimedAddress;
    bool compact = true;   ///< HTTP only (BEP 23)
    bool noPeerId = false; ///< HTTP only: leave peer ids out of the answer that is not compact
    /// From the path of the announce URL; a view into the request's bytes. Empty = none. Never log it.
    std::string_view passkey;

    [[nodiscard]] bool isSeed() const { return left == 0; }
};

/// Why a request cannot be served, as a client shows it to its user: short ASCII, no internals.
using RequestError = std::string_view;

} // namespace essaim::tracker
