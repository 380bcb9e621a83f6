#include "udp_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace essaim::load {

namespace {

template <typename Integer>
void put(std::uint8_t* out, Integer value) {
    for (std::size_t i = 0; i < sizeof value; ++i)
        out[i] = static_cast<std::uint8_t>(value >> (8 * (sizeof value - 1 - i)));
}

} // namespace

UdpSocket::UdpSocket(std::uint32_t source, std::uint16_t port, bool echo)
    : m_echo(echo)
    , m_fd(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    const int size = 8 << 20;
    ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size);
    ::setsockopt(m_fd, SOL_SOCKET, SO_SNDBUFFORCE, &size, sizeof size);
    sockaddr_in from{};
    from.sin_family = AF_INET;
    from.sin_addr.s_addr = htonl(Population::addressOf(source));
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(m_fd, reinterpret_cast<const sockaddr*>(&from), sizeof from) != 0 ||
        ::connect(m_fd, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
        std::perror("essaim-load: UDP socket");
        std::exit(1);
    }
    for (std::size_t place = kPlaces; place > 0; --place)
        m_free.push_back(static_cast<std::uint16_t>(place - 1));
    for (std::size_t i = 0; i < kBatch; ++i) {
        m_requestVectors[i].iov_base = m_requests[i].data();
        m_out[i].msg_hdr.msg_iov = &m_requestVectors[i];
        m_out[i].msg_hdr.msg_iovlen = 1;
        m_answerVectors[i] = {m_answers[i].data(), kMaxAnswer};
        m_in[i].msg_hdr.msg_iov = &m_answerVectors[i];
        m_in[i].msg_hdr.msg_iovlen = 1;
    }
}

UdpSocket::~UdpSocket() {
    ::close(m_fd);
}

void UdpSocket::queue(const Pending& pending, std::uint32_t wanted, std::uint16_t port) {
    const std::size_t place = m_free.back();
    m_free.pop_back();
    const auto generation = static_cast<std::uint16_t>(m_places[place].generation + 1);
    m_places[place] = pending;
    m_places[place].generation = generation;

    auto* out = m_requests[m_queued].data();
    std::size_t size = 16;
    const bool isConnect = pending.kind == Kind::Connect;
    put(out, isConnect ? std::uint64_t{0x41727101980} : connectionId);
    put(out + 8, static_cast<std::uint32_t>(isConnect ? 0 : pending.kind == Kind::Announce ? 1 : 2));
    put(out + 12, static_cast<std::uint32_t>(place << 16 | generation));
    if (!isConnect) {
        const auto hash = Population::hashOf(pending.torrent);
        std::ranges::copy(hash, out + 16);
        size = 36;
    }
    if (pending.kind == Kind::Announce) {
        std::fill_n(out + 36, 62, std::uint8_t{0});
        std::copy_n("-XX0001-load", 12, out + 36);
        put(out + 48, pending.torrent);
        put(out + 52, pending.number);
        put(out + 64, std::uint64_t{pending.isSeed ? 0U : 1000U});
        put(out + 92, wanted);
        put(out + 96, port);
        size = 98;
    }
    m_requestVectors[m_queued++].iov_len = size;
}

std::size_t UdpSocket::flush() {
    std::size_t sent = 0;
    while (sent < m_queued) {
        const int count = ::sendmmsg(m_fd, m_out.data() + sent, static_cast<unsigned>(m_queued - sent), 0);
        if (count <= 0) {
            std::perror("essaim-load: send");
            std::exit(1);
        }
        sent += static_cast<std::size_t>(count);
    }
    m_queued = 0;
    return sent;
}

Pending* UdpSocket::pendingOf(std::span<const std::uint8_t> answer) {
    const std::size_t offset = m_echo ? 12 : 4; // an echo has the transaction where a request has it
    if (answer.size() < offset + 4)
        return nullptr;
    const auto* at = answer.data() + offset;
    const std::size_t place = static_cast<std::size_t>(at[0] << 8 | at[1]);
    const auto generation = static_cast<std::uint16_t>(at[2] << 8 | at[3]);
    if (place >= kPlaces || m_places[place].kind == Kind::Free || m_places[place].generation != generation)
        return nullptr;
    return &m_places[place];
}

void UdpSocket::release(std::size_t place) {
    m_places[place].kind = Kind::Free;
    m_free.push_back(static_cast<std::uint16_t>(place));
}

} // namespace essaim::load
