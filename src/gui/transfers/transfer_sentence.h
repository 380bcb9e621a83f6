// What a screen reader says of a torrent.
#pragma once

#include "engine/torrent_snapshot.h"

#include <QString>

namespace essaim::gui {

/// "debian.iso, Downloading, 63 % of 3.7 GB, 11.4 MB/s down, 2 min left": one row of the list, without what says
/// nothing.
[[nodiscard]] QString transferSentence(const engine::TorrentSnapshot& torrent);

} // namespace essaim::gui
