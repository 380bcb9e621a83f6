// From libtorrent's status to the value that the window sees. Private to the engine.
#pragma once

#include "engine/torrent_entry.h"

namespace essaim::engine {

/// Pure but for the conversion of libtorrent's clock. Uses entry.status, which may be missing.
[[nodiscard]] TorrentSnapshot makeSnapshot(const TorrentEntry& entry);

/// What one torrent is doing, as makeSnapshot() tells it.
[[nodiscard]] TorrentState stateOf(const TorrentEntry& entry);

/// Host of a URL, without user, port, path and whatever else might be a secret.
[[nodiscard]] QString hostOf(std::string_view url);
/// Unless it is among them; in small letters.
void addHost(QStringList& hosts, std::string_view url);
[[nodiscard]] QStringList hostsOf(const std::vector<std::string>& urls);

} // namespace essaim::engine
