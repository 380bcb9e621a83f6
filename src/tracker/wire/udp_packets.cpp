#include "tracker/wire/udp_packets.h"

#include "tracker/wire/announce_path.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace essaim::tracker {

namespace {

template <typename Integer>
Integer readInteger(std::span<const std::uint8_t> packet, std::size_t offset) {
    Integer value;
    std::memcpy(&value, packet.data() + offset, sizeof value);
    return std::endian::native == std::endian::little ? std::byteswap(value) : value;
}

std::expected<AnnounceEvent, RequestError> eventOf(std::uint32_t code) {
    switch (code) {
    case 0:
        return AnnounceEvent::None;
    case 1:
        return AnnounceEvent::Completed;
    case 2:
        return AnnounceEvent::Started;
    case 3:
        return AnnounceEvent::Stopped;
    case 4: // not in BEP 15, but sent in the wild
        return AnnounceEvent::Paused;
    default:
        return std::unexpected("unknown event");
    }
}

} // namespace

std::optional<UdpHead> readUdpHead(std::span<const std::uint8_t> packet) {
    if (packet.size() < 16)
        return std::nullopt;
    return UdpHead{
        readInteger<std::uint64_t>(packet, 0), readInteger<std::uint32_t>(packet, 8),
        readInteger<std::uint32_t>(packet, 12)};
}

std::expected<AnnounceRequest, RequestError>
readUdpAnnounce(std::span<const std::uint8_t> packet, UrlDataBuffer& buffer) {
    AnnounceRequest request;
    std::ranges::copy(packet.subspan(16, 20), request.infoHash.bytes.begin());
    std::ranges::copy(packet.subspan(36, 20), request.peerId.begin());
    request.downloaded = readInteger<std::uint64_t>(packet, 56);
    request.left = readInteger<std::uint64_t>(packet, 64);
    request.uploaded = readInteger<std::uint64_t>(packet, 72);
    const auto event = eventOf(readInteger<std::uint32_t>(packet, 80));
    if (!event)
        return std::unexpected(event.error());
    request.event = *event;
    if (const auto claimed = readInteger<std::uint32_t>(packet, 84); claimed != 0)
        request.claimedAddress = IpAddress::v4(claimed);
    request.key = readInteger<std::uint32_t>(packet, 88);
    request.numWant = static_cast<std::int32_t>(readInteger<std::uint32_t>(packet, 92));
    request.port = readInteger<std::uint16_t>(packet, 96);
    if (request.port == 0 && request.event != AnnounceEvent::Stopped)
        return std::unexpected("port must be 1 to 65535");
    const auto url = readUrlData(packet.subspan(kMinUdpAnnounce), buffer);
    if (!url)
        return std::unexpected(url.error());
    request.passkey = parseAnnouncePath(url->substr(0, url->find('?'))).passkey;
    return request;
}

std::optional<std::size_t> udpScrapeCount(std::span<const std::uint8_t> packet) {
    if (packet.size() <= kUdpScrapeHead || (packet.size() - kUdpScrapeHead) % 20 != 0)
        return std::nullopt;
    return (packet.size() - kUdpScrapeHead) / 20;
}

Sha1Hash udpScrapeHash(std::span<const std::uint8_t> packet, std::size_t index) {
    Sha1Hash hash;
    std::ranges::copy(packet.subspan(kUdpScrapeHead + 20 * index, 20), hash.bytes.begin());
    return hash;
}

void UdpAnswer::connect(std::uint32_t transaction, std::uint64_t connectionId) {
    begin(UdpAction::Connect, transaction);
    put32(static_cast<std::uint32_t>(connectionId >> 32));
    put32(static_cast<std::uint32_t>(connectionId));
}

void UdpAnswer::announce(
    std::uint32_t transaction, std::chrono::seconds interval, const SwarmCounts& counts, std::size_t peers) {
    begin(UdpAction::Announce, transaction);
    put32(static_cast<std::uint32_t>(interval.count()));
    put32(counts.leechers);
    put32(counts.seeds);
    m_size += std::min(peers, m_out.size() - m_size);
}

void UdpAnswer::beginScrape(std::uint32_t transaction) {
    begin(UdpAction::Scrape, transaction);
}

void UdpAnswer::scrapeEntry(const SwarmCounts& counts) {
    put32(counts.seeds);
    put32(counts.completed);
    put32(counts.leechers);
}

void UdpAnswer::error(std::uint32_t transaction, std::string_view reason) {
    begin(UdpAction::Error, transaction);
    for (const char c : reason.substr(0, m_out.size() - m_size))
        m_out[m_size++] = static_cast<std::uint8_t>(c);
}

void UdpAnswer::begin(UdpAction action, std::uint32_t transaction) {
    m_size = 0;
    put32(static_cast<std::uint32_t>(action));
    put32(transaction);
}

void UdpAnswer::put32(std::uint32_t value) {
    if (m_out.size() - m_size < sizeof value)
        return;
    const auto ordered = std::endian::native == std::endian::little ? std::byteswap(value) : value;
    std::memcpy(m_out.data() + m_size, &ordered, sizeof ordered);
    m_size += sizeof ordered;
}

} // namespace essaim::tracker
