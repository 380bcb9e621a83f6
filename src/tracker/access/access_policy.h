// Who may use the tracker.
#pragma once

#include "core/info_hash.h"
#include "tracker/access/refusal.h"
#include "tracker/tracker_config.h"

#include <expected>
#include <string_view>
#include <vector>

namespace essaim::tracker {

/// SHA-256 of a passkey, all that is kept of it. Keys are hexadecimal: case does not matter. Always digests as many
/// characters as a key has, so that a malformed one costs the same.
[[nodiscard]] Sha256Hash passkeyDigest(std::string_view passkey);
/// 40 hexadecimal digits.
[[nodiscard]] bool isPasskey(std::string_view text);

/// A friend as an announce needs to know it.
struct FriendAccess {
    std::int64_t id = 0; ///< of the registry; 0 = the host; negative = of another host for which this one stands in
    [[nodiscard]] bool isHost() const { return id == 0; }
    [[nodiscard]] bool isMember() const { return isMemberId(id); }
    [[nodiscard]] static constexpr bool isMemberId(std::int64_t id) { return id < 0; }
    Sha256Hash digest;
    bool seedOnly = false;
    enum class Standing : std::uint8_t { Welcome, Paused, Revoked };
    Standing standing = Standing::Welcome;
    std::uint32_t maxClients = 0; ///< programs on one torrent; 0 = as for all friends
    std::uint32_t maxTorrents = 0;
};

/// Access mode and friends' keys. Immutable, hence thread-safe.
class AccessPolicy {
public:
    AccessPolicy(AccessMode mode, std::vector<FriendAccess> friends);

    /// Whose passkey this is; null for a client without a friend's key, where none is needed. A key that was revoked or
    /// is paused is refused in every mode. The torrent itself is checked by the store, see onlyHosted().
    [[nodiscard]] std::expected<const FriendAccess*, Refusal> check(std::string_view passkey) const;
    [[nodiscard]] bool onlyHosted() const { return m_mode != AccessMode::Open; }
    [[nodiscard]] bool needsPasskey() const { return m_mode == AccessMode::Friends; }

private:
    [[nodiscard]] const FriendAccess* find(std::string_view passkey) const;

    AccessMode m_mode;
    std::vector<FriendAccess> m_friends; ///< sorted by digest
};

} // namespace essaim::tracker
