// The headless tracker while it runs.
#pragma once

#include "trackerd/options.h"

namespace essaim::trackerd {

/// Starts the tracker, says so on standard output ("ready http=… udp=…"), and serves until SIGTERM or SIGINT.
/// Returns the exit status; failures are one line on standard error. To be called from a thread that has started no
/// other, since it decides which threads see signals.
[[nodiscard]] int serve(const Options& options);

} // namespace essaim::trackerd
