// One check of one torrent's files, on threads of its own. Private to the engine.
#pragma once

#include "core/error.h"
#include "engine/creation_progress.h"
#include "engine/mailbox.h"
#include "hashing/hash_job.h"

#include <libtorrent/bitfield.hpp>
#include <libtorrent/download_priority.hpp>
#include <libtorrent/torrent_info.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace essaim::engine {

struct CheckTask {
    std::shared_ptr<const lt::torrent_info> info; ///< with the names that files have on the disk
    std::string torrent;                          ///< the whole .torrent, for its piece layers
    std::string savePath;
    std::string partFile;                            ///< path of libtorrent's part file
    std::vector<lt::download_priority_t> priorities; ///< by file; empty = all are wanted
    std::vector<std::string> names;                  ///< of the files below the save path; empty: as `info` says
    bool isGentle = false;                           ///< SessionSettings::hashesGently
};

struct CheckOutcome {
    Expected<void> result; ///< kind Cancelled: the rest says nothing
    lt::typed_bitfield<lt::piece_index_t> have;
    bool isAnythingThere = false; ///< at least one of the wanted files, however damaged
};

/// Starts a thread, which may outlive everything if the disk hangs. The result pauses and cancels the check, and has no
/// other owner once the thread has ended. The callbacks come through `mailbox`: progress some four times a second, the
/// outcome once.
[[nodiscard]] std::shared_ptr<hashing::HashControl> startCheck(
    CheckTask task, const std::shared_ptr<Mailbox>& mailbox, std::function<void(const HashProgress&)> onProgress,
    std::function<void(CheckOutcome)> onDone);

} // namespace essaim::engine
