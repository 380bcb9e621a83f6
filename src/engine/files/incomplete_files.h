// Files that are not complete carry a suffix on the disk, if the user wants that. Private to the engine.
#pragma once

#include "engine/engine_context.h"
#include "engine/files/file_renames.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace essaim::engine {

/// Engine thread. Compares what files are called with what they should be called, and has FileRenames make up for it;
/// as often as one likes, it comes to the same. Only files that are there get another name, and only one that nothing
/// has. A torrent of which a file's own name ends in the suffix is left alone.
class IncompleteFiles : public QObject {
    Q_OBJECT
public:
    explicit IncompleteFiles(EngineContext& context);

    /// The setting changed.
    void lookAtAll();
    /// libtorrent has the torrent, or has it back; it may be that files came or went.
    void look(TorrentEntry& entry);
    /// Some of it may have been downloaded.
    void onProgress(const TorrentEntry& entry, const lt::torrent_status& status);
    /// All that is wanted is there. `done` follows once the files have their names, or cannot have them now; also those
    /// that are getting the suffix at this moment.
    void whenNamed(TorrentEntry& entry, std::function<void()> done);

private:
    /// Of a torrent for which there has been something to do.
    struct Look {
        bool isQueued = false;
        bool isRunning = false;
        bool isWanted = false;   ///< once more, when what is running is over
        bool isThorough = false; ///< files that are not to be downloaded as well
        std::int64_t done = -1;  ///< bytes, when it was last looked at
        QElapsedTimer since;     ///< it was last looked at
        std::set<int> refused;   ///< files that cannot have the name they should have
        std::set<int> absent;    ///< files that were not on the disk; until it is looked at for another reason
        std::vector<std::string> keptSuffix; ///< paths that files could not have back; not yet told
        std::vector<std::function<void()>> named;
    };
    using Paths = std::map<int, std::string>;

    [[nodiscard]] bool mayMark(const TorrentEntry& entry) const;
    [[nodiscard]] bool concerns(const TorrentEntry& entry) const;
    void lookAnew(const TorrentId& id);
    void queue(const TorrentId& id);
    void queueKnown(const TorrentId& id);
    void next();
    void run(const TorrentId& id);
    [[nodiscard]] Paths wantedNames(const TorrentEntry& entry, const Look& look, std::size_t atMost) const;
    void onRenamed(const TorrentId& id, const Paths& wanted, const FileRenames::Outcome& outcome, bool areMore);
    void goOn(const TorrentId& id, bool areMore);
    void finish(const TorrentId& id);
    void tellKept(const TorrentId& id, const std::vector<std::string>& paths);

    EngineContext& m_context;
    std::map<TorrentId, Look> m_looks;
    std::deque<TorrentId> m_queue;
    bool m_isPosted = false;
};

} // namespace essaim::engine
