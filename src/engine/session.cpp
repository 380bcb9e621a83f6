// Session: posts every call to the worker on the engine's thread and passes its signals on.
#include "engine/session.h"

#include "engine/background.h"
#include "engine/session_worker.h"

#include <QDeadlineTimer>
#include <QThread>
#include <QTimer>

#include <chrono>

namespace essaim::engine {

namespace {

using namespace std::chrono_literals;

constexpr auto kLongestStop = 10s; ///< promised by shutdown()
constexpr auto kShortestWait = 1s; ///< the destructor gives the thread, however late it is called

} // namespace

struct Session::Private {
    QThread* thread = new QThread;
    SessionWorker* worker = nullptr;
    QDeadlineTimer deadline{QDeadlineTimer::Forever}; ///< of the stop
    bool hasStopped = false;

    template <typename Function>
    void post(Function function) {
        QMetaObject::invokeMethod(worker, [target = worker, function] { function(*target); }, Qt::QueuedConnection);
    }
    template <typename Command>
    void moves(Command command) {
        this->command([command, target = worker](TorrentCommands&) { command(target->moves()); });
    }
    template <typename Command>
    void command(Command command) {
        post([command](SessionWorker& target) { target.command(command); });
    }
};

Session::Session(const SessionConfig& config, QObject* parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>()) {
    m_private->worker = new SessionWorker(config);
    const SessionEvents* events = &m_private->worker->events();
    connect(events, &SessionEvents::started, this, &Session::started);
    connect(events, &SessionEvents::listed, this, &Session::listed);
    connect(events, &SessionEvents::allRunning, this, &Session::allRunning);
    connect(events, &SessionEvents::startFailed, this, &Session::startFailed);
    connect(events, &SessionEvents::storeMended, this, &Session::storeMended);
    connect(events, &SessionEvents::stopped, this, &Session::stopOnce);
    connect(events, &SessionEvents::torrentsChanged, this, &Session::torrentsChanged);
    connect(events, &SessionEvents::torrentsRemoved, this, &Session::torrentsRemoved);
    connect(events, &SessionEvents::sessionChanged, this, &Session::sessionChanged);
    connect(events, &SessionEvents::addFinished, this, &Session::addFinished);
    connect(events, &SessionEvents::torrentFinished, this, &Session::torrentFinished);
    connect(events, &SessionEvents::details, this, &Session::details);
    connect(events, &SessionEvents::detailsSeen, this, &Session::detailsSeen);
    connect(events, &SessionEvents::torrentFile, this, &Session::torrentFile);
    connect(events, &SessionEvents::movesChanged, this, &Session::movesChanged);
    connect(events, &SessionEvents::torrentMoved, this, &Session::torrentMoved);
    connect(events, &SessionEvents::drivesChanged, this, &Session::drivesChanged);
    connect(events, &SessionEvents::targetProgress, this, &Session::targetProgress);
    connect(events, &SessionEvents::targetInspected, this, &Session::targetInspected);
    connect(events, &SessionEvents::removalPlanned, this, &Session::removalPlanned);
    connect(events, &SessionEvents::filesRemoved, this, &Session::filesRemoved);
    connect(events, &SessionEvents::removedListed, this, &Session::removedListed);
    connect(events, &SessionEvents::torrentRestored, this, &Session::torrentRestored);
    connect(events, &SessionEvents::unlistedProgress, this, &Session::unlistedProgress);
    connect(events, &SessionEvents::unlistedFound, this, &Session::unlistedFound);
    connect(events, &SessionEvents::unlistedMoved, this, &Session::unlistedMoved);
    connect(events, &SessionEvents::volumeHeld, this, &Session::volumeHeld);
    connect(events, &SessionEvents::backups, this, &Session::backups);
    connect(events, &SessionEvents::restorePreview, this, &Session::restorePreview);
    connect(events, &SessionEvents::portMappingChanged, this, &Session::portMappingChanged);
    connect(events, &SessionEvents::problem, this, &Session::problem);

    QThread* thread = m_private->thread;
    thread->setObjectName(QStringLiteral("engine"));
    m_private->worker->moveToThread(thread);
    connect(events, &SessionEvents::stopped, thread, &QThread::quit, Qt::DirectConnection);
    thread->start();
}

Session::~Session() {
    shutdown();
    // What hangs in the system is left behind: the process is about to end and the store is safe.
    const std::chrono::nanoseconds left = m_private->deadline.remainingTimeAsDuration();
    if (!m_private->thread->wait(QDeadlineTimer(std::max<std::chrono::nanoseconds>(left, kShortestWait))))
        return;
    delete m_private->thread;
    BackgroundMark::waitForAll(kShortestWait);
    if (m_private->worker->isReleased())
        delete m_private->worker;
}

void Session::openStore() {
    m_private->post([](SessionWorker& worker) { worker.openStore(); });
}

void Session::start() {
    m_private->post([](SessionWorker& worker) { worker.start(); });
}

void Session::shutdown() {
    if (!m_private->deadline.isForever())
        return;
    m_private->deadline = QDeadlineTimer(kLongestStop);
    m_private->post([](SessionWorker& worker) { worker.shutdown(); });
    // The worker keeps the time itself, unless its thread hangs in the system (a store or a folder on a dead disk).
    QTimer::singleShot(kLongestStop, this, &Session::stopOnce);
}

void Session::stopOnce() {
    if (!std::exchange(m_private->hasStopped, true))
        Q_EMIT stopped();
}

void Session::inspectTarget(
    quint64 requestId, const QByteArray& torrent, const QString& savePath, const QStringList& diskPaths) {
    m_private->post([=](SessionWorker& worker) { worker.targets().inspect(requestId, torrent, savePath, diskPaths); });
}

void Session::cancelInspection(quint64 requestId) {
    m_private->post([requestId](SessionWorker& worker) { worker.targets().cancel(requestId); });
}

void Session::add(const AddTorrentRequest& request) {
    m_private->command([request](TorrentCommands& commands) { commands.add(request); });
}

void Session::pause(const QList<TorrentId>& ids) {
    m_private->command([ids](TorrentCommands& commands) { commands.pause(ids); });
}

void Session::resume(const QList<TorrentId>& ids) {
    m_private->command([ids](TorrentCommands& commands) { commands.resume(ids); });
}

void Session::remove(const QList<TorrentId>& ids, FilesFate files, bool takesUnknown) {
    m_private->command([=](TorrentCommands& commands) { commands.remove(ids, files, takesUnknown); });
}

void Session::planRemoval(quint64 requestId, const QList<TorrentId>& ids) {
    m_private->post([requestId, ids](SessionWorker& worker) { worker.removals().plan(requestId, ids); });
}

void Session::restoreRemoved(const QList<TorrentId>& ids) {
    m_private->post([ids](SessionWorker& worker) { worker.removals().restore(ids); });
}

void Session::requestRemoved() {
    m_private->post([](SessionWorker& worker) { worker.removals().list(); });
}

void Session::forgetRemoved(const QList<TorrentId>& ids) {
    m_private->post([ids](SessionWorker& worker) { worker.removals().forget(ids); });
}

void Session::findUnlisted(quint64 requestId, const QStringList& folders) {
    m_private->post([=](SessionWorker& worker) { worker.unlisted().find(requestId, folders); });
}

void Session::cancelFindUnlisted() {
    m_private->post([](SessionWorker& worker) { worker.unlisted().cancel(); });
}

void Session::discardUnlisted(quint64 requestId, const QStringList& paths) {
    m_private->post([=](SessionWorker& worker) { worker.unlisted().discard(requestId, paths); });
}

void Session::putBackUnlisted(quint64 requestId, const QList<std::pair<QString, QString>>& discarded) {
    m_private->post([=](SessionWorker& worker) { worker.unlisted().putBack(requestId, discarded); });
}

void Session::recheck(const QList<TorrentId>& ids) {
    m_private->command([ids](TorrentCommands& commands) { commands.recheck(ids); });
}

void Session::move(const QList<TorrentId>& ids, const QString& folder) {
    m_private->moves([ids, folder](MoveQueue& moves) { moves.move(ids, folder); });
}

void Session::setLocation(const QList<TorrentId>& ids, const QString& folder) {
    m_private->moves([ids, folder](MoveQueue& moves) { moves.relocate(ids, folder); });
}

void Session::pauseMoves(const QList<qint64>& jobs) {
    m_private->moves([jobs](MoveQueue& moves) { moves.pause(jobs); });
}

void Session::resumeMoves(const QList<qint64>& jobs) {
    m_private->moves([jobs](MoveQueue& moves) { moves.resume(jobs); });
}

void Session::cancelMoves(const QList<qint64>& jobs) {
    m_private->moves([jobs](MoveQueue& moves) { moves.cancel(jobs); });
}

void Session::dismissMoves(const QList<qint64>& jobs) {
    m_private->moves([jobs](MoveQueue& moves) { moves.dismiss(jobs); });
}

void Session::reannounce(const QList<TorrentId>& ids) {
    m_private->command([ids](TorrentCommands& commands) { commands.reannounce(ids); });
}

void Session::setFilePriorities(const TorrentId& id, const QList<int>& priorities) {
    m_private->command([id, priorities](TorrentCommands& commands) { commands.setFilePriorities(id, priorities); });
}

void Session::changeFilePriorities(const TorrentId& id, const QMap<int, int>& changes) {
    m_private->command([id, changes](TorrentCommands& commands) { commands.changeFilePriorities(id, changes); });
}

void Session::setCategory(const QList<TorrentId>& ids, const QString& category) {
    m_private->command([ids, category](TorrentCommands& commands) { commands.setCategory(ids, category); });
}

void Session::setTags(const QList<TorrentId>& ids, const QStringList& tags) {
    m_private->command([ids, tags](TorrentCommands& commands) { commands.setTags(ids, tags); });
}

void Session::setName(const TorrentId& id, const QString& name) {
    m_private->command([id, name](TorrentCommands& commands) { commands.setName(id, name); });
}

void Session::addTrackers(const TorrentId& id, const QStringList& urls) {
    m_private->command([id, urls](TorrentCommands& commands) { commands.addTrackers(id, urls); });
}

void Session::connectPeer(const TorrentId& id, const QString& hostAndPort) {
    m_private->command([id, hostAndPort](TorrentCommands& commands) { commands.connectPeer(id, hostAndPort); });
}

void Session::applySettings(const SessionSettings& settings) {
    m_private->post([settings](SessionWorker& worker) { worker.applySettings(settings); });
}

void Session::watchDetails(const std::optional<TorrentId>& id, DetailsPart part) {
    m_private->post([id, part](SessionWorker& worker) { worker.details().watch(id, part); });
}

void Session::edit(const QList<TorrentId>& ids, const TorrentEdit& edit) {
    m_private->post([ids, edit](SessionWorker& worker) {
        worker.command([&](TorrentCommands&) { worker.editor().apply(ids, edit); });
    });
}

void Session::mapPort(quint16 port) {
    m_private->post([port](SessionWorker& worker) { worker.mapPort(port); });
}

void Session::requestDetails(const TorrentId& id) {
    m_private->post([id](SessionWorker& worker) { worker.requestDetails(id); });
}

void Session::requestTorrentFile(const TorrentId& id) {
    m_private->post([id](SessionWorker& worker) { worker.requestTorrentFile(id); });
}

void Session::requestBackups() {
    m_private->post([](SessionWorker& worker) { worker.requestBackups(); });
}

void Session::requestRestorePreview(const QString& file) {
    m_private->post([file](SessionWorker& worker) { worker.requestRestorePreview(file); });
}

} // namespace essaim::engine
