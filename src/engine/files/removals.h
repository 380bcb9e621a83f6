// Removing torrents together with files, bringing them back, forgetting them. Private to the engine.
#pragma once

#include "engine/files/removal_job.h"
#include "engine/torrent_commands.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace essaim::engine {

/// Engine thread; disks are waited for elsewhere. A removal that a crash cut short is finished at the next start.
class Removals : public QObject {
    Q_OBJECT
public:
    Removals(EngineContext& context, TorrentCommands& commands);

    /// SessionEvents::removalPlanned() follows.
    void plan(quint64 requestId, const QList<TorrentId>& ids);
    /// SessionEvents::torrentRestored() follows for each.
    void restore(const QList<TorrentId>& ids);
    /// SessionEvents::removedListed() follows.
    void list();
    /// Forgets them for good; what is in the bin stays there.
    void forget(const QList<TorrentId>& ids);
    /// The files of the torrent are being dealt with; `then` is called when that is over.
    /// Before tidy() knows what a crash has cut short, of every torrent.
    [[nodiscard]] bool isBusy(const TorrentId& id) const { return !m_isTidied || m_busy.contains(id); }
    void whenDone(const TorrentId& id, std::function<void()> then) { m_afterwards.emplace(id, std::move(then)); }
    /// At the start: what was left undone, and what is too old to be brought back.
    void tidy();

private:
    using Tasks = std::vector<RemovalTask>;

    /// A file that only torrents of `together` have is not used by another one.
    void collect(
        QList<TorrentId> ids, std::set<TorrentId> together, std::shared_ptr<Tasks> tasks, std::function<void()> done);
    /// Once it is known under which names they lie.
    void carryOut(const storage::RemovedRecord& record, bool wasCutShort);
    void removeFilesOf(const storage::RemovedRecord& record, bool wasCutShort);
    void run(const RemovalTask& task, FilesFate fate, std::optional<std::time_t> cutShort);
    void onReleased(const TorrentId& id);
    void findAndBringBack(const TorrentId& id);
    void finish(const TorrentId& id);
    void onTidied();
    void dropPartFile(const storage::RemovedRecord& record);
    struct FilesBack {
        std::optional<Error> error;
        bool isChanged = false;            ///< somebody changed one since
        std::optional<std::string> resume; ///< what is claimed from now on, if it is not what was
    };
    /// Everything that is known of a torrent that is brought back.
    struct Former {
        storage::RemovedRecord removed;
        RemovalTask task;
        std::vector<storage::BinnedFile> binned;
        std::optional<storage::TorrentRecord> row;
    };
    void bringBack(const std::shared_ptr<const Former>& former);
    void onFilesBack(const TorrentId& id, const FilesBack& back);

    EngineContext& m_context;
    TorrentCommands& m_commands;
    bool m_isTidied = false;
    std::set<TorrentId> m_busy; ///< their files are being dealt with
    std::multimap<TorrentId, std::function<void()>> m_afterwards;
    std::set<TorrentId> m_waiting; ///< to be brought back as soon as they are gone
};

} // namespace essaim::engine
