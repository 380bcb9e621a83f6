// The tracker's numbers as Prometheus reads them.
#pragma once

#include "tracker/tracker.h"

#include <string>

namespace essaim::tracker {

/// No number is told apart by hash, key, friend or address: who reads them is a machine, and it keeps them for long.
[[nodiscard]] std::string metricsText(const TrackerSnapshot& snapshot);

} // namespace essaim::tracker
