// Why an announce is not served.
#pragma once

#include "tracker/wire/http_response.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace essaim::tracker {

enum class RefusalKind : std::uint8_t {
    NotHosted,
    Full,
    PasskeyRequired,
    PasskeyRefused,
    Blocked,        ///< this torrent, by the host
    Client,         ///< this program, by the host
    SeedOnly,       ///< a friend without the right to download
    FriendClients,  ///< a friend's limit of programs per torrent
    FriendTorrents, ///< a friend's limit of torrents
    AddressPeers,   ///< limit of peers per address
    TooMany,        ///< limit of requests
    FriendPaused,   ///< by the host, until it says otherwise
};
inline constexpr std::size_t kRefusalKinds = 12;

/// A sentence for the client's user, and when to come back (BEP 31).
struct Refusal {
    std::string_view reason;
    Retry retry = Retry::Unsaid;
    RefusalKind kind = RefusalKind::NotHosted;

    bool operator==(const Refusal&) const = default;
};

inline constexpr Refusal kNotHosted{"this tracker does not host this torrent"};
inline constexpr Refusal kTrackerFull{"this tracker is full", Retry::InHalfAnHour, RefusalKind::Full};
inline constexpr Refusal kPasskeyRequired{"passkey required", Retry::Never, RefusalKind::PasskeyRequired};
/// The same for unknown, malformed and revoked keys, so that nobody learns which.
inline constexpr Refusal kPasskeyRefused{"passkey not accepted", Retry::Never, RefusalKind::PasskeyRefused};
inline constexpr Refusal kSeedOnly{"you may seed here but not download", Retry::Never, RefusalKind::SeedOnly};
inline constexpr Refusal kFriendClients{
    "too many of your programs share this torrent", Retry::InHalfAnHour, RefusalKind::FriendClients};
inline constexpr Refusal kFriendTorrents{
    "you are active on as many torrents as you may be", Retry::InHalfAnHour, RefusalKind::FriendTorrents};
inline constexpr Refusal kAddressPeers{
    "too many peers at your address", Retry::InHalfAnHour, RefusalKind::AddressPeers};
inline constexpr Refusal kTooMany{"too many requests from your address", Retry::InHalfAnHour, RefusalKind::TooMany};
inline constexpr Refusal kFriendPaused{
    "your access is paused by the host of this tracker", Retry::InHalfAnHour, RefusalKind::FriendPaused};

/// As it stands in numbers for machines: "not_hosted".
[[nodiscard]] constexpr std::string_view nameOf(RefusalKind kind) {
    constexpr std::string_view kNames[kRefusalKinds] = {
        "not_hosted", "full",           "passkey_required", "passkey_refused", "blocked",  "client",
        "seed_only",  "friend_clients", "friend_torrents",  "address_peers",   "too_many", "friend_paused"};
    return kNames[static_cast<std::size_t>(kind)];
}

} // namespace essaim::tracker
