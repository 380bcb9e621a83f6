// What the engine has to tell. Private to the engine: Session passes it on under the same names.
#pragma once

#include "engine/session.h"

namespace essaim::engine {

/// Lives on the engine's thread.
class SessionEvents : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void started();
    void listed(int torrents);
    void allRunning(int torrents);
    void startFailed(const essaim::Error& error);
    void storeMended(const essaim::engine::StoreNotice& notice);
    void stopped();
    void torrentsChanged(const QList<essaim::engine::TorrentSnapshot>& torrents);
    void torrentsRemoved(const QList<essaim::TorrentId>& ids);
    void sessionChanged(const essaim::engine::SessionSnapshot& snapshot);
    void addFinished(const essaim::engine::AddTorrentOutcome& outcome);
    void torrentFinished(const essaim::TorrentId& id, const QString& name);
    void details(const essaim::engine::TorrentDetails& details);
    void detailsSeen(const essaim::engine::DetailsPointer& details);
    void torrentFile(const essaim::TorrentId& id, const QByteArray& bytes);
    void movesChanged(const QList<essaim::engine::MoveSnapshot>& moves);
    void torrentMoved(const essaim::TorrentId& id, const QString& from, const QString& to);
    void drivesChanged(const QList<essaim::engine::DriveSnapshot>& drives);
    void targetProgress(quint64 requestId, qint64 done, qint64 total);
    void targetInspected(const essaim::engine::TargetReport& report);
    void removalPlanned(const essaim::engine::RemovalPlan& plan);
    /// libtorrent does nothing more to the files of a torrent that was removed.
    void filesReleased(const essaim::TorrentId& id);
    void filesRemoved(const essaim::engine::FilesRemoved& removed);
    void removedListed(const QList<essaim::engine::RemovedTorrent>& torrents);
    void torrentRestored(const essaim::engine::RestoreOutcome& outcome);
    void unlistedProgress(quint64 requestId, qint64 seen);
    void unlistedFound(const essaim::engine::UnlistedReport& report);
    void unlistedMoved(const essaim::engine::UnlistedMoved& result);
    void volumeHeld(const essaim::engine::VolumeNotice& notice);
    void backups(const QList<essaim::engine::BackupInfo>& backups);
    void restorePreview(const essaim::engine::RestorePreview& preview);
    void portMappingChanged(const essaim::engine::PortMapping& mapping);
    void problem(const essaim::Error& error);
};

} // namespace essaim::engine
