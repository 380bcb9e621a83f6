// The list as files that any BitTorrent client and any program can read.
#pragma once

#include "core/error.h"
#include "storage/torrent_record.h"

#include <QString>

#include <vector>

namespace essaim::app {

/// Into `folder`, which is made if it is missing: NAME.torrent for each torrent, NAME.magnet for those that have no
/// metadata yet, and list.json with what the user chose. Nothing is ever replaced: a name that is taken gets a number.
/// Returns how many torrents were written. Errors: those of writing files; what was written until then stays.
[[nodiscard]] Expected<int> exportTorrents(const std::vector<storage::TorrentRecord>& torrents, const QString& folder);

} // namespace essaim::app
