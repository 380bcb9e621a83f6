// Before a torrent is added: what stands where it would write. Private to the engine.
#pragma once

#include "engine/engine_context.h"
#include "engine/files/target_check.h"
#include "engine/torrent_params.h"

#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <set>

namespace essaim::engine {

/// Engine thread; disks are waited for elsewhere. Two torrents never get the same file to write.
class Targets : public QObject {
    Q_OBJECT
public:
    explicit Targets(EngineContext& context);
    ~Targets() override;

    /// SessionEvents::targetInspected() follows, and targetProgress() while files are read. A later inspection with
    /// the same number ends an earlier one.
    /// `diskPaths`: see AddTorrentRequest.
    void inspect(quint64 requestId, const QByteArray& torrent, const QString& savePath, const QStringList& diskPaths);
    void cancel(quint64 requestId);

    using Done = std::function<void(Expected<TargetDecision>)>;
    /// For a torrent with metadata that is about to be added. Also makes the save folder. What inspect() found a moment
    /// ago is not read again. The files are spoken for until release().
    void claim(
        const TorrentId& id, const QByteArray& torrent, std::vector<TargetFile> files, const std::string& savePath,
        ExistingFiles policy, Done done);
    /// The store has them, or the addition failed.
    void release(const TorrentId& id);
    /// Absolute, of torrents that are being added.
    [[nodiscard]] std::vector<std::string> claimedPaths() const;

private:
    struct Look {
        TorrentId id;
        QByteArray torrent;
        std::string savePath;
        std::vector<TargetFile> files;
        bool makesFolder = false;
        bool mayBeMarked = false; ///< files may lie there under the names of incomplete ones
        ExistingFiles policy = ExistingFiles::Refuse;
        std::vector<storage::FileOwnerRecord> former;
        std::function<bool(qint64, qint64)> progress;
    };
    struct Seen {
        std::optional<Error> error;
        TargetFindings findings;
        TargetFindings present; ///< as they were before they were read
        Expected<TargetDecision> decision = TargetDecision{};
    };

    [[nodiscard]] static Seen lookNow(const Look& look, const std::optional<Seen>& remembered);
    [[nodiscard]] std::optional<std::string> claimedNow(const TorrentId& id, const std::vector<std::string>& paths);
    void findClaim(
        const TorrentId& id, const std::vector<std::string>& paths,
        std::function<void(Expected<std::optional<storage::FileOwnerStore::Claim>>)> done);
    void decide(const Look& look, const std::optional<storage::FileOwnerStore::Claim>& claim, const Done& done);
    /// Of one look at the disk; empty until it is over.
    struct Turn {
        std::function<void()> deliver;
    };
    void deliverInTurn();

    EngineContext& m_context;
    /// What the thread that reads shares with this one.
    struct Inspection {
        std::atomic<bool> isStopped = false;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };
    std::map<quint64, std::shared_ptr<Inspection>> m_inspections;
    QTimer m_progress;
    std::map<std::pair<TorrentId, std::string>, Seen> m_seen; ///< the last inspections, by save path
    struct Claimed {
        std::string name;
        std::set<std::string> paths;
    };
    std::deque<std::shared_ptr<Turn>> m_turns;              ///< those that were asked for first stand first
    std::map<TorrentId, Claimed> m_claimed;                 ///< absolute paths of torrents that are being added
    std::map<std::string, std::set<TorrentId>> m_claimants; ///< by path: the same the other way round
};

/// Names, and pieces that need not be read again.
void applyDecision(PreparedTorrent& prepared, const TargetDecision& decision);

} // namespace essaim::engine
