#include "tracker/access/access_policy.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>

namespace essaim::tracker {

namespace {

constexpr std::size_t kPasskeyLength = 40;

/// Keys are hexadecimal: case does not matter. Always digests 40 characters, so that a malformed key costs the same.
Sha256Hash digestOf(std::string_view passkey) {
    std::array<unsigned char, kPasskeyLength> text{};
    for (std::size_t i = 0; i < std::min(passkey.size(), kPasskeyLength); ++i) {
        const char c = passkey[i];
        text[i] = static_cast<unsigned char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c);
    }
    Sha256Hash digest;
    SHA256(text.data(), text.size(), digest.bytes.data());
    return digest;
}

} // namespace

AccessPolicy::AccessPolicy(AccessMode mode, const std::vector<Friend>& friends)
    : m_mode(mode) {
    for (const auto& one : friends) {
        if (one.passkey.size() == kPasskeyLength)
            m_digests.push_back(digestOf(one.passkey));
    }
    std::ranges::sort(m_digests);
}

std::optional<Refusal> AccessPolicy::check(std::string_view passkey) const {
    if (m_mode != AccessMode::Friends)
        return std::nullopt;
    if (passkey.empty())
        return kPasskeyRequired;
    const auto digest = digestOf(passkey);
    // The search compares digests, which nobody can steer without knowing a key; the decision takes constant time.
    auto nearest = std::ranges::lower_bound(m_digests, digest);
    if (nearest == m_digests.end())
        nearest = m_digests.begin();
    const Sha256Hash none{};
    const auto& candidate = nearest == m_digests.end() ? none : *nearest;
    const bool isEqual = CRYPTO_memcmp(candidate.bytes.data(), digest.bytes.data(), digest.bytes.size()) == 0;
    if (isEqual && passkey.size() == kPasskeyLength)
        return std::nullopt;
    return kPasskeyRefused;
}

} // namespace essaim::tracker
