#include "hosting/tracker_thread.h"

#include <mutex>

namespace essaim::hosting {

namespace {

constexpr unsigned long kLongestStopMs = 2000;

} // namespace

/// What the thread uses; lives as long as either side.
struct TrackerThread::Shared {
    std::mutex mutex;
    std::unique_ptr<QObject> receiver;         ///< of replies; guarded by `mutex`, null once nobody wants them
    std::unique_ptr<tracker::Tracker> tracker; ///< only touched on the thread
};

TrackerThread::TrackerThread()
    : m_shared(std::make_shared<Shared>())
    , m_thread(new QThread)
    , m_worker(new QObject) {
    m_shared->receiver = std::make_unique<QObject>();
    m_thread->setObjectName(QStringLiteral("tracker-host"));
    m_worker->moveToThread(m_thread);
    m_thread->start();
}

TrackerThread::~TrackerThread() {
    // Queued like any other work: what was posted before still finds the tracker.
    post([thread = m_thread](std::unique_ptr<tracker::Tracker>& tracker) -> Reply {
        tracker.reset();
        thread->quit();
        return {};
    });
    const bool hasEnded = m_thread->wait(kLongestStopMs);
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->receiver.reset();
    }
    if (!hasEnded)
        return;
    delete m_worker;
    delete m_thread;
}

void TrackerThread::post(Work work) {
    const auto run = [shared = m_shared, work = std::move(work)] {
        Reply reply = work(shared->tracker);
        const std::lock_guard lock(shared->mutex);
        if (reply && shared->receiver)
            QMetaObject::invokeMethod(shared->receiver.get(), std::move(reply), Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker, run, Qt::QueuedConnection);
}

} // namespace essaim::hosting
