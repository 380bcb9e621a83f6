// The metadata that libtorrent holds, as a .torrent. Private to the engine.
#pragma once

#include <QByteArray>

#include <libtorrent/torrent_handle.hpp>

namespace essaim::engine {

/// Empty if it holds none. Throws what the library throws for a torrent that was removed.
[[nodiscard]] QByteArray torrentFileOf(const lt::torrent_handle& handle);

} // namespace essaim::engine
