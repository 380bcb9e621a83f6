// Digests as bytes and hexadecimal text, and the identities of a torrent.
#include "core/info_hash.h"

#include <algorithm>

namespace essaim {

namespace {

/// Value of a hexadecimal digit, -1 for anything else.
int hexValue(char digit) {
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

} // namespace

template <std::size_t N>
std::string Digest<N>::toHex() const {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * N);
    for (const auto byte : bytes) {
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return hex;
}

template <std::size_t N>
std::optional<Digest<N>> Digest<N>::fromBytes(std::span<const std::uint8_t> data) {
    if (data.size() != N)
        return std::nullopt;
    Digest digest;
    std::copy(data.begin(), data.end(), digest.bytes.begin());
    return digest;
}

template <std::size_t N>
std::optional<Digest<N>> Digest<N>::fromBytes(std::string_view data) {
    if (data.size() != N)
        return std::nullopt;
    Digest digest;
    std::transform(
        data.begin(), data.end(), digest.bytes.begin(), [](char byte) { return static_cast<std::uint8_t>(byte); });
    return digest;
}

template <std::size_t N>
std::optional<Digest<N>> Digest<N>::fromHex(std::string_view hex) {
    if (hex.size() != 2 * N)
        return std::nullopt;
    Digest digest;
    for (std::size_t i = 0; i < N; ++i) {
        const int high = hexValue(hex[2 * i]);
        const int low = hexValue(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        digest.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return digest;
}

template struct Digest<20>;
template struct Digest<32>;

TorrentId InfoHash::id() const {
    return v1 ? *v1 : truncatedV2().value_or(Sha1Hash{});
}

std::optional<Sha1Hash> InfoHash::truncatedV2() const {
    if (!v2)
        return std::nullopt;
    return Sha1Hash::fromBytes(std::span(v2->bytes).first<Sha1Hash::kSize>());
}

bool InfoHash::matches(const Sha1Hash& hash) const {
    return v1 == hash || truncatedV2() == hash;
}

} // namespace essaim
