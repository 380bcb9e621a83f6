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
    using Work = std::function<void(std::unique_ptr<tracker::Tracker>& tracker)>;

    TrackerThread();
    /// Runs what is queued, stops the tracker, ends the thread.
    ~TrackerThread();

    /// `work` gets the tracker, empty while it is stopped, and may replace it.
    void post(Work work);

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_context;          ///< lives on m_thread: receiver of the queued work
    std::unique_ptr<tracker::Tracker> m_tracker; ///< only touched on m_thread
};

} // namespace essaim::hosting
