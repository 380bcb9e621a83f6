// One address from which a load sends datagrams, many per system call.
#pragma once

#include "measure.h"
#include "population.h"

#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace essaim::load {

enum class Kind : std::uint8_t { Free, Connect, Announce, Scrape };

/// A request under way.
struct Pending {
    Kind kind = Kind::Free;
    bool isSeed = false;
    std::uint16_t generation = 0;
    std::uint32_t torrent = 0;
    std::uint32_t number = 0;
    Time since;
};

/// Socket, buffers and requests under way. A transaction id names the request's place and its generation.
class UdpSocket {
public:
    static constexpr std::size_t kBatch = 64;
    static constexpr std::size_t kPlaces = 4096;
    static constexpr std::size_t kMaxAnswer = 2048;

    /// Ends the program if the address cannot be had.
    UdpSocket(std::uint32_t source, std::uint16_t port, bool echo);
    UdpSocket(UdpSocket&&) = delete;
    ~UdpSocket();

    std::uint64_t connectionId = 0;

    [[nodiscard]] bool hasRoom() const { return !m_free.empty() && m_queued < kBatch; }
    /// Queues a request; `pending` is completed with what the socket adds.
    void queue(const Pending& pending, std::uint32_t wanted, std::uint16_t port);
    /// Sends what is queued; the number of requests that the system took.
    std::size_t flush();
    /// Reads what has come; calls `answered(pending, bytes)` for each answer that belongs to a request under way,
    /// and `strange()` for every other one.
    template <typename Answered, typename Strange>
    std::size_t receive(Answered&& answered, Strange&& strange);
    /// Gives up requests older than `limit`, calling `lost(pending)`.
    template <typename Lost>
    std::size_t expire(Time limit, Lost&& lost);

private:
    Pending* pendingOf(std::span<const std::uint8_t> answer);
    void release(std::size_t place);

    const bool m_echo;
    const int m_fd;
    std::vector<Pending> m_places{kPlaces};
    std::vector<std::uint16_t> m_free;
    std::size_t m_queued = 0;
    std::array<std::array<std::uint8_t, 128>, kBatch> m_requests;
    std::array<std::array<std::uint8_t, kMaxAnswer>, kBatch> m_answers;
    std::array<iovec, kBatch> m_requestVectors{};
    std::array<iovec, kBatch> m_answerVectors{};
    std::array<mmsghdr, kBatch> m_out{};
    std::array<mmsghdr, kBatch> m_in{};
};

template <typename Answered, typename Strange>
std::size_t UdpSocket::receive(Answered&& answered, Strange&& strange) {
    const int count = ::recvmmsg(m_fd, m_in.data(), kBatch, MSG_DONTWAIT, nullptr);
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const std::span<const std::uint8_t> bytes(m_answers[at].data(), m_in[at].msg_len);
        if (Pending* pending = pendingOf(bytes)) {
            answered(*pending, bytes);
            release(static_cast<std::size_t>(pending - m_places.data()));
        } else {
            strange();
        }
    }
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

template <typename Lost>
std::size_t UdpSocket::expire(Time limit, Lost&& lost) {
    std::size_t count = 0;
    for (std::size_t place = 0; place < kPlaces; ++place) {
        if (m_places[place].kind == Kind::Free || m_places[place].since > limit)
            continue;
        lost(m_places[place]);
        release(place);
        ++count;
    }
    return count;
}

} // namespace essaim::load
