// How many files and connections the process may hold.
#pragma once

namespace essaim::app {

/// Takes what the system grants beyond its usual 1024 descriptors: peers, files and the clients of the tracker together
/// need more, and whoever fills the tracker must not make downloads fail. Before the session starts: it reads the
/// limit.
void raiseOpenFileLimit();

} // namespace essaim::app
