// How many files and connections the process may hold, and what of them others get.
#pragma once

namespace essaim::app {

/// Takes what the system grants beyond its usual 1024 descriptors: peers, files and the clients of the tracker together
/// need more, and whoever fills the tracker must not make downloads fail. Before the session starts: it reads the
/// limit.
void raiseOpenFileLimit();

/// Programs that are started from here inherit none of them. libtorrent opens its sockets without FD_CLOEXEC: a player
/// that is still open would hold the port against the next start. Once; for what is started with fork().
void keepFilesFromChildren();

} // namespace essaim::app
