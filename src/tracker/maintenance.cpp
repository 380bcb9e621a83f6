#include "tracker/maintenance.h"

namespace essaim::tracker {

namespace {

constexpr std::chrono::milliseconds kTick{100};
constexpr int kTicksBetweenSaves = 50;

} // namespace

Maintenance::Maintenance(
    PeerStore& store, HostedTorrents& hosted, const PublishedSettings& settings, const Clock& clock,
    std::function<void(Clock::Monotonic now)> chores)
    : m_sweeper(store)
    , m_hosted(hosted)
    , m_settings(settings)
    , m_clock(clock)
    , m_chores(std::move(chores))
    , m_thread([this] { run(); }) {}

Maintenance::~Maintenance() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wakeUp.notify_one();
    m_thread.join();
    m_hosted.saveCompleted();
}

void Maintenance::run() {
    std::unique_lock lock(m_mutex);
    for (int tick = 1; !m_wakeUp.wait_for(lock, kTick, [this] { return m_stopping; }); ++tick) {
        lock.unlock();
        m_chores(m_clock.now());
        m_sweeper.step(m_clock.now(), m_settings.get().peerTimeout, kTick);
        if (tick % kTicksBetweenSaves == 0)
            m_hosted.saveCompleted();
        lock.lock();
    }
}

} // namespace essaim::tracker
