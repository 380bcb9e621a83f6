// Torrents in the making: one after the other on each disk, whatever windows are open, and again after a restart.
#pragma once

#include "hosting/creation_job.h"

#include <QList>

#include <memory>

namespace essaim::hosting {

/// GUI thread; hashing, writing and the looks at disks happen on other threads. Jobs that are not over are kept in a
/// file (it holds announce URLs: only its owner may read it) and begin anew with the next start of the program; what
/// was hashed before is in the cache of hashes and is not read again.
class CreationQueue : public QObject {
    Q_OBJECT
public:
    struct Files {
        QString jobs;   ///< of this queue; empty = remember nothing
        QString hashes; ///< CreateTorrentRequest::cachePath of every job; empty = none
    };
    CreationQueue(engine::Session& session, TrackerHost& trackerHost, Files files, QObject* parent = nullptr);
    /// Running jobs leave no traces and stay in the file.
    ~CreationQueue() override;

    /// Brings back what was not over; restored() follows. Once, when the session has started.
    void restore();
    /// Ids in the order of `requests`. They start at once where their disk is free.
    QList<quint64> enqueue(const QList<PublishRequest>& requests);
    void pause(quint64 id);
    void resume(quint64 id);
    void retry(quint64 id);  ///< one that failed
    void cancel(quint64 id); ///< goes away at once; what it left in the world is taken back
    void remove(quint64 id); ///< one that is over
    /// The program ends: nothing runs any more, and what is not over stays in the file.
    void stop();
    void pauseAll();
    void resumeAll();
    /// Jobs that begin from now on leave the processor and the disk to others (CreateTorrentRequest::isGentle).
    void setGentle(bool isGentle);

    [[nodiscard]] const QList<CreationJob>& jobs() const;    ///< oldest first
    [[nodiscard]] const CreationJob* find(quint64 id) const; ///< null if there is none
    [[nodiscard]] const QString& hashesFile() const;         ///< Files::hashes

Q_SIGNALS:
    void added(const QList<quint64>& ids);
    void changed(quint64 id); ///< state or progress
    void removed(quint64 id);
    /// The job is over. Comes after its changed().
    void finished(quint64 id);
    void restored(int jobs);
    /// The file cannot be written: the jobs go on, but would be forgotten by a restart.
    void saveFailed(const essaim::Error& error);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace essaim::hosting
