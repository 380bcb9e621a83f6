// Packets of the UDP tracker protocol (BEP 15). All integers are big-endian.
#pragma once

#include "tracker/wire/announce_request.h"
#include "tracker/wire/compact_peers.h"
#include "tracker/wire/swarm_counts.h"
#include "tracker/wire/url_data.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>

namespace essaim::tracker {

inline constexpr std::uint64_t kUdpProtocolMagic = 0x41727101980;
/// Answers stay below these, so that no packet is cut on its way (IPv6 minimum MTU; Ethernet less tunnels).
inline constexpr std::size_t kMaxUdpAnswerV4 = 1452;
inline constexpr std::size_t kMaxUdpAnswerV6 = 1232;
inline constexpr std::size_t kMinUdpAnnounce = 98;
inline constexpr std::size_t kUdpAnnounceAnswerHead = 20;
inline constexpr std::size_t kUdpScrapeHead = 16;
inline constexpr std::size_t kMaxUdpScrape = 74; ///< hashes answered; the rest is left out

enum class UdpAction : std::uint32_t { Connect = 0, Announce = 1, Scrape = 2, Error = 3 };

/// The first 16 bytes of every request.
struct UdpHead {
    std::uint64_t connectionId = 0; ///< kUdpProtocolMagic in a connect request
    std::uint32_t action = 0;       ///< any value; see UdpAction
    std::uint32_t transaction = 0;
};

/// Nothing if the packet is shorter than a head.
[[nodiscard]] std::optional<UdpHead> readUdpHead(std::span<const std::uint8_t> packet);

/// Needs at least kMinUdpAnnounce bytes. The passkey of the result is a view into
/// `buffer`.
[[nodiscard]] std::expected<AnnounceRequest, RequestError>
readUdpAnnounce(std::span<const std::uint8_t> packet, UrlDataBuffer& buffer);

/// Number of hashes in a scrape; nothing if the length is not that of a head and whole hashes, at least one.
[[nodiscard]] std::optional<std::size_t> udpScrapeCount(std::span<const std::uint8_t> packet);
[[nodiscard]] Sha1Hash udpScrapeHash(std::span<const std::uint8_t> packet, std::size_t index);

/// Writes one answer into memory of the caller, kMaxUdpAnswerV4 bytes at least; never past its end.
class UdpAnswer {
public:
    explicit UdpAnswer(std::span<std::uint8_t> out)
        : m_out(out) {}

    void connect(std::uint32_t transaction, std::uint64_t connectionId);
    /// So many bytes of peers, of the packet's family, stand behind the first kUdpAnnounceAnswerHead bytes already.
    void
    announce(std::uint32_t transaction, std::chrono::seconds interval, const SwarmCounts& counts, std::size_t peers);
    void beginScrape(std::uint32_t transaction);
    void scrapeEntry(const SwarmCounts& counts);
    void error(std::uint32_t transaction, std::string_view reason);

    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    void begin(UdpAction action, std::uint32_t transaction);
    void put32(std::uint32_t value);

    std::span<std::uint8_t> m_out;
    std::size_t m_size = 0;
};

} // namespace essaim::tracker
