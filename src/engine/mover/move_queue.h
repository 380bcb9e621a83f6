// The moves of a session: which one runs, what the user wants of it, what became of it. Private to the engine.
#pragma once

#include "engine/engine_context.h"
#include "engine/mover/move_runner.h"
#include "engine/mover/move_snapshot.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>

namespace essaim::engine {

/// Engine thread. Needs a store: what it does must survive everything.
class MoveQueue : public QObject {
    Q_OBJECT
public:
    explicit MoveQueue(EngineContext& context);
    ~MoveQueue() override;

    /// What an earlier session left unfinished; before the torrents come back.
    void restore(std::vector<storage::MoveRecord> records);
    /// Keeps a torrent that comes back out of libtorrent if its files are on the way.
    void adopt(TorrentEntry& entry);
    /// After the torrents came back.
    void start();
    /// Asks every move to stop where it is; stopped() or isIdle() when they have.
    void stop();
    [[nodiscard]] bool isIdle() const;

    void move(const QList<TorrentId>& ids, const QString& folder);
    /// The user moved the files himself: looks for them there and checks them.
    void relocate(const QList<TorrentId>& ids, const QString& folder);
    void pause(const QList<qint64>& jobs);
    /// Goes on after a pause or a failure; without the files that are gone.
    void resume(const QList<qint64>& jobs);
    /// Everything returns to where it was. Too late once the torrent belongs to the target.
    void cancel(const QList<qint64>& jobs);
    /// Forgets moves that are over.
    void dismiss(const QList<qint64>& jobs);

    [[nodiscard]] bool isMoving(const TorrentId& id) const;
    /// Takes the move of the torrent back; `then` follows when everything is where it was.
    void cancelThen(const TorrentId& id, std::function<void()> then);
    /// The files are to be checked when they have arrived.
    void checkAfterwards(const TorrentId& id);
    /// Asked before a move touches a folder; false = its drive is not there, the move waits.
    void setDriveTest(std::function<bool(const std::string& folder)> isThere) { m_isThere = std::move(isThere); }
    /// A drive came back or went away.
    void schedule();

Q_SIGNALS:
    /// All moves, those that are over among them until they are dismissed.
    void changed(const QList<essaim::engine::MoveSnapshot>& moves);
    /// The torrent belongs to the new folder, durably.
    void moved(const essaim::TorrentId& id, const QString& from, const QString& to);
    void stopped();

private:
    struct Job;
    Job* find(qint64 id);
    Job* findFor(const TorrentId& id);
    /// How many torrents have files of this name (second) in this folder (first).
    using SharedNames = std::map<std::pair<std::string, std::string>, int>;
    [[nodiscard]] SharedNames namesInUse() const;
    [[nodiscard]] Expected<storage::MoveRecord>
    plan(const TorrentId& id, const std::string& folder, const SharedNames& names) const;
    void add(std::vector<storage::MoveRecord> wanted);
    void forgetOlder(const std::vector<storage::MoveRecord>& records);
    [[nodiscard]] bool mayStart(const Job& job) const;
    void begin(Job& job);
    void runForward(qint64 id);
    void run(Job& job, std::vector<std::string> paths);
    void rollBack(Job& job);
    void onCommitted(const storage::MoveRecord& record);
    void onFinished(
        const storage::MoveRecord& record, const Expected<void>& result, const std::vector<std::string>& leftBehind);
    void onFailed(Job& job, const Error& error);
    void end(Job& job, MoveState state);
    void drop(Job& job);
    void measure();
    void publish();
    void publishNow();

    EngineContext& m_context;
    std::map<qint64, Job> m_jobs; ///< in the order in which they were asked for
    std::shared_ptr<Mailbox> m_mailbox;
    std::function<bool(const std::string&)> m_isThere;
    QTimer m_timer{this};        ///< while something runs
    QTimer m_publishTimer{this}; ///< until the next publication of a long list
    QList<MoveSnapshot> m_published;
};

} // namespace essaim::engine
