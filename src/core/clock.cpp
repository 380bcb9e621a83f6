// The computer's clocks behind the Clock interface.
#include "core/clock.h"

namespace essaim {

namespace {

class SystemClock final : public Clock {
public:
    Monotonic now() const override { return std::chrono::steady_clock::now(); }
    Wall wallNow() const override { return std::chrono::system_clock::now(); }
};

} // namespace

const Clock& systemClock() {
    static const SystemClock clock;
    return clock;
}

} // namespace essaim
