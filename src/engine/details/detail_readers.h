// From libtorrent's words about one torrent to ours. Private to the engine; engine thread, may throw lt::system_error.
#pragma once

#include "engine/details/details_snapshot.h"
#include "engine/engine_context.h"

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/announce_entry.hpp>
#include <libtorrent/peer_info.hpp>
#include <libtorrent/torrent_info.hpp>

#include <vector>

namespace essaim::engine {

/// Read once for everything that is made of it.
struct DetailsSource {
    const TorrentEntry& entry; ///< with a valid handle
    std::vector<lt::announce_entry> trackers;
    std::vector<lt::peer_info> peers;
};

[[nodiscard]] SwarmFacts readFacts(EngineContext& context, const DetailsSource& source);
[[nodiscard]] TrackersDetails readTrackers(const EngineContext& context, const DetailsSource& source);
[[nodiscard]] PeersDetails readPeers(const DetailsSource& source);
[[nodiscard]] PiecesDetails readPieces(const DetailsSource& source);
[[nodiscard]] WebSeedsDetails readWebSeeds(const DetailsSource& source);
/// Empty while metadata is missing.
[[nodiscard]] QList<ContentFile> readFiles(const TorrentEntry& entry, const lt::torrent_info& info);
/// Numbers of those that carry the suffix of incomplete files on the disk.
[[nodiscard]] QList<int> markedFiles(const TorrentEntry& entry);
/// Of a torrent that libtorrent has not got: files, and what of them was there; no priorities.
[[nodiscard]] ContentDetails readStored(const TorrentEntry& entry, const lt::add_torrent_params& params);
/// One for each of `files`, from those that a record has.
[[nodiscard]] QByteArray priorityBytes(const std::string& stored, qsizetype files);
/// All but the files themselves.
void readContent(const DetailsSource& source, const lt::torrent_info& info, ContentDetails& content);

/// Strangers write what they like: one line of text, and not a long one.
[[nodiscard]] QString oneLine(const QString& text);
[[nodiscard]] TrackerDetails trackerDetails(const lt::announce_entry& tracker, bool hasV1, bool hasV2);
/// Copies of each file among peers of whom `counts` tells how many have each piece.
[[nodiscard]] QList<double> fileAvailability(const lt::file_storage& files, const std::vector<int>& counts);

} // namespace essaim::engine
