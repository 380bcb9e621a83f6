// Tells trackers of a download that ended while they were being asked.
#pragma once

#include "engine/torrent_entry.h"

#include <string_view>

namespace essaim::engine {

/// libtorrent does not send "completed" to a tracker that has not answered "started" yet, and thinks of it again only
/// when the interval is over, half an hour later: the tracker goes on showing a leecher. These two functions mend
/// that. Engine thread.

/// To be called when a download ended: sees to it that every tracker hears of it that was or is being asked.
void followCompletion(TorrentEntry& entry);
/// To be called when a tracker answered: announces to it again, once, if it does not know of the end.
void announceLateCompletion(TorrentEntry& entry, std::string_view trackerUrl);

} // namespace essaim::engine
