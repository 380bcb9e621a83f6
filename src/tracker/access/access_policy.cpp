#include "tracker/access/access_policy.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>

namespace essaim::tracker {

namespace {

constexpr std::size_t kPasskeyLength = 40;

} // namespace

bool isPasskey(std::string_view text) {
    return Sha1Hash::fromHex(text).has_value();
}

Sha256Hash passkeyDigest(std::string_view passkey) {
    std::array<unsigned char, kPasskeyLength> text{};
    for (std::size_t i = 0; i < std::min(passkey.size(), kPasskeyLength); ++i) {
        const char c = passkey[i];
        text[i] = static_cast<unsigned char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c);
    }
    Sha256Hash digest;
    SHA256(text.data(), text.size(), digest.bytes.data());
    return digest;
}

AccessPolicy::AccessPolicy(AccessMode mode, std::vector<FriendAccess> friends)
    : m_mode(mode)
    , m_friends(std::move(friends)) {
    std::ranges::sort(m_friends, {}, &FriendAccess::digest);
}

std::expected<const FriendAccess*, Refusal> AccessPolicy::check(std::string_view passkey) const {
    if (passkey.empty())
        return needsPasskey() ? std::unexpected(kPasskeyRequired)
                              : std::expected<const FriendAccess*, Refusal>(nullptr);
    if (m_friends.empty() && !needsPasskey())
        return nullptr;
    const auto* found = find(passkey);
    if ((!found && needsPasskey()) || (found && found->standing == FriendAccess::Standing::Revoked))
        return std::unexpected(kPasskeyRefused);
    if (found && found->standing == FriendAccess::Standing::Paused)
        return std::unexpected(kFriendPaused);
    return found;
}

const FriendAccess* AccessPolicy::find(std::string_view passkey) const {
    const auto digest = passkeyDigest(passkey);
    // The search compares digests, which nobody can steer without knowing a key; the decision takes constant time.
    auto nearest = std::ranges::lower_bound(m_friends, digest, {}, &FriendAccess::digest);
    if (nearest == m_friends.end())
        nearest = m_friends.begin();
    static const FriendAccess kNobody;
    const auto& candidate = nearest == m_friends.end() ? kNobody : *nearest;
    const bool isEqual = CRYPTO_memcmp(candidate.digest.bytes.data(), digest.bytes.data(), digest.bytes.size()) == 0;
    return isEqual && passkey.size() == kPasskeyLength ? &candidate : nullptr;
}

} // namespace essaim::tracker
