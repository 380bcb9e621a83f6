// The sockets of a tracker, bound before anything else starts.
#pragma once

#include "tracker/net/listen_socket.h"

#include <vector>

namespace essaim::tracker {

/// The sockets of each worker, for all addresses of one protocol.
struct BoundSockets {
    std::vector<Endpoint> endpoints;
    std::vector<std::vector<FileDescriptor>> perWorker;
};

/// All or none. Errors: those of bindListenSockets().
[[nodiscard]] Expected<BoundSockets>
bindAll(const std::vector<Endpoint>& endpoints, Protocol protocol, unsigned workers);

} // namespace essaim::tracker
