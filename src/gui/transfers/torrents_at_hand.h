// Torrents of the list that are looked at for a moment.
#pragma once

#include "engine/torrent_snapshot.h"

#include <algorithm>
#include <vector>

namespace essaim::gui {

/// Where they are, not what they are: copying ten thousand of them takes longer than a frame. Valid until the list
/// changes, so for the length of a call. GUI thread.
using TorrentsAtHand = std::vector<const engine::TorrentSnapshot*>;

/// `test` takes a TorrentSnapshot, or is one of its members.
bool isAny(const TorrentsAtHand& torrents, auto test) {
    return std::ranges::any_of(
        torrents, [&test](const engine::TorrentSnapshot* torrent) { return std::invoke(test, *torrent); });
}

} // namespace essaim::gui
