// Torrents that go so far and then wait for the user. Private to the engine.
#pragma once

#include "engine/engine_context.h"

namespace essaim::engine {

/// Stops the torrent if it was to go no further than `reached`. Engine thread.
void stopWhereWanted(EngineContext& context, TorrentEntry& entry, storage::StopAt reached);
/// The user has it go on: wherever it was to stop, it does not.
void forgetStop(EngineContext& context, TorrentEntry& entry);

} // namespace essaim::engine
