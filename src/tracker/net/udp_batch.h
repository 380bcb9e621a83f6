// Memory and system calls for many datagrams at once.
#pragma once

#include "core/endpoint.h"
#include "tracker/net/udp_sender.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <span>

namespace essaim::tracker {

/// Up to kSize datagrams with the addresses from and to which they were sent, and as many answers. About 400 KiB;
/// allocated once per worker and used by its thread only.
class UdpBatch {
public:
    static constexpr std::size_t kSize = UdpSender::kMost;
    /// Longer datagrams are cut; the longest that makes sense is an announce with 2 KiB of URL data. Not a power of
    /// two: the beginnings of all buffers would share a few sets of the processor's cache.
    static constexpr std::size_t kMaxRequest = 4096 + 320;
    static constexpr std::size_t kMemoryPerAnswer = 1536;

    /// `withDestination` for sockets that are bound to every address: they report which one was asked.
    explicit UdpBatch(bool withDestination);
    UdpBatch(const UdpBatch&) = delete;
    UdpBatch& operator=(const UdpBatch&) = delete;

    /// Waits for a datagram and reads what is there; the number of datagrams, 0 if the socket was shut down.
    std::size_t receive(int socket);
    [[nodiscard]] std::span<const std::uint8_t> request(std::size_t index);
    [[nodiscard]] Endpoint source(std::size_t index) const;
    /// Address of this computer to which the datagram was sent; unspecified if the system does not say.
    [[nodiscard]] IpAddress destination(std::size_t index) const;

    /// Where the answers may be written.
    [[nodiscard]] std::span<std::uint8_t> answerMemory() { return m_answers; }
    /// Queues an answer in that memory, to the source of that datagram, from its destination.
    void queueAnswer(std::size_t index, std::span<const std::uint8_t> answer);
    /// Sends what is queued. A datagram that the system does not take is lost, as any datagram may be.
    void send(int socket) { m_sender.send(socket); }

private:
    struct alignas(cmsghdr) Control {
        std::array<char, UdpSender::kControl> bytes;
    };

    void prepareToReceive();

    const bool m_withDestination;
    /// Nearly every request fits into the first of its two buffers. Side by side on few pages, those stay where the
    /// processor finds them fast; the second hold a long request as a whole, and are hardly ever touched.
    static constexpr std::size_t kShortRequest = 256;
    std::array<std::array<std::uint8_t, kShortRequest>, kSize> m_shortRequests;
    std::array<std::array<std::uint8_t, kMaxRequest>, kSize> m_longRequests;
    std::array<std::uint8_t, kSize * kMemoryPerAnswer> m_answers;
    std::array<sockaddr_in6, kSize> m_sources; // large enough for both families
    std::array<Control, kSize> m_controls;
    std::array<std::array<iovec, 2>, kSize> m_requestVectors;
    std::array<mmsghdr, kSize> m_received;
    UdpSender m_sender;
    std::size_t m_count = kSize; ///< datagrams of the last receive()
};

} // namespace essaim::tracker
