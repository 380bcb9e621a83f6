// The least that a UDP server can do: what this kernel allows.
#include "options.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstdio>

namespace essaim::load {

int runEcho(const Options& options) {
    constexpr std::size_t kBatch = 64;
    static std::array<std::array<char, 2048>, kBatch> buffers;
    static std::array<sockaddr_in, kBatch> names;
    static std::array<iovec, kBatch> vectors;
    static std::array<mmsghdr, kBatch> messages;
    const int fd = ::socket(AF_INET, SOCK_DGRAM, 0);
    const int size = 8 << 20;
    ::setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof size);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(options.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        std::perror("echo: bind");
        return 1;
    }
    std::puts("ready");
    std::fflush(stdout);
    for (;;) {
        for (std::size_t i = 0; i < kBatch; ++i) {
            vectors[i] = {buffers[i].data(), buffers[i].size()};
            messages[i].msg_hdr = {};
            messages[i].msg_hdr.msg_name = &names[i];
            messages[i].msg_hdr.msg_namelen = sizeof names[i];
            messages[i].msg_hdr.msg_iov = &vectors[i];
            messages[i].msg_hdr.msg_iovlen = 1;
        }
        const int count = ::recvmmsg(fd, messages.data(), kBatch, MSG_WAITFORONE, nullptr);
        for (int i = 0; i < count; ++i)
            vectors[static_cast<std::size_t>(i)].iov_len = messages[static_cast<std::size_t>(i)].msg_len;
        for (int sent = 0; sent < count;) {
            const int taken = ::sendmmsg(fd, messages.data() + sent, static_cast<unsigned>(count - sent), 0);
            sent += taken > 0 ? taken : 1;
        }
    }
}

} // namespace essaim::load
