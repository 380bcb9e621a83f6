// Memory and system calls for many datagrams at once.
#pragma once

#include "core/endpoint.h"

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
    static constexpr std::size_t kSize = 64;
    /// Longer datagrams are cut; the longest that makes sense is an announce with 2 KiB of URL data. Not a power of
    /// two: the beginnings of all buffers would share a few sets of the processor's cache.
    static constexpr std::size_t kMaxRequest = 4096 + 320;
    static constexpr std::size_t kMaxAnswer = 1472;

    /// `withDestination` for sockets that are bound to every address: they report which one was asked.
    explicit UdpBatch(bool withDestination);
    UdpBatch(const UdpBatch&) = delete;
    UdpBatch& operator=(const UdpBatch&) = delete;

    /// Waits for a datagram and reads what is there; the number of datagrams, 0 if the socket was shut down.
    std::size_t receive(int socket);
    [[nodiscard]] std::span<const std::uint8_t> request(std::size_t index) const;
    [[nodiscard]] Endpoint source(std::size_t index) const;
    /// Address of this computer to which the datagram was sent; unspecified if the system does not say.
    [[nodiscard]] IpAddress destination(std::size_t index) const;

    /// Where the answer to that datagram may be written.
    [[nodiscard]] std::span<std::uint8_t> answerSpace(std::size_t index) { return m_answers[index]; }
    /// Queues `size` bytes of it, to the source of that datagram, from its destination.
    void queueAnswer(std::size_t index, std::size_t size);
    /// Sends what is queued. A datagram that the system does not take is lost, as any datagram may be.
    void send(int socket);

private:
    struct alignas(cmsghdr) Control {
        std::array<char, CMSG_SPACE(sizeof(in6_pktinfo))> bytes;
    };

    void prepareToReceive();

    const bool m_withDestination;
    std::array<std::array<std::uint8_t, kMaxRequest>, kSize> m_requests;
    std::array<std::array<std::uint8_t, kMaxAnswer>, kSize> m_answers;
    std::array<sockaddr_in6, kSize> m_sources; // large enough for both families
    std::array<Control, kSize> m_controls;
    std::array<iovec, kSize> m_requestVectors;
    std::array<iovec, kSize> m_answerVectors;
    std::array<mmsghdr, kSize> m_received;
    std::array<mmsghdr, kSize> m_toSend;
    std::size_t m_count = kSize; ///< datagrams of the last receive()
    std::size_t m_queued = 0;
};

} // namespace essaim::tracker
