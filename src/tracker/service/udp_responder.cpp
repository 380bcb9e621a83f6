#include "tracker/service/udp_responder.h"

#include <algorithm>

namespace essaim::tracker {

namespace {

std::uint32_t peersThatFit(const IpAddress& asker) {
    return asker.isV4() ? (kMaxUdpAnswerV4 - kUdpAnnounceAnswerHead) / CompactPeers::kV4Size
                        : (kMaxUdpAnswerV6 - kUdpAnnounceAnswerHead) / CompactPeers::kV6Size;
}

} // namespace

void UdpResponder::respond(std::span<UdpExchange> exchanges, Clock::Monotonic now, std::span<std::uint8_t> memory) {
    m_memory.use(memory);
    for (auto& exchange : exchanges) {
        exchange.answer = {};
        respondTo(exchange, now);
    }
    finishAnnounces(now);
}

void UdpResponder::respondTo(UdpExchange& exchange, Clock::Monotonic now) {
    const auto& [packet, source, local, silence] = exchange;
    const auto head = readUdpHead(packet);
    if (!head || source.port == 0)
        return m_service.counters().malformed.add();
    if (m_service.isDenied(source.address) || !m_service.takeRequest(source.address, now))
        return;
    UdpAnswer answer(m_memory.rest());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch());
    if (head->action == static_cast<std::uint32_t>(UdpAction::Connect)) {
        connect(*head, source, seconds, answer);
        exchange.answer = m_memory.take(answer.size());
        return;
    }
    const bool isAnnounce = head->action == static_cast<std::uint32_t>(UdpAction::Announce);
    const bool isScrape = head->action == static_cast<std::uint32_t>(UdpAction::Scrape);
    if ((!isAnnounce && !isScrape) || (isAnnounce && packet.size() < kMinUdpAnnounce))
        return m_service.counters().malformed.add();
    if (!m_ids.accepts(head->connectionId, source.address, seconds))
        return m_service.counters().badIds.add();
    if (isAnnounce)
        return beginAnnounce(*head, exchange, now);
    finishAnnounces(now); // what was announced before counts
    UdpAnswer counts(m_memory.rest());
    scrape(*head, packet, source.address, now, counts);
    exchange.answer = m_memory.take(counts.size());
}

void UdpResponder::connect(const UdpHead& head, const Endpoint& source, std::chrono::seconds now, UdpAnswer& answer) {
    if (head.connectionId != kUdpProtocolMagic)
        return m_service.counters().malformed.add();
    m_service.counters().connects.add();
    answer.connect(head.transaction, m_ids.make(source.address, now));
}

void UdpResponder::beginAnnounce(const UdpHead& head, UdpExchange& exchange, Clock::Monotonic now) {
    const auto request = readUdpAnnounce(exchange.request, m_urlData);
    if (!request) {
        m_service.counters().malformed.add();
        return refuse(head.transaction, request.error(), exchange);
    }
    auto& pending = m_pending[m_pendingCount];
    const auto& asker = exchange.source.address;
    pending.announce.exchange.peers.writeTo(m_memory, kUdpAnnounceAnswerHead, asker.isV4());
    const auto refusal =
        m_service.begin(*request, {asker, exchange.local}, now, peersThatFit(asker), false, pending.announce);
    if (refusal)
        return refuse(head.transaction, refusal->reason, exchange);
    pending.exchange = &exchange;
    pending.transaction = head.transaction;
    if (++m_pendingCount == m_pending.size())
        finishAnnounces(now);
}

void UdpResponder::finishAnnounces(Clock::Monotonic now) {
    if (m_pendingCount == 0)
        return;
    std::array<PendingAnnounce*, AnnounceService::kMostAtOnce> announces;
    const auto pending = std::span(m_pending).first(m_pendingCount);
    for (std::size_t i = 0; i < pending.size(); ++i)
        announces[i] = &pending[i].announce;
    m_service.serve(std::span(announces).first(pending.size()), now);
    for (auto& [announce, exchange, transaction] : pending) {
        const auto result = m_service.end(announce, now);
        if (!result) {
            refuse(transaction, result.error().reason, *exchange);
            continue;
        }
        exchange->answer = result->peers->answer();
        UdpAnswer answer(result->peers->answer());
        answer.announce(transaction, result->interval, result->counts, result->peers->size());
    }
    m_pendingCount = 0;
}

void UdpResponder::refuse(std::uint32_t transaction, std::string_view reason, UdpExchange& exchange) {
    UdpAnswer answer(m_memory.rest());
    answer.error(transaction, reason);
    exchange.answer = m_memory.take(answer.size());
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
