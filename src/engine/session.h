// The BitTorrent session: every torrent of one profile, on a thread of its own, behind values.
#pragma once

#include "core/error.h"
#include "core/info_hash.h"
#include "engine/add_torrent.h"
#include "engine/backups.h"
#include "engine/details/details_snapshot.h"
#include "engine/details/torrent_edits.h"
#include "engine/drive_snapshot.h"
#include "engine/files/removal.h"
#include "engine/files/target_report.h"
#include "engine/files/unlisted.h"
#include "engine/mover/move_snapshot.h"
#include "engine/port_mapping.h"
#include "engine/torrent_file.h"
#include "engine/torrent_snapshot.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>

namespace essaim::engine {

/// Settings of the session that can change while it runs.
struct SessionSettings {
    int listenPort = 0;   ///< TCP and uTP; 0 = any free port
    QString bindAddress;  ///< IP literal; empty = every interface
    bool offline = false; ///< DHT, LSD, PEX, uTP, UPnP and NAT-PMP off whatever the fields below say
    bool dht = true;
    bool lsd = true;
    bool pex = true;
    bool utp = true;
    bool portMapping = true; ///< UPnP and NAT-PMP
    int downloadLimit = 0;   ///< bytes a second, 0 = none
    int uploadLimit = 0;
    int maxActiveDownloads = 5; ///< -1 = no limit
    int maxActiveSeeds = -1;
    qint64 keepFreeBytes = qint64{1} << 30; ///< on each disk, as far as it is large enough; 0 = use it up
    bool hashesGently = false;    ///< checks take one processor, and only what others leave of it and of the disk
    bool marksIncomplete = false; ///< files carry kIncompleteSuffix on the disk until they are complete
    QStringList bannedPeers;      ///< IP literals: nobody there is connected to
    bool operator==(const SessionSettings&) const = default;
};

struct SessionConfig {
    QString databasePath; ///< essaim.db; empty = remember nothing (command line)
    SessionSettings settings;
    RestoreRequest restore = {};
};

/// Tells where peers, trackers and pieces of one torrent stand; asked for, not pushed.
struct TorrentDetails {
    TorrentId id;
    TorrentDescription description; ///< empty while metadata is missing
    QList<qint64> fileProgress;     ///< bytes present, by file index
    QList<int> filePriorities;
};

/// How the program ended the time before.
enum class PreviousRun { InOrder, Crashed, PowerLost };

/// What happened to the list when it was opened; at least one field says something.
struct StoreNotice {
    PreviousRun previousRun = PreviousRun::InOrder;
    /// Torrents that were brought back from the files beside the database; all of the list if that was damaged.
    int rebuilt = 0;
    int mended = 0;          ///< torrents whose row was damaged
    int lost = 0;            ///< rows that nothing could be made of; kept in the database's quarantine
    QString movedAside;      ///< folder of the damaged database; empty = it was not damaged
    bool isReplaced = false; ///< it was not damaged, but of a newer version
    bool isRestored = false; ///< a backup took the place of the list; of that:
    int returned = 0;        ///< torrents that came back
    int changed = 0;         ///< torrents that were otherwise
    int removed = 0;         ///< torrents that left the list
    int unreadable = 0;      ///< torrents that are damaged in the backup
    bool operator==(const StoreNotice&) const = default;
};

/// The session as the rest of the program sees it. Lives on the thread that made it (the GUI's); every function posts
/// to the session's own thread and returns at once; every signal arrives on the caller's thread. No function waits
/// for a disk or the network. Unknown ids are ignored: the torrent may have been removed meanwhile.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(const SessionConfig& config, QObject* parent = nullptr);
    /// Stops without waiting longer than shutdown() would, if shutdown() was not called.
    ~Session() override;

    /// Begins what start() does first, for who has something else to do before it: nothing is told until then.
    void openStore();
    /// Opens the store, starts libtorrent, brings every torrent back; then started() or startFailed().
    void start();
    /// Saves all resume data and ends the session; stopped() within ten seconds, whatever the disk does.
    void shutdown();

    /// What stands where the torrent would be downloaded to; targetInspected() follows. Reads files that are there.
    /// `diskPaths`: see AddTorrentRequest.
    void inspectTarget(
        quint64 requestId, const QByteArray& torrent, const QString& savePath, const QStringList& diskPaths = {});
    void cancelInspection(quint64 requestId);
    void add(const AddTorrentRequest& request);
    void pause(const QList<TorrentId>& ids);
    void resume(const QList<TorrentId>& ids);
    /// Of the files, only those go that the program made and nobody changed since; filesRemoved() tells. Torrents can
    /// be brought back for 30 days.
    /// `takesUnknown`: of files that KeptBecause::Unknown keeps, too; the user was asked.
    void remove(const QList<TorrentId>& ids, FilesFate files, bool takesUnknown = false);
    /// What remove() would do to the files now; removalPlanned() follows.
    void planRemoval(quint64 requestId, const QList<TorrentId>& ids);
    /// Brings removed torrents back, and their files from the bin; torrentRestored() follows for each.
    void restoreRemoved(const QList<TorrentId>& ids);
    /// removedListed() follows: what can be brought back, the last removed first.
    void requestRemoved();
    /// They cannot be brought back any more. What is in the bin stays there. removedListed() follows.
    void forgetRemoved(const QList<TorrentId>& ids);
    /// Looks below these folders for files that no torrent has; unlistedProgress() and unlistedFound() follow. A later
    /// search ends an earlier one.
    void findUnlisted(quint64 requestId, const QStringList& folders);
    void cancelFindUnlisted();
    /// To the bin, unless a torrent has come to have them since; unlistedMoved() follows.
    void discardUnlisted(quint64 requestId, const QStringList& paths);
    /// Takes UnlistedMoved::moved of discardUnlisted() back; unlistedMoved() follows.
    void putBackUnlisted(quint64 requestId, const QList<std::pair<QString, QString>>& discarded);
    void recheck(const QList<TorrentId>& ids);
    /// Moves the files to another folder, made if missing, one torrent after another; movesChanged() follows, and
    /// torrentMoved() for each. Nothing there is replaced. What can go wrong leaves the files where they are, or the
    /// move stopped until resumeMoves() or cancelMoves().
    void move(const QList<TorrentId>& ids, const QString& folder);
    /// The files are in that folder already: the torrents are checked there.
    void setLocation(const QList<TorrentId>& ids, const QString& folder);
    void pauseMoves(const QList<qint64>& jobs);
    void resumeMoves(const QList<qint64>& jobs);
    /// Everything that was moved returns. Unknown jobs and those that are over are ignored.
    void cancelMoves(const QList<qint64>& jobs);
    /// Takes moves that are over from the list.
    void dismissMoves(const QList<qint64>& jobs);
    void reannounce(const QList<TorrentId>& ids);
    void setFilePriorities(const TorrentId& id, const QList<int>& priorities);
    /// By file; the others keep theirs, also those that were changed a moment ago.
    void changeFilePriorities(const TorrentId& id, const QMap<int, int>& changes);
    /// Empty = none. The window hears of it once it is saved, as with everything below.
    void setCategory(const QList<TorrentId>& ids, const QString& category);
    /// Replaces the tags; an empty list takes them all away.
    void setTags(const QList<TorrentId>& ids, const QStringList& tags);
    /// Shown instead of the torrent's own name; empty = its own again. Files keep their names.
    void setName(const TorrentId& id, const QString& name);
    /// Announces to these as well, now and after a restart; already known ones are skipped.
    void addTrackers(const TorrentId& id, const QStringList& urls);
    void connectPeer(const TorrentId& id, const QString& hostAndPort);
    void applySettings(const SessionSettings& settings);
    /// The details that are on the screen: detailsSeen() follows at once, and again, once a second, when something is
    /// otherwise, until others are watched. Nothing: none are shown.
    void watchDetails(const std::optional<TorrentId>& id, DetailsPart part = DetailsPart::Facts);
    /// Saved first; what is watched shows it at once.
    void edit(const QList<TorrentId>& ids, const TorrentEdit& edit);
    /// Asks routers to pass this port, TCP and UDP, on to this computer, as far as the settings allow to ask routers at
    /// all; 0 = none any more. portMappingChanged() follows.
    void mapPort(quint16 port);
    /// details() follows.
    void requestDetails(const TorrentId& id);
    /// torrentFile() follows: the .torrent as it was added, or made from the metadata that a magnet received.
    void requestTorrentFile(const TorrentId& id);
    /// backups() follows.
    void requestBackups();
    /// restorePreview() follows. To carry it out, end the session and start one with SessionConfig::restore.
    void requestRestorePreview(const QString& file);

Q_SIGNALS:
    void started();
    /// Every torrent of the list was told of; before started().
    void listed(int torrents);
    /// Every torrent that was in the list at the start is with libtorrent, or has said why it cannot be.
    void allRunning(int torrents);
    void startFailed(const essaim::Error& error);
    void backups(const QList<essaim::engine::BackupInfo>& backups);
    void restorePreview(const essaim::engine::RestorePreview& preview);
    /// Before started(), if there was something to mend, or the program did not end in order the last time.
    void storeMended(const essaim::engine::StoreNotice& notice);
    void stopped();
    /// New and changed torrents, at most one batch a second (plus one at once after a command of the user).
    void torrentsChanged(const QList<essaim::engine::TorrentSnapshot>& torrents);
    void torrentsRemoved(const QList<essaim::TorrentId>& ids);
    void sessionChanged(const essaim::engine::SessionSnapshot& snapshot);
    void addFinished(const essaim::engine::AddTorrentOutcome& outcome);
    /// All wanted files of a torrent just became complete (not at start-up).
    void torrentFinished(const essaim::TorrentId& id, const QString& name);
    void details(const essaim::engine::TorrentDetails& details);
    void detailsSeen(const essaim::engine::DetailsPointer& details);
    void torrentFile(const essaim::TorrentId& id, const QByteArray& bytes);
    /// Every move, in the order in which they were asked for; at most twice a second.
    void movesChanged(const QList<essaim::engine::MoveSnapshot>& moves);
    /// The torrent belongs to the folder `to`. move() back to `from` undoes it.
    void torrentMoved(const essaim::TorrentId& id, const QString& from, const QString& to);
    /// The drives, other than the system's, on which torrents lie. What waits for one goes on when it is back.
    void drivesChanged(const QList<essaim::engine::DriveSnapshot>& drives);
    /// While files are read: bytes of the torrent.
    void targetProgress(quint64 requestId, qint64 done, qint64 total);
    void targetInspected(const essaim::engine::TargetReport& report);
    void removalPlanned(const essaim::engine::RemovalPlan& plan);
    /// The files of a removed torrent have been dealt with.
    void filesRemoved(const essaim::engine::FilesRemoved& removed);
    void removedListed(const QList<essaim::engine::RemovedTorrent>& torrents);
    void torrentRestored(const essaim::engine::RestoreOutcome& outcome);
    /// Files that were looked at until now.
    void unlistedProgress(quint64 requestId, qint64 seen);
    void unlistedFound(const essaim::engine::UnlistedReport& report);
    void unlistedMoved(const essaim::engine::UnlistedMoved& result);
    /// A disk takes no more data; once, until it does again. The downloads go on by themselves.
    void volumeHeld(const essaim::engine::VolumeNotice& notice);
    void portMappingChanged(const essaim::engine::PortMapping& mapping);
    /// Something failed that belongs to no pending request: a port that is taken, a row that cannot be saved.
    void problem(const essaim::Error& error);

private:
    void stopOnce();

    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::engine
