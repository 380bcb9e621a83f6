// Keeps peers away that would lead libtorrent into a fault. Private to the engine.
#pragma once

#include <libtorrent/add_torrent_params.hpp>

namespace essaim::engine {

/// For a torrent without metadata whose link names no hash of version 2: peers that come to us and claim version 2 in
/// their handshake are turned away. The library believes them, and ends the process when the metadata says otherwise.
/// Peers that we connect to are not affected, so nobody is out of reach.
void guardHandshakes(lt::add_torrent_params& params);

} // namespace essaim::engine
