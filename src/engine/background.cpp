#include "engine/background.h"

#include <condition_variable>
#include <mutex>

namespace essaim::engine {
namespace {

struct Count {
    std::mutex mutex;
    std::condition_variable changed;
    int running = 0;
};

/// Never destroyed: work may outlive everything else.
Count& count() {
    static Count& everything = *new Count;
    return everything;
}

} // namespace

BackgroundMark::BackgroundMark() {
    const std::lock_guard lock(count().mutex);
    ++count().running;
}

BackgroundMark::~BackgroundMark() {
    {
        const std::lock_guard lock(count().mutex);
        --count().running;
    }
    count().changed.notify_all();
}

void BackgroundMark::waitForAll(std::chrono::milliseconds atMost) {
    std::unique_lock lock(count().mutex);
    count().changed.wait_for(lock, atMost, [] { return count().running == 0; });
}

} // namespace essaim::engine
