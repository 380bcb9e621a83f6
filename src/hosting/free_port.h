// A port number that no other program uses.
#pragma once

#include <QtGlobal>

#include <optional>

namespace essaim::hosting {

/// The first port after `port` that is free for TCP and UDP on IPv4, or any free one; empty if the system gives none.
/// Another program may take it before it is used.
[[nodiscard]] std::optional<quint16> freePortNear(quint16 port, bool loopbackOnly);

/// Is this one free, for both protocols?
[[nodiscard]] bool isPortFree(quint16 port, bool loopbackOnly);

} // namespace essaim::hosting
