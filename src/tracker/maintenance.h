// What a tracker does beside answering: dropping silent peers, saving numbers.
#pragma once

#include "core/clock.h"
#include "tracker/access/hosted_torrents.h"
#include "tracker/service/settings.h"
#include "tracker/swarm/sweeper.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace essaim::tracker {

/// A thread of its own, so that neither happens on the path of an announce. All that it refers to must outlive it.
class Maintenance {
public:
    /// `chores` is done about twice a second, on the thread.
    Maintenance(
        PeerStore& store, HostedTorrents& hosted, const PublishedSettings& settings, const Clock& clock,
        std::function<void(Clock::Monotonic now)> chores);
    /// Saves once more, stops the thread and waits for it.
    ~Maintenance();
    Maintenance(const Maintenance&) = delete;
    Maintenance& operator=(const Maintenance&) = delete;

private:
    void run();

    Sweeper m_sweeper;
    HostedTorrents& m_hosted;
    SettingsReader m_settings;
    const Clock& m_clock;
    const std::function<void(Clock::Monotonic now)> m_chores;
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    bool m_stopping = false; ///< guarded by m_mutex
    std::thread m_thread;
};

} // namespace essaim::tracker
