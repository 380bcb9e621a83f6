// What the operator reads afterwards: one line per event on standard error.
#pragma once

#include <string_view>

namespace essaim::trackerd {

/// Writes one line with the time in front (without it under systemd, whose journal has its own). Thread-safe. The text
/// holds no passkey: callers name friends by their names only.
void logLine(std::string_view text);

} // namespace essaim::trackerd
