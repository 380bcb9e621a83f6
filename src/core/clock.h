// Time as a parameter, so that what depends on it can be tested without waiting.
#pragma once

#include <chrono>

namespace essaim {

/// Source of time. Thread-safe.
class Clock {
public:
    using Monotonic = std::chrono::steady_clock::time_point;
    using Wall = std::chrono::system_clock::time_point;

    virtual ~Clock() = default;
    [[nodiscard]] virtual Monotonic now() const = 0;
    [[nodiscard]] virtual Wall wallNow() const = 0;
};

/// The computer's clocks.
[[nodiscard]] const Clock& systemClock();

} // namespace essaim
