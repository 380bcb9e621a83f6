// Known faults of the oldest libtorrent that we run with, 2.0.8, and what keeps each from doing harm here.
#pragma once

#include "core/refusal.h"

#include <optional>
#include <span>
#include <string_view>

namespace essaim::engine {

struct LibraryFault {
    enum class Closure : std::uint8_t {
        Setting,       ///< `setting` has `value`, whatever the user chooses
        Gate,          ///< the gate refuses, with `refusal`, what would reach it
        Code,          ///< `how` names the place in our code
        Choice,        ///< the user can switch off what leads to it: then `setting` has `value`
        Told,          ///< the user is told before, and decides; `how` says where
        NotApplicable, ///< `how` says why it cannot be reached
        Open,          ///< it can be reached; `how` says what is left of it
    };

    std::string_view what;
    std::string_view fixedIn; ///< first version without it; empty = none yet
    Closure closure = Closure::NotApplicable;
    std::string_view how;
    std::string_view setting = {}; ///< libtorrent's name
    std::int64_t value = 0;        ///< of the setting; 0 and 1 for booleans
    std::optional<Fault> refusal = std::nullopt;
};

/// One row a fault. A test checks that settings have their values and that the gate refuses a sample.
[[nodiscard]] std::span<const LibraryFault> libraryFaults();

} // namespace essaim::engine
