// Syncs what was downloaded, in the background, and remembers which pieces a power cut cannot take back. Private to the
// engine.
#pragma once

#include "engine/durability/piece_bits.h"
#include "engine/durability/sync_files.h"
#include "engine/engine_context.h"

#include <QTimer>

#include <libtorrent/fwd.hpp>

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace essaim::engine {

/// Engine thread; a few torrents at a time are synced on a thread that yields to all others. Of the pieces that a
/// torrent has, those count as durable that it had before the sync began.
class PayloadSync : public QObject {
    Q_OBJECT
public:
    explicit PayloadSync(EngineContext& context);

    /// What earlier runs knew.
    void setKnown(const std::vector<storage::DurableRecord>& records);
    /// libtorrent gets the torrent so: pieces that are not claimed come anew, and files that are written once more are
    /// not what they were when they were synced. `done`, at once or when that is saved: they may be written.
    void keepOnly(const TorrentId& id, const lt::add_torrent_params& params, const std::function<void()>& done);
    void start() { m_timer.start(); }
    /// Every torrent that has pieces that are not known to be durable.
    void syncAll();
    /// One that has just become complete.
    void sync(const TorrentId& id);
    /// The session ends: what is still to be synced no longer takes its time.
    void stop() {
        m_timer.stop();
        *m_hurry = true;
    }
    /// Nothing is under way.
    [[nodiscard]] bool isIdle() const { return m_queue.empty() && !m_isSyncing; }

Q_SIGNALS:
    void idle();

private:
    struct Known {
        int count = 0;      ///< pieces
        std::string pieces; ///< empty when all
        bool isComplete = false;
    };

    /// What is to be synced of one torrent, and the pieces that are on the disk then.
    struct Job {
        TorrentId id;
        PieceSet pieces;
        std::vector<FileToSync> files;
        std::string partFile;
    };
    using Jobs = std::vector<Job>;

    void forget(const TorrentId& id);
    void next();
    /// Nothing if everything of it is durable.
    std::optional<Job> jobOf(const TorrentEntry& entry, const lt::torrent_status& status);
    void run(Jobs jobs);
    void onSynced(const Job& job, const Expected<Stamps>& stamps);
    void doubt(TorrentEntry& entry, const Error& error);

    EngineContext& m_context;
    QTimer m_timer;
    std::deque<TorrentId> m_queue;
    bool m_isSyncing = false;
    std::shared_ptr<std::atomic<bool>> m_hurry = std::make_shared<std::atomic<bool>>(false);
    std::map<TorrentId, Known> m_known;
};

/// Path of the file in which libtorrent keeps what belongs to files that are not wanted.
[[nodiscard]] std::string partFileOf(const lt::torrent_info& info, const std::string& savePath);

} // namespace essaim::engine
