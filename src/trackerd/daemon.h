// The headless tracker while it runs.
#pragma once

#include "trackerd/options.h"

namespace essaim::trackerd {

/// Starts the tracker, says so on standard output ("ready http=… udp=…"), and serves until SIGTERM or SIGINT. SIGHUP
/// reads the configuration again; what cannot be read leaves everything as it was. Returns the exit status; failures
/// are one line on standard error. To be called from a thread that has started no other, since it decides which
/// threads see signals.
[[nodiscard]] int serve(const CommandLine& commandLine, const Options& options);

} // namespace essaim::trackerd
