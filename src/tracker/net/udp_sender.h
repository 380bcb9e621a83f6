// Sends many datagrams with few system calls, those to one place in trains.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <span>

namespace essaim::tracker {

/// Up to kMost datagrams. A client with hundreds of torrents asks for all of them from one port, often at once: what
/// goes back to it from one address and is of one length is handed to the system as one train, which it cuts up behind
/// its routing and filtering (UDP_SEGMENT in udp(7), Linux 4.18). Where that is refused (a path with a small MTU, an
/// older system), the datagrams of the train go out one by one. Used by one thread.
class UdpSender {
public:
    static constexpr std::size_t kMost = 64; ///< also the most that every system cuts out of one train
    /// Enough to say from which address of this computer a datagram goes out.
    static constexpr std::size_t kControl = CMSG_SPACE(sizeof(in6_pktinfo));

    UdpSender();
    UdpSender(const UdpSender&) = delete;
    UdpSender& operator=(const UdpSender&) = delete;

    /// Queues one; what is pointed to must stand until it is sent. `control` may be empty, at most kControl bytes.
    void add(std::span<const std::uint8_t> datagram, std::span<const char> to, std::span<const char> control);
    /// Sends what is queued. A datagram that the system does not take is lost, as any datagram may be.
    void send(int socket);

private:
    static constexpr std::uint8_t kNone = 0xff;
    static constexpr std::size_t kSlots = 2 * kMost;
    /// With its headers a train must fit into the largest packet there is.
    static constexpr std::size_t kLongestTrain = 60'000;

    struct Train {
        std::span<const char> to, control;
        std::size_t size = 0; ///< of each datagram
        std::uint8_t count = 0, first = 0, last = 0;
    };
    struct alignas(cmsghdr) Control {
        std::array<char, kControl + CMSG_SPACE(sizeof(std::uint16_t))> bytes;
    };

    Train& trainFor(std::size_t size, std::span<const char> to, std::span<const char> control);
    void couple(std::size_t number, std::size_t firstVector);
    std::size_t announceLength(std::size_t number);
    void sendOneByOne(int socket, std::size_t number);

    std::array<std::span<const std::uint8_t>, kMost> m_datagrams;
    std::array<std::uint8_t, kMost> m_next{}; ///< datagram of the same train
    std::array<Train, kMost> m_trains;
    std::array<std::uint8_t, kSlots> m_slots; ///< number of a train by hash
    std::array<iovec, kMost> m_vectors{};
    std::array<Control, kMost> m_controls;
    std::array<mmsghdr, kMost> m_messages;
    std::size_t m_count = 0, m_trainCount = 0;
};

} // namespace essaim::tracker
