#include "tracker/net/bound_sockets.h"

namespace essaim::tracker {

Expected<BoundSockets> bindAll(const std::vector<Endpoint>& endpoints, Protocol protocol, unsigned workers) {
    BoundSockets result;
    if (endpoints.empty())
        return result;
    result.perWorker.resize(workers);
    for (const auto& endpoint : endpoints) {
        auto bound = bindListenSockets(endpoint, protocol, workers);
        if (!bound)
            return std::unexpected(bound.error());
        result.endpoints.push_back(bound->endpoint);
        for (unsigned i = 0; i < workers; ++i)
            result.perWorker[i].push_back(std::move(bound->sockets[i]));
    }
    return result;
}

} // namespace essaim::tracker
