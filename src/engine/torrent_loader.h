// From bytes that passed the gate to what libtorrent wants. Private to the engine.
#pragma once

#include "engine/gate/torrent_gate.h"
#include "engine/torrent_file.h"

#include <libtorrent/add_torrent_params.hpp>

namespace essaim::engine {

/// A .torrent that passed the gate and was understood by libtorrent.
struct LoadedTorrent {
    lt::add_torrent_params params; ///< trackers and web seeds that are not well-formed are left out
    GateReport report;
};

/// The only way from bytes to libtorrent. `expected`: hashes that it must have. Any thread.
[[nodiscard]] Expected<LoadedTorrent>
loadTorrent(std::string_view torrent, const std::optional<InfoHash>& expected = std::nullopt);

/// Whether this libtorrent can use web seeds safely: it cannot before 2.0.14. Without them they are left out.
[[nodiscard]] bool usesWebSeeds();

/// Names and sizes as they will stand on the disk. `renamed`: the names of all files, if there are others.
[[nodiscard]] TorrentDescription
describeTorrent(const lt::torrent_info& info, const std::vector<std::string>& renamed = {});
[[nodiscard]] TorrentDescription describeTorrent(const LoadedTorrent& torrent);

/// Tiers in their order, URLs of one tier in theirs.
[[nodiscard]] QList<QStringList> tiersOf(const std::vector<std::string>& urls, const std::vector<int>& tiers);

} // namespace essaim::engine
