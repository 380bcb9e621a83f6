// Trackers and HTTP sources that the user edited: as the store has them, as libtorrent takes them. Private to the
// engine.
#pragma once

#include "storage/torrent_record.h"

#include <QList>
#include <QStringList>

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/announce_entry.hpp>

#include <string>
#include <vector>

namespace essaim::engine {

/// As TorrentRecord::trackers; malformed URLs, repeated ones and tiers beyond 255 are left out.
[[nodiscard]] std::string encodeTrackers(const QList<QStringList>& tiers);
/// As TorrentRecord::webSeeds.
[[nodiscard]] std::string encodeWebSeeds(const QStringList& urls);

/// Of a list that was edited; what is damaged is left out.
[[nodiscard]] std::vector<lt::announce_entry> decodeTrackers(const std::string& stored);
/// libtorrent asks each of them, after those that it has. The handle must be valid.
void addAfterAll(const lt::torrent_handle& handle, const QStringList& urls);
[[nodiscard]] std::vector<std::string> decodeWebSeeds(const std::string& stored);

/// What the user edited takes the place of what the torrent or its resume data says.
void applyChosenAddresses(lt::add_torrent_params& params, const storage::TorrentRecord& record);

} // namespace essaim::engine
