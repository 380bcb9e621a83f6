#include "hosting/creation_queue.h"

#include "engine/background.h"
#include "hosting/creation_store.h"
#include "hosting/tracker_host.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QStorageInfo>

#include <algorithm>
#include <unordered_map>

namespace essaim::hosting {

namespace {

using State = CreationJob::State;

/// The disks that hold the sources, by the place where each is mounted. Blocks on them.
QSet<QString> disksOf(const QStringList& paths) {
    QSet<QString> disks;
    for (const QString& path : paths)
        disks.insert(QStorageInfo(path).rootPath());
    return disks;
}

} // namespace

QString CreationJob::name() const {
    if (!result.torrent.name.isEmpty())
        return result.torrent.name;
    if (!request.create.name.isEmpty() || request.create.paths.isEmpty())
        return request.create.name;
    const QFileInfo first(QDir::cleanPath(request.create.paths.first()));
    return request.create.paths.size() == 1 ? first.fileName() : first.dir().dirName();
}

struct CreationQueue::Private {
    /// What belongs to a job while it is not over.
    struct Run {
        std::unique_ptr<Publisher> publisher; ///< null until it has begun
        std::optional<QSet<QString>> disks;   ///< nothing = not looked yet
        bool isEnding = false;                ///< cancelled: the job is gone, the publisher still tidies up
    };

    Private(CreationQueue& owner, engine::Session& usedSession, TrackerHost& host, Files wanted)
        : q(owner)
        , session(usedSession)
        , trackerHost(host)
        , files(std::move(wanted))
        , store(files.jobs) {}

    CreationJob* find(quint64 id);
    void append(const CreationJob& job);
    void lookForDisks(const QList<quint64>& ids);
    void schedule();
    void begin(CreationJob& job);
    void setState(CreationJob& job, State state);
    void progressed(quint64 id, const engine::HashProgress& progress);
    void ended(quint64 id, const Expected<PublishedTorrent>& result);
    void erase(quint64 id);
    void bringBack(const QList<CreationJob>& loaded);

    CreationQueue& q;
    engine::Session& session;
    TrackerHost& trackerHost;
    Files files;
    CreationStore store;
    QList<CreationJob> jobs;
    std::unordered_map<quint64, Run> runs;
    quint64 lastId = 0;
    bool isStopped = false;
    bool isGentle = false;
};

CreationJob* CreationQueue::Private::find(quint64 id) {
    const auto job = std::ranges::find(jobs, id, &CreationJob::id);
    return job == jobs.end() ? nullptr : &*job;
}

void CreationQueue::Private::append(const CreationJob& job) {
    jobs.append(job);
    jobs.last().request.create.cachePath = files.hashes;
}

/// All at once, so that they begin in their order.
void CreationQueue::Private::lookForDisks(const QList<quint64>& ids) {
    QHash<quint64, QStringList> paths;
    for (const quint64 id : ids) {
        runs[id] = {};
        paths.insert(id, find(id)->request.create.paths);
    }
    const auto look = [paths] {
        QHash<quint64, QSet<QString>> disks;
        for (auto path = paths.begin(); path != paths.end(); ++path)
            disks.insert(path.key(), disksOf(path.value()));
        return disks;
    };
    engine::runInBackground(&q, look, [this](const QHash<quint64, QSet<QString>>& disks) {
        for (auto found = disks.begin(); found != disks.end(); ++found) {
            if (const auto run = runs.find(found.key()); run != runs.end())
                run->second.disks = found.value();
        }
        schedule();
    });
}

/// Oldest first; whoever waits for a busy disk does not hold up those of other disks.
void CreationQueue::Private::schedule() {
    if (isStopped)
        return;
    QSet<QString> busy;
    for (const auto& [id, run] : runs) {
        const CreationJob* job = find(id);
        const bool reads = run.isEnding || (job && job->state == State::Running);
        if (reads && run.disks)
            busy.unite(*run.disks);
    }
    QList<quint64> chosen;
    for (const CreationJob& job : std::as_const(jobs)) {
        if (job.state != State::Waiting)
            continue;
        const auto run = runs.find(job.id);
        if (run == runs.end() || !run->second.disks || busy.intersects(*run->second.disks))
            continue;
        busy.unite(*run->second.disks);
        chosen.append(job.id);
    }
    for (const quint64 id : chosen) {
        if (CreationJob* job = find(id); job && job->state == State::Waiting) // a slot of changed() may have acted
            begin(*job);
    }
}

void CreationQueue::Private::begin(CreationJob& job) {
    Run& run = runs[job.id];
    const quint64 id = job.id;
    if (run.publisher) {
        run.publisher->resume();
        setState(job, State::Running);
        return;
    }
    run.publisher = std::make_unique<Publisher>(session, trackerHost);
    QObject::connect(
        run.publisher.get(), &Publisher::progressed, &q, [this, id](const auto& state) { progressed(id, state); });
    // Queued: a publication can fail inside start(), and this is the end of its object.
    QObject::connect(
        run.publisher.get(), &Publisher::finished, &q, [this, id](const auto& result) { ended(id, result); },
        Qt::QueuedConnection);
    job.request.create.isGentle = isGentle;
    run.publisher->start(job.request);
    setState(job, State::Running);
}

void CreationQueue::Private::setState(CreationJob& job, State state) {
    job.state = state;
    store.save(jobs);
    Q_EMIT q.changed(job.id);
}

void CreationQueue::Private::progressed(quint64 id, const engine::HashProgress& progress) {
    if (CreationJob* job = find(id); job && !job->isOver()) {
        job->progress = progress;
        Q_EMIT q.changed(id);
    }
}

void CreationQueue::Private::ended(quint64 id, const Expected<PublishedTorrent>& result) {
    runs.erase(id);
    CreationJob* job = find(id);
    if (job && !job->isOver()) {
        if (result)
            job->result = *result;
        else
            job->error = result.error();
        setState(*job, result ? State::Finished : State::Failed);
        Q_EMIT q.finished(id);
    }
    schedule();
}

void CreationQueue::Private::erase(quint64 id) {
    if (jobs.removeIf([id](const CreationJob& job) { return job.id == id; }) == 0)
        return;
    store.save(jobs);
    Q_EMIT q.removed(id);
}

void CreationQueue::Private::bringBack(const QList<CreationJob>& loaded) {
    QList<quint64> ids;
    for (CreationJob job : loaded) {
        job.id = ++lastId;
        append(job);
        ids.append(job.id);
    }
    lookForDisks(ids);
    if (!ids.isEmpty())
        Q_EMIT q.added(ids);
    Q_EMIT q.restored(int(ids.size()));
}

CreationQueue::CreationQueue(engine::Session& session, TrackerHost& trackerHost, Files files, QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(*this, session, trackerHost, std::move(files))) {
    Private& d = *m_private;
    connect(&d.store, &CreationStore::loaded, this, [&d](const auto& jobs) { d.bringBack(jobs); });
    connect(&d.store, &CreationStore::saveFailed, this, &CreationQueue::saveFailed);
}

CreationQueue::~CreationQueue() = default;

void CreationQueue::restore() {
    m_private->store.load();
}

QList<quint64> CreationQueue::enqueue(const QList<PublishRequest>& requests) {
    Private& d = *m_private;
    QList<quint64> ids;
    for (const PublishRequest& request : requests) {
        CreationJob job;
        job.id = ++d.lastId;
        job.request = request;
        d.append(job);
        ids.append(job.id);
    }
    d.lookForDisks(ids);
    d.store.save(d.jobs);
    Q_EMIT added(ids);
    return ids;
}

void CreationQueue::pause(quint64 id) {
    Private& d = *m_private;
    CreationJob* job = d.find(id);
    if (!job || job->isOver() || job->state == State::Paused)
        return;
    if (const auto run = d.runs.find(id); run != d.runs.end() && run->second.publisher)
        run->second.publisher->pause();
    d.setState(*job, State::Paused);
    d.schedule();
}

void CreationQueue::resume(quint64 id) {
    Private& d = *m_private;
    CreationJob* job = d.find(id);
    if (!job || job->state != State::Paused)
        return;
    d.setState(*job, State::Waiting);
    d.schedule();
}

void CreationQueue::retry(quint64 id) {
    Private& d = *m_private;
    CreationJob* job = d.find(id);
    if (!job || job->state != State::Failed)
        return;
    job->error.reset();
    job->progress = {};
    d.lookForDisks({id});
    d.setState(*job, State::Waiting);
}

void CreationQueue::cancel(quint64 id) {
    Private& d = *m_private;
    const CreationJob* job = d.find(id);
    if (!job || job->isOver())
        return;
    if (const auto run = d.runs.find(id); run != d.runs.end()) {
        if (run->second.publisher) {
            run->second.isEnding = true;
            run->second.publisher->cancel();
        } else {
            d.runs.erase(run);
        }
    }
    d.erase(id);
}

void CreationQueue::remove(quint64 id) {
    if (const CreationJob* job = m_private->find(id); job && job->isOver())
        m_private->erase(id);
}

void CreationQueue::stop() {
    m_private->isStopped = true;
    m_private->runs.clear();
}

void CreationQueue::pauseAll() {
    for (const CreationJob& job : QList<CreationJob>(jobs()))
        pause(job.id);
}

void CreationQueue::resumeAll() {
    for (const CreationJob& job : QList<CreationJob>(jobs()))
        resume(job.id);
}

void CreationQueue::setGentle(bool isGentle) {
    m_private->isGentle = isGentle;
}

const QList<CreationJob>& CreationQueue::jobs() const {
    return m_private->jobs;
}

const CreationJob* CreationQueue::find(quint64 id) const {
    return m_private->find(id);
}

const QString& CreationQueue::hashesFile() const {
    return m_private->files.hashes;
}

} // namespace essaim::hosting
