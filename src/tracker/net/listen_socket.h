// Sockets bound to the addresses of the configuration.
#pragma once

#include "core/endpoint.h"
#include "core/error.h"
#include "tracker/net/file_descriptor.h"

#include <sys/socket.h>

#include <cstdint>
#include <vector>

namespace essaim::tracker {

enum class Protocol : std::uint8_t { Tcp, Udp };

/// An endpoint in the form that the system wants.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;

    explicit SocketAddress(const Endpoint& endpoint);
    /// IPv4-mapped addresses come out as IPv4.
    [[nodiscard]] static Endpoint toEndpoint(const sockaddr_storage& storage);
};

/// One socket per worker, all bound to the same address; the system spreads clients over them.
struct ListenSockets {
    Endpoint endpoint; ///< with the real port
    std::vector<FileDescriptor> sockets;
};

/// Binds, and listens where the protocol does. Fails with AddressInUse also where the holder of the port would share
/// it with us. TCP sockets are non-blocking; IPv6 ones take no IPv4; UDP ones that are bound to every address report
/// which one was asked.
[[nodiscard]] Expected<ListenSockets> bindListenSockets(const Endpoint& endpoint, Protocol protocol, unsigned count);

/// Where a socket is bound.
[[nodiscard]] Endpoint boundEndpoint(int fd);

} // namespace essaim::tracker
