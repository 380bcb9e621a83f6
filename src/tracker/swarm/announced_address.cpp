#include "tracker/swarm/announced_address.h"

namespace essaim::tracker {

namespace {

bool isHome(const IpAddress& address) {
    return address.isPrivate() || address.isLinkLocal();
}

std::optional<IpAddress> thisComputer(const IpAddress& peer, const Viewpoint& view) {
    if (view.asker.isLoopback())
        return view.asker.isV4() ? peer : view.asker;
    if (view.local.isGlobal() || (view.local.isPrivate() && isHome(view.asker)))
        return view.local;
    return isHome(view.asker) ? std::nullopt : view.external;
}

std::optional<IpAddress> ourNetwork(const IpAddress& peer, const Viewpoint& view) {
    if (view.asker.isLoopback() || isHome(view.asker))
        return peer;
    if (view.external && view.external->isV4() == peer.isV4())
        return view.external;
    return std::nullopt;
}

} // namespace

std::optional<IpAddress> announcedAddress(const IpAddress& peer, const Viewpoint& view) {
    if (peer.isGlobal())
        return peer;
    if (peer.isLoopback())
        return thisComputer(peer, view);
    if (peer.isPrivate())
        return ourNetwork(peer, view);
    return std::nullopt;
}

} // namespace essaim::tracker
