#include "hosting/tracker_thread.h"

namespace essaim::hosting {

TrackerThread::TrackerThread()
    : m_context(std::make_unique<QObject>()) {
    m_thread.setObjectName(QStringLiteral("tracker-host"));
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

TrackerThread::~TrackerThread() {
    // Queued like any other work: what was posted before still finds the tracker.
    post([thread = &m_thread](std::unique_ptr<tracker::Tracker>& tracker) {
        tracker.reset();
        thread->quit();
    });
    m_thread.wait();
}

void TrackerThread::post(Work work) {
    QMetaObject::invokeMethod(
        m_context.get(), [this, work = std::move(work)] { work(m_tracker); }, Qt::QueuedConnection);
}

} // namespace essaim::hosting
