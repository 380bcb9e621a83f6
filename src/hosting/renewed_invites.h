// When a host gives a friend a new key, the friend gets a new invite link: it leads to a host that is followed already.
#pragma once

#include "hosting/followed_hosts.h"

namespace essaim::hosting {

/// Is `fresh`, which has just answered, the invitation that the same host gave in place of `old`? It says so with the
/// bond that nobody else knows; one that never had a bond, of an older version, is believed where it refuses the old
/// link, at the same address and under the same name.
[[nodiscard]] bool isRenewed(const FollowedHost& old, const FollowedHost& fresh);
/// `fresh`, with what was known, chosen and fetched under `old`; without its bond, nothing happens by itself any more.
[[nodiscard]] FollowedHost renewed(const FollowedHost& old, const FollowedHost& fresh);
/// Tells a link from others, whatever address it names, and opens nothing.
[[nodiscard]] QString linkMark(const QString& link);
/// Do both links lead to the same name or address, and port?
[[nodiscard]] bool areAtOneAddress(const QString& link, const QString& other);

} // namespace essaim::hosting
