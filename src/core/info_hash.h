// Identity of a torrent: v1 (BEP 3), v2 and hybrid (BEP 52) info-hashes.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace essaim {

/// Fixed-size digest, raw bytes.
template <std::size_t N>
struct Digest {
    static constexpr std::size_t kSize = N;
    std::array<std::uint8_t, N> bytes{};

    auto operator<=>(const Digest&) const = default;
    [[nodiscard]] bool isZero() const { return *this == Digest{}; }
    [[nodiscard]] std::string toHex() const; ///< lower case, 2·N characters
    /// Raw bytes as they stand in a packet; `data` must hold exactly N bytes.
    [[nodiscard]] static std::optional<Digest> fromBytes(std::span<const std::uint8_t> data);
    [[nodiscard]] static std::optional<Digest> fromBytes(std::string_view data);
    [[nodiscard]] static std::optional<Digest> fromHex(std::string_view hex); ///< upper or lower case, exact length
};

using Sha1Hash = Digest<20>;
using Sha256Hash = Digest<32>;
extern template struct Digest<20>;
extern template struct Digest<32>;

/// Key of a torrent everywhere above the wire: the v1 hash where there is one, else the first 20 bytes of the v2 hash.
/// Fixed when the torrent is added; it stays though metadata may reveal a second hash later.
using TorrentId = Sha1Hash;

/// The hashes under which one torrent is known. At least one is set in a valid value.
struct InfoHash {
    std::optional<Sha1Hash> v1;
    std::optional<Sha256Hash> v2;

    bool operator==(const InfoHash&) const = default;
    [[nodiscard]] bool isValid() const { return v1 || v2; }
    [[nodiscard]] bool isHybrid() const { return v1 && v2; }
    [[nodiscard]] TorrentId id() const;
    /// v2 hash cut to 20 bytes, as trackers and peers see it (BEP 52); empty without v2.
    [[nodiscard]] std::optional<Sha1Hash> truncatedV2() const;
    /// True if `hash` is one of the 20-byte forms of this torrent.
    [[nodiscard]] bool matches(const Sha1Hash& hash) const;
};

} // namespace essaim

template <std::size_t N>
struct std::hash<essaim::Digest<N>> {
    /// Digests are uniform already; peers choose them, so never use this where an attacker fills the table.
    std::size_t operator()(const essaim::Digest<N>& digest) const noexcept {
        std::size_t value = 0;
        for (std::size_t i = 0; i < sizeof value; ++i)
            value = value << 8 | digest.bytes[i];
        return value;
    }
};
