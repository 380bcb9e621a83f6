// After a power cut, or without the part file: which pieces can be believed. Private to the engine; any thread, waits
// for disks.
#pragma once

#include "storage/durable_store.h"
#include "storage/torrent_store.h"

#include <functional>
#include <optional>
#include <string>

namespace essaim::engine {

/// Whether the resume data of the torrent claims pieces that are not known to have reached the disk.
[[nodiscard]] bool isDoubtful(const storage::TorrentRecord& record, const storage::DurableRecord* durable);

/// Reads those pieces, and no others, and returns resume data that claims only what is right. Empty, which means
/// checking the whole torrent, where single pieces cannot be checked (BEP 52 without version 1).
[[nodiscard]] std::string believable(const storage::TorrentRecord& record, const storage::DurableRecord* durable);

/// libtorrent's part file, which holds pieces of files that are not wanted, goes with a torrent that is removed. What
/// the resume data may claim without it: pieces of such files are read, and all claimed ones if `isAllDoubtful`.
/// Nothing if no claim is in question; empty as for believable().
[[nodiscard]] std::optional<std::string> withoutPartFile(const storage::TorrentRecord& record, bool isAllDoubtful);

/// Claims reach into files that are not wanted and not on the disk, and the part file, where they should be, is not
/// there or too short. libtorrent does not look (before 2.0.13).
[[nodiscard]] bool lacksPartFile(const storage::TorrentRecord& record);

} // namespace essaim::engine
