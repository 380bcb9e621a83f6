// From one UDP request to its answer, without sockets.
#pragma once

#include "tracker/service/announce_service.h"
#include "tracker/wire/connection_id.h"
#include "tracker/wire/udp_packets.h"

#include <array>
#include <span>

namespace essaim::tracker {

/// One datagram and its answer.
struct UdpExchange {
    std::span<const std::uint8_t> request;
    Endpoint source;
    IpAddress local;                        ///< address of this computer that was asked
    std::span<const std::uint8_t> answer{}; ///< empty = silence
};

/// Speaks BEP 15 and 41. Answers nothing to packets without a valid connection id (but connect requests), so that it
/// cannot be used to flood others. One per worker and used by its thread only.
class UdpResponder {
public:
    UdpResponder(AnnounceService& service, const ConnectionIds& ids)
        : m_service(service)
        , m_ids(ids) {}

    /// Answers them all. Announces are served several at once, since most of their time goes by while the processor
    /// waits for memory; each is answered as if it had come after those before it. The answers are written into
    /// `memory`, kMemoryPerAnswer bytes for each exchange.
    void respond(std::span<UdpExchange> exchanges, Clock::Monotonic now, std::span<std::uint8_t> memory);
    static constexpr std::size_t kMemoryPerAnswer = 1536;
    /// Only one, into kMaxUdpAnswerV4 bytes at least; returns the size of its answer.
    [[nodiscard]] std::size_t respond(
        std::span<const std::uint8_t> packet, const Endpoint& source, const IpAddress& local, Clock::Monotonic now,
        std::span<std::uint8_t> out) {
        UdpExchange exchange{packet, source, local};
        respond(std::span(&exchange, 1), now, out);
        return exchange.answer.size();
    }

private:
    struct Pending {
        PendingAnnounce announce;
        UdpExchange* exchange = nullptr;
        std::uint32_t transaction = 0;
    };

    void respondTo(UdpExchange& exchange, Clock::Monotonic now);
    void connect(const UdpHead& head, const Endpoint& source, std::chrono::seconds now, UdpAnswer& answer);
    void beginAnnounce(const UdpHead& head, UdpExchange& exchange, Clock::Monotonic now);
    void finishAnnounces(Clock::Monotonic now);
    void refuse(std::uint32_t transaction, std::string_view reason, UdpExchange& exchange);
    void scrape(
        const UdpHead& head, std::span<const std::uint8_t> packet, const IpAddress& asker, Clock::Monotonic now,
        UdpAnswer& answer);

    AnnounceService& m_service;
    const ConnectionIds& m_ids;
    UrlDataBuffer m_urlData{};
    AnswerMemory m_memory; ///< of the call under way
    std::array<Pending, AnnounceService::kMostAtOnce> m_pending;
    std::size_t m_pendingCount = 0;
};

} // namespace essaim::tracker
