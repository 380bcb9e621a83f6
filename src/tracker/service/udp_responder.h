// From one UDP request to its answer, without sockets.
#pragma once

#include "tracker/service/announce_service.h"
#include "tracker/wire/connection_id.h"
#include "tracker/wire/udp_packets.h"

#include <span>

namespace essaim::tracker {

/// Speaks BEP 15 and 41. Answers nothing to packets without a valid connection id (but connect requests), so that it
/// cannot be used to flood others. One per worker and used by its thread only.
class UdpResponder {
public:
    UdpResponder(AnnounceService& service, const ConnectionIds& ids)
        : m_service(service)
        , m_ids(ids) {}

    /// Writes the answer into `out` (kMaxUdpAnswerV4 bytes at least) and returns its size; 0 = silence.
    [[nodiscard]] std::size_t respond(
        std::span<const std::uint8_t> packet, const Endpoint& source, const IpAddress& local, Clock::Monotonic now,
        std::span<std::uint8_t> out);

private:
    void connect(const UdpHead& head, const Endpoint& source, std::chrono::seconds now, UdpAnswer& answer);
    void announce(
        const UdpHead& head, std::span<const std::uint8_t> packet, const Asker& asker, Clock::Monotonic now,
        UdpAnswer& answer);
    void scrape(
        const UdpHead& head, std::span<const std::uint8_t> packet, const IpAddress& asker, Clock::Monotonic now,
        UdpAnswer& answer);

    AnnounceService& m_service;
    const ConnectionIds& m_ids;
    UrlDataBuffer m_urlData{};
};

} // namespace essaim::tracker
