// Files that lie under the other one of their two names: with the suffix of incomplete files, or without it. Private to
// the engine; engine thread.
#pragma once

#include "engine/engine_context.h"

#include <functional>

namespace essaim::engine {

/// Before a torrent is checked, and while libtorrent leaves it alone: what is not there under its name, but under the
/// other one, and is no other torrent's, has that one from now on, in the store as well. Nothing on the disk changes.
/// libtorrent learns of it when it gets the torrent back. `done` follows in any case.
void adoptOtherNames(EngineContext& context, TorrentEntry& entry, const std::function<void()>& done);

} // namespace essaim::engine
