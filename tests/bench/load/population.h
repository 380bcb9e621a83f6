// Who announces what in a load: everything follows from numbers, so that answers can be checked without remembering.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

namespace essaim::load {

/// SplitMix64.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed) {}
    std::uint64_t next() {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32); }

private:
    std::uint64_t m_state;
};

using Hash = std::array<std::uint8_t, 20>;

struct Peer {
    std::uint32_t source = 0; ///< number of the address
    std::uint16_t port = 0;
    bool isSeed = false;
};

/// `peers` spread evenly over `torrents`; they announce from `sources` addresses of the loopback network. The port of
/// every peer leaves the same remainder as the number of its torrent: so a peer of a wrong swarm is seen.
struct Population {
    static constexpr std::uint32_t kMark = 31;

    std::uint32_t torrents = 1000;
    std::uint32_t peers = 100'000;
    std::uint32_t sources = 4;

    [[nodiscard]] std::uint32_t peersPerTorrent() const { return peers / torrents; }
    [[nodiscard]] std::uint32_t leechersPerTorrent() const { return (peersPerTorrent() + 3) / 4; }
    [[nodiscard]] static Hash hashOf(std::uint32_t torrent) {
        Random random(0x1234567 + std::uint64_t{torrent} * 77);
        const std::uint64_t words[] = {random.next(), random.next(), random.next()};
        Hash hash;
        std::memcpy(hash.data(), words, hash.size());
        return hash;
    }
    [[nodiscard]] Peer peerOf(std::uint32_t torrent, std::uint32_t number) const {
        const auto port = kMark * (1 + number / sources) + torrent % kMark;
        return {(torrent + number) % sources, static_cast<std::uint16_t>(port), number % 4 != 0};
    }
    /// A peer of `torrent` that announces from `source`; the torrent must have that many.
    [[nodiscard]] std::uint32_t numberFrom(std::uint32_t torrent, std::uint32_t source, std::uint32_t row) const {
        return row * sources + (source + sources - torrent % sources) % sources;
    }
    [[nodiscard]] static bool belongs(std::uint32_t torrent, std::uint16_t port) {
        return port % kMark == torrent % kMark;
    }
    /// 127.0.1.1 and on, host order.
    [[nodiscard]] static std::uint32_t addressOf(std::uint32_t source) {
        return 0x7f000100 + (source / 250 << 8) + 1 + source % 250;
    }
};

} // namespace essaim::load
