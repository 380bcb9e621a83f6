#include "tracker/service/udp_responder.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

constexpr std::size_t kAnnounceAnswerHead = 20;

std::uint32_t peersThatFit(const IpAddress& asker) {
    return asker.isV4() ? (kMaxUdpAnswerV4 - kAnnounceAnswerHead) / CompactPeers::kV4Size
                        : (kMaxUdpAnswerV6 - kAnnounceAnswerHead) / CompactPeers::kV6Size;
}

} // namespace

std::size_t UdpResponder::respond(
    std::span<const std::uint8_t> packet, const Endpoint& source, const IpAddress& local, Clock::Monotonic now,
    std::span<std::uint8_t> out) {
    UdpAnswer answer(out);
    const auto head = readUdpHead(packet);
    if (!head || source.port == 0) {
        m_service.counters().malformed.add();
        return 0;
    }
    if (m_service.isDenied(source.address) || !m_service.takeRequest(source.address, now))
        return 0;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch());
    if (head->action == static_cast<std::uint32_t>(UdpAction::Connect)) {
        connect(*head, source, seconds, answer);
        return answer.size();
    }
    const bool isAnnounce = head->action == static_cast<std::uint32_t>(UdpAction::Announce);
    const bool isScrape = head->action == static_cast<std::uint32_t>(UdpAction::Scrape);
    if ((!isAnnounce && !isScrape) || (isAnnounce && packet.size() < kMinUdpAnnounce)) {
        m_service.counters().malformed.add();
        return 0;
    }
    if (!m_ids.accepts(head->connectionId, source.address, seconds)) {
        m_service.counters().badIds.add();
        return 0;
    }
    if (isAnnounce)
        announce(*head, packet, {source.address, local}, now, answer);
    else
        scrape(*head, packet, source.address, now, answer);
    return answer.size();
}

void UdpResponder::connect(const UdpHead& head, const Endpoint& source, std::chrono::seconds now, UdpAnswer& answer) {
    if (head.connectionId != kUdpProtocolMagic)
        return m_service.counters().malformed.add();
    m_service.counters().connects.add();
    answer.connect(head.transaction, m_ids.make(source.address, now));
}

void UdpResponder::announce(
    const UdpHead& head, std::span<const std::uint8_t> packet, const Asker& asker, Clock::Monotonic now,
    UdpAnswer& answer) {
    const auto request = readUdpAnnounce(packet, m_urlData);
    if (!request) {
        m_service.counters().malformed.add();
        return answer.error(head.transaction, request.error());
    }
    const auto result = m_service.announce(*request, asker, now, peersThatFit(asker.address), false);
    if (!result)
        return answer.error(head.transaction, result.error().reason);
    const auto peers = asker.address.isV4() ? result->peers->v4() : result->peers->v6();
    answer.announce(head.transaction, result->interval, result->counts, peers);
}

void UdpResponder::scrape(
    const UdpHead& head, std::span<const std::uint8_t> packet, const IpAddress& asker, Clock::Monotonic now,
    UdpAnswer& answer) {
    const auto count = udpScrapeCount(packet);
    if (!count) {
        m_service.counters().malformed.add();
        return answer.error(head.transaction, "bad size"); // as long as the shortest of such requests
    }
    m_service.counters().scrapes.add();
    // A scrape carries no passkey (BEP 41 extends announces only): in friends mode strangers learn nothing.
    const bool tellsNothing = !m_service.mayScrapeWithoutKey(asker, now);
    answer.beginScrape(head.transaction);
    for (std::size_t i = 0; i < std::min(*count, kMaxUdpScrape); ++i)
        answer.scrapeEntry(tellsNothing ? SwarmCounts{} : m_service.scrape(udpScrapeHash(packet, i)));
}

} // namespace essaim::tracker
