// The engine's side of the store: every answer comes back on the engine's thread. Private to the engine.
#pragma once

#include "core/error.h"
#include "engine/session.h"
#include "storage/client_store.h"
#include "storage/torrent_store.h"

#include <QObject>

#include <functional>
#include <memory>
#include <set>

namespace essaim::engine {

/// Engine thread. Without a file it remembers nothing and says yes to everything (command line).
class TorrentRepository : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(Expected<void>)>;

    /// Errors: those of storage::openClientStore(), but for a backup that cannot be put back: the list is then opened
    /// as it is, and restoreOutcome() says why. Waits for the disk.
    [[nodiscard]] Expected<void> open(const QString& path, const RestoreRequest& restore = {});
    /// This run, and how the one before it ended. Known once open() has succeeded.
    [[nodiscard]] const storage::RunStart& runStart() const { return m_run; }
    /// Whether what that run wrote into files is known to have survived.
    [[nodiscard]] bool isTrusted(std::int64_t run) const { return m_trustedRuns.contains(run); }

    /// What open() met with.
    [[nodiscard]] const StoreNotice& notice() const { return m_notice; }
    [[nodiscard]] const Expected<void>& restoreOutcome() const { return m_restoreOutcome; }

    /// The list as open() found it; once.
    void loadAll(std::function<void(Expected<std::vector<storage::TorrentRecord>>)> done);
    void loadMetadata(const TorrentId& id, std::function<void(Expected<std::string>)> done);

    // Each is durable when `done` is called.
    void put(storage::TorrentRecord record, Done done);
    void putResume(std::vector<storage::ResumeRecord> records, Done done);
    void putTimes(std::vector<storage::RunTimes> times, Done done);
    void setPaused(const TorrentId& id, bool isPaused, Done done);
    void setMetadata(const TorrentId& id, const InfoHash& infoHash, std::string name, std::string metadata, Done done);
    void setFilePriorities(const TorrentId& id, std::string priorities, Done done);
    void setExtraTrackers(const TorrentId& id, std::string urls, Done done);
    void setSavePath(const TorrentId& id, std::string path, Done done);
    void setName(const TorrentId& id, std::string chosenName, Done done);
    void setRenamedFiles(const TorrentId& id, std::map<int, std::string> files, Done done);
    void setFlags(const TorrentId& id, const storage::TorrentFlags& flags, Done done);
    // Of several torrents: of all or of none.
    void setCategory(std::vector<TorrentId> ids, std::string category, Done done);
    void setTags(std::vector<TorrentId> ids, std::vector<std::string> tags, Done done);
    void remove(const TorrentId& id, Done done);
    /// After everything that was asked for before: this run ends in order.
    void endRun(Done done);
    /// Statements of other stores on the same file; `work` runs on the store's thread, not at all without a file.
    void run(Operation operation, std::function<void(SQLite::Database&)> work, Done done);
    [[nodiscard]] bool isOpen() const { return m_database != nullptr; }

    /// Gives the store away, to be closed by whoever may wait for the disk. Nothing is remembered after this.
    [[nodiscard]] std::unique_ptr<storage::DatabaseThread> release() { return std::move(m_database); }

private:
    /// `work` runs on the store's thread, `done` here.
    void post(Operation operation, std::function<void(storage::TorrentStore&)> work, Done done);

    storage::RunStart m_run;
    std::set<std::int64_t> m_trustedRuns;
    StoreNotice m_notice;
    Expected<void> m_restoreOutcome;
    std::vector<storage::TorrentRecord> m_torrents;      ///< until loadAll()
    std::unique_ptr<storage::DatabaseThread> m_database; ///< ends before the base class, to which it posts
};

} // namespace essaim::engine
