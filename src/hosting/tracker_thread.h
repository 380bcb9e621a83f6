// The thread on which the embedded tracker is started, asked and stopped, so that the window never waits for it.
#pragma once

#include "tracker/tracker.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace essaim::hosting {

/// Owns the tracker of a TrackerHost. Lives on the GUI thread; work runs on the thread inside, in order.
class TrackerThread {
public:
    /// What work has to say; runs on the GUI thread, unless the TrackerThread is gone by then.
    using Reply = std::function<void()>;
    /// Gets the tracker, empty while it is stopped, and may replace it. Refers to nothing that may go away: work that
    /// hangs outlives the TrackerThread.
    using Work = std::function<Reply(std::unique_ptr<tracker::Tracker>& tracker)>;

    TrackerThread();
    /// Runs what is queued, stops the tracker, ends the thread. What hangs in the system (a database on a dead disk) is
    /// left behind after two seconds: the process is about to end.
    ~TrackerThread();
    TrackerThread(const TrackerThread&) = delete;
    TrackerThread& operator=(const TrackerThread&) = delete;

    void post(Work work);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    QThread* m_thread;
    QObject* m_worker; ///< lives on m_thread: receiver of the queued work
};

} // namespace essaim::hosting
