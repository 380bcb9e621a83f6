// The two stages of a magnet: first a torrent that can do nothing but receive metadata, then, once that has passed the
// gate, a torrent like any that was added by file. Private to the engine.
#pragma once

#include "engine/engine_context.h"

#include <libtorrent/add_torrent_params.hpp>

namespace essaim::engine {

/// First stage: wants no file, asks peers for none, and has a place on the disk where nothing can be written.
void makeMetadataOnly(lt::add_torrent_params& params);

/// Second stage, on the engine's thread: takes the torrent of the first away from libtorrent, passes its metadata
/// through the gate, saves it, and adds the torrent anew: same id, same choices of the user, its trackers, its peers.
/// What the gate refuses stays in the list with the reason.
void onMetadata(EngineContext& context, TorrentEntry& entry);

/// The same for metadata that names a second hash under which another torrent, `other`, is in the list: two magnets of
/// one hybrid torrent. Libtorrent stops both; one goes on, the other stays in the list with the reason.
void onConflict(EngineContext& context, TorrentEntry& entry, TorrentEntry& other, const lt::torrent_info& metadata);

} // namespace essaim::engine
