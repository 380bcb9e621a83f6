#include "tracker/net/listen_socket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace essaim::tracker {

namespace {

constexpr int kUdpReceiveBuffer = 8 * 1024 * 1024;
constexpr int kUdpSendBuffer = 2 * 1024 * 1024;
/// Of one connection: heads and answers are short, and the megabytes to which the system would let them grow are a gift
/// to whoever sends much or never reads.
constexpr int kTcpReceiveBuffer = 32 * 1024;
constexpr int kTcpSendBuffer = 64 * 1024;

std::unexpected<Error> lastError(const Endpoint& endpoint, Protocol protocol) {
    const std::error_code code(errno, std::system_category());
    const auto operation = protocol == Protocol::Tcp ? Operation::ListenHttp : Operation::ListenUdp;
    return std::unexpected(systemError(code, operation, endpoint.toString()));
}

bool setOption(int fd, int level, int name, int value) {
    return ::setsockopt(fd, level, name, &value, sizeof value) == 0;
}

/// Beyond the system's limit if we may, else what it grants.
void setBuffer(int fd, int forced, int plain, int size) {
    if (!setOption(fd, SOL_SOCKET, forced, size))
        setOption(fd, SOL_SOCKET, plain, size);
}

/// Connections take these over from their listener.
bool prepareTcp(int fd) {
    // A client is accepted when its request is there, or after a second.
    setOption(fd, IPPROTO_TCP, TCP_DEFER_ACCEPT, 1);
    setOption(fd, SOL_SOCKET, SO_RCVBUF, kTcpReceiveBuffer);
    setOption(fd, SOL_SOCKET, SO_SNDBUF, kTcpSendBuffer);
    return setOption(fd, IPPROTO_TCP, TCP_NODELAY, 1);
}

bool prepare(int fd, const Endpoint& endpoint, Protocol protocol) {
    if (endpoint.address.isV6() && !setOption(fd, IPPROTO_IPV6, IPV6_V6ONLY, 1))
        return false;
    if (protocol == Protocol::Tcp) // a restart need not wait for old connections to fade away
        return setOption(fd, SOL_SOCKET, SO_REUSEADDR, 1) && prepareTcp(fd);
    setBuffer(fd, SO_RCVBUFFORCE, SO_RCVBUF, kUdpReceiveBuffer);
    setBuffer(fd, SO_SNDBUFFORCE, SO_SNDBUF, kUdpSendBuffer);
    if (!endpoint.address.isUnspecified())
        return true;
    return endpoint.address.isV4() ? setOption(fd, IPPROTO_IP, IP_PKTINFO, 1)
                                   : setOption(fd, IPPROTO_IPV6, IPV6_RECVPKTINFO, 1);
}

Expected<FileDescriptor> openSocket(const Endpoint& endpoint, Protocol protocol) {
    const int type = (protocol == Protocol::Tcp ? SOCK_STREAM | SOCK_NONBLOCK : SOCK_DGRAM) | SOCK_CLOEXEC;
    FileDescriptor fd(::socket(endpoint.address.isV4() ? AF_INET : AF_INET6, type, 0));
    if (!fd.isOpen() || !prepare(fd.get(), endpoint, protocol))
        return lastError(endpoint, protocol);
    return fd;
}

bool bindTo(int fd, const Endpoint& endpoint) {
    const SocketAddress address(endpoint);
    return ::bind(fd, reinterpret_cast<const sockaddr*>(&address.storage), address.length) == 0;
}

} // namespace

Endpoint boundEndpoint(int fd) {
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    ::getsockname(fd, reinterpret_cast<sockaddr*>(&storage), &length);
    return SocketAddress::toEndpoint(storage);
}

SocketAddress::SocketAddress(const Endpoint& endpoint) {
    const auto& bytes = endpoint.address.bytes();
    if (endpoint.address.isV4()) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(endpoint.port);
        std::memcpy(&v4.sin_addr, bytes.data(), 4);
        std::memcpy(&storage, &v4, sizeof v4);
        length = sizeof v4;
    } else {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(endpoint.port);
        std::memcpy(&v6.sin6_addr, bytes.data(), 16);
        std::memcpy(&storage, &v6, sizeof v6);
        length = sizeof v6;
    }
}

Endpoint SocketAddress::toEndpoint(const sockaddr_storage& storage) {
    if (storage.ss_family == AF_INET) {
        sockaddr_in v4;
        std::memcpy(&v4, &storage, sizeof v4);
        return {IpAddress::v4(ntohl(v4.sin_addr.s_addr)), ntohs(v4.sin_port)};
    }
    sockaddr_in6 v6;
    std::memcpy(&v6, &storage, sizeof v6);
    std::array<std::uint8_t, 16> bytes;
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return {IpAddress::v6(bytes), ntohs(v6.sin6_port)};
}

Expected<ListenSockets> bindListenSockets(const Endpoint& endpoint, Protocol protocol, unsigned count) {
    ListenSockets result{endpoint, {}};
    for (unsigned i = 0; i < std::max(count, 1U); ++i) {
        auto fd = openSocket(endpoint, protocol);
        if (!fd)
            return std::unexpected(fd.error());
        // The first socket is bound alone, so that a port which somebody else holds is noticed even if that program
        // would share it; only then does it share with those of our other workers.
        if (i > 0 && !setOption(fd->get(), SOL_SOCKET, SO_REUSEPORT, 1))
            return lastError(result.endpoint, protocol);
        if (!bindTo(fd->get(), result.endpoint))
            return lastError(result.endpoint, protocol);
        if (i == 0) {
            result.endpoint = boundEndpoint(fd->get());
            if (count > 1 && !setOption(fd->get(), SOL_SOCKET, SO_REUSEPORT, 1))
                return lastError(result.endpoint, protocol);
        }
        if (protocol == Protocol::Tcp && ::listen(fd->get(), SOMAXCONN) != 0)
            return lastError(result.endpoint, protocol);
        result.sockets.push_back(std::move(*fd));
    }
    return result;
}

} // namespace essaim::tracker
