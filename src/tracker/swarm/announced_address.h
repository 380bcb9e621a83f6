// Under which address a peer is handed to another: what makes a host's own seed reachable.
#pragma once

#include "core/endpoint.h"

#include <optional>

namespace essaim::tracker {

/// Who asks for peers, and through which address of ours.
struct Viewpoint {
    IpAddress asker;
    IpAddress local;                   ///< address of this computer to which the asker sent its request
    std::optional<IpAddress> external; ///< address under which outsiders reach this network, if known
};

/// Address under which a peer that announced from `peer` is handed to the asker; nothing = leave it out.
///
/// - A loopback peer is this computer. Loopback askers get it as it is. Others get the local address that they
///   used, if that is global or both are private; outsiders get the external address otherwise.
/// - A private peer stands in our network: private and loopback askers get it as it is, outsiders get the external
///   address of the same family.
/// - A global peer is handed out as it is.
/// - Unspecified, link-local, multicast and broadcast addresses are never handed out.
[[nodiscard]] std::optional<IpAddress> announcedAddress(const IpAddress& peer, const Viewpoint& view);

} // namespace essaim::tracker
