// Session: posts every call to the worker on the engine's thread and passes its signals on.
#include "engine/session.h"

#include "engine/session_worker.h"

#include <QThread>

namespace essaim::engine {

struct Session::Private {
    QThread* thread = new QThread;
    SessionWorker* worker = nullptr;

    template <typename Function>
    void post(Function function) {
        QMetaObject::invokeMethod(worker, [target = worker, function] { function(*target); }, Qt::QueuedConnection);
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
    connect(events, &SessionEvents::startFailed, this, &Session::startFailed);
    connect(events, &SessionEvents::stopped, this, &Session::stopped);
    connect(events, &SessionEvents::torrentsChanged, this, &Session::torrentsChanged);
    connect(events, &SessionEvents::torrentsRemoved, this, &Session::torrentsRemoved);
    connect(events, &SessionEvents::sessionChanged, this, &Session::sessionChanged);
    connect(events, &SessionEvents::addFinished, this, &Session::addFinished);
    connect(events, &SessionEvents::torrentFinished, this, &Session::torrentFinished);
    connect(events, &SessionEvents::details, this, &Session::details);
    connect(events, &SessionEvents::torrentFile, this, &Session::torrentFile);
    connect(events, &SessionEvents::problem, this, &Session::problem);

    QThread* thread = m_private->thread;
    thread->setObjectName(QStringLiteral("engine"));
    m_private->worker->moveToThread(thread);
    connect(events, &SessionEvents::stopped, thread, &QThread::quit, Qt::DirectConnection);
    thread->start();
}

Session::~Session() {
    constexpr unsigned long kLongestStopMs = 11'000; // shutdown() promises ten seconds
    shutdown();
    // What hangs in the system is left behind: the process is about to end and the store is safe.
    if (!m_private->thread->wait(kLongestStopMs))
        return;
    delete m_private->thread;
    if (m_private->worker->isReleased())
        delete m_private->worker;
}

void Session::start() {
    m_private->post([](SessionWorker& worker) { worker.start(); });
}

void Session::shutdown() {
    m_private->post([](SessionWorker& worker) { worker.shutdown(); });
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

void Session::remove(const QList<TorrentId>& ids, bool deleteFiles) {
    m_private->command([ids, deleteFiles](TorrentCommands& commands) { commands.remove(ids, deleteFiles); });
}

void Session::recheck(const QList<TorrentId>& ids) {
    m_private->command([ids](TorrentCommands& commands) { commands.recheck(ids); });
}

void Session::reannounce(const QList<TorrentId>& ids) {
    m_private->command([ids](TorrentCommands& commands) { commands.reannounce(ids); });
}

void Session::setFilePriorities(const TorrentId& id, const QList<int>& priorities) {
    m_private->command([id, priorities](TorrentCommands& commands) { commands.setFilePriorities(id, priorities); });
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

void Session::requestDetails(const TorrentId& id) {
    m_private->post([id](SessionWorker& worker) { worker.requestDetails(id); });
}

void Session::requestTorrentFile(const TorrentId& id) {
    m_private->post([id](SessionWorker& worker) { worker.requestTorrentFile(id); });
}

} // namespace essaim::engine
