// What a running move is told, and how far it has come. Private to the engine.
#pragma once

#include <atomic>
#include <cstdint>

namespace essaim::engine {

/// Shared by the engine's thread, which wishes, and the thread that moves, which looks at the wish again and again.
struct MoveControl {
    enum class Wish : std::uint8_t {
        GoOn,
        Stop,     ///< leave everything as it is: pause, or the end of the program
        RollBack, ///< stop; a run that rolls back follows
    };
    std::atomic<Wish> wish = Wish::GoOn;
    /// The user knows that files of the plan are gone, and wants the others moved.
    bool goesOnWithout = false;
    /// The user wants the files checked when they have arrived.
    std::atomic<bool> needsCheck = false;
    std::atomic<std::int64_t> done = 0;  ///< bytes of the files that are where they should be
    std::atomic<std::int64_t> total = 0; ///< bytes of all files

    [[nodiscard]] bool isStopped() const { return wish != Wish::GoOn; }
};

} // namespace essaim::engine
