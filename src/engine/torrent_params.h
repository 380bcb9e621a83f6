// From a request or a row of the store to what libtorrent is given. Private to the engine.
#pragma once

#include "engine/add_torrent.h"
#include "engine/session.h"
#include "engine/torrent_entry.h"
#include "engine/torrent_loader.h"

#include <libtorrent/add_torrent_params.hpp>

namespace essaim::engine {

struct PreparedTorrent {
    lt::add_torrent_params params;
    storage::TorrentRecord record; ///< complete, with metadata and resume data
    std::optional<MetadataFacts> metadata;
    QStringList trackerHosts; ///< as TorrentSnapshot has them
};

/// Errors: what the gate refuses, and a save path that is not absolute. No input or output.
[[nodiscard]] Expected<PreparedTorrent>
prepareRequest(const AddTorrentRequest& request, const SessionSettings& settings);

/// Errors: a row whose metadata is damaged. Resume data that does not fit is left out; then the files are checked.
[[nodiscard]] Expected<PreparedTorrent> prepareStored(storage::TorrentRecord record, const SessionSettings& settings);

[[nodiscard]] MetadataFacts factsOf(const lt::torrent_info& info);

/// One byte a file as in the store; empty stays empty.
[[nodiscard]] std::string encodePriorities(const QList<int>& priorities);
[[nodiscard]] std::vector<lt::download_priority_t> toLtPriorities(const std::string& stored);

/// URLs as the store has them, one a line.
[[nodiscard]] QStringList splitLines(const std::string& lines);
/// The well-formed tracker URLs among `urls`, without those of `known`.
[[nodiscard]] QStringList newTrackers(const QStringList& urls, const QStringList& known);

} // namespace essaim::engine
