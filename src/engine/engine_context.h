// What commands and alert handlers share. Private to the engine.
#pragma once

#include "engine/checks/check_queue.h"
#include "engine/files/file_records.h"
#include "engine/resume_saver.h"
#include "engine/session_events.h"
#include "engine/snapshot_publisher.h"
#include "engine/torrent_list.h"
#include "engine/torrent_parking.h"
#include "engine/torrent_repository.h"

#include <libtorrent/error_code.hpp>
#include <libtorrent/session.hpp>

#include <functional>
#include <map>
#include <memory>
#include <set>

namespace essaim::engine {
class Doubts;
class FileRenames;
class IncompleteFiles;
class PayloadSync;
class Removals;
class Targets;

/// Everything lives and is used on the engine's thread. Handlers call libtorrent, change entries, touch them.
struct EngineContext {
    explicit EngineContext(const SessionConfig& sessionConfig)
        : config(sessionConfig)
        , settings(sessionConfig.settings) {}

    const SessionConfig config;
    SessionSettings settings; ///< in force
    SessionEvents events;
    TorrentList torrents;
    TorrentRepository repository;
    FileRecords files{repository};
    ResumeSaver resumeSaver{torrents, repository};
    SnapshotPublisher publisher{events, torrents};
    TorrentParking parking{*this};
    CheckQueue checks{*this};
    std::unique_ptr<lt::session> session;
    SessionSnapshot sessionSnapshot;              ///< sent last
    lt::time_point lastStats{};                   ///< when its totals were read
    std::set<std::string> reportedListenFailures; ///< since the settings were last applied
    /// The disk refused to take data. True if the torrent waits for it now instead of stopping with an error.
    std::function<bool(TorrentEntry&, DiskHold::Reason)> onDiskError = [](TorrentEntry&, DiskHold::Reason) {
        return false;
    };
    /// Whether the drive of this folder has been there without a break since it was last looked at. Asks the kernel,
    /// not the drive: what libtorrent wrote until now is where it should be.
    std::function<bool(const std::string& folder)> isDriveThere = [](const std::string&) { return true; };
    /// The user changed something that details show.
    std::function<void(const TorrentEntry&)> onEdited = [](const TorrentEntry&) {};
    std::map<lt::torrent_handle, TorrentId> leaving; ///< removed, but libtorrent is still at their files
    Removals* removals = nullptr;                    ///< what becomes of the files of torrents that were removed
    Targets* targets = nullptr;                      ///< looks at the disk before a torrent is added
    PayloadSync* payloadSync = nullptr;              ///< knows which pieces have reached the disk
    Doubts* doubts = nullptr;       ///< reads what a power cut may have taken before libtorrent believes it
    FileRenames* renames = nullptr; ///< gives files other names, and knows what a crash has cut short of that
    IncompleteFiles* incompleteFiles = nullptr; ///< names files that are not complete
    int restoring = 0;                          ///< torrents of the start that libtorrent has not answered about yet
    int restored = 0;                           ///< torrents that were in the list at the start
    bool isStopping = false;
    std::set<TorrentId> stoppingTorrents; ///< at the end: those whose disk jobs are still under way

    /// A row that could not be saved: the user hears of it, the torrent goes on.
    void report(const Expected<void>& result) {
        if (!result)
            Q_EMIT events.problem(result.error());
    }
};

/// Calls libtorrent where no one else catches what it throws: outside commands and alert handlers. A torrent that was
/// removed meanwhile ends `function` early.
template <typename Function>
void unlessRemoved(Function&& function) {
    try {
        function();
    } catch (const lt::system_error&) {
        // Its alert has been read or is on its way.
    }
}

} // namespace essaim::engine
