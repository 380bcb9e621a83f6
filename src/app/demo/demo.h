// The demonstration: two complete windows on this computer, one shares a folder, the other downloads it.
#pragma once

#include <QString>

namespace essaim::app {

/// Runs the demonstration and prints what happened. Pictures go to `output` (essaim-demo in the
/// temporary folder if empty). With `crash`, both programs are killed (-9) in mid-download and started again. The
/// pointer is moved for a real drag only if ESSAIM_DEMO_POINTER is set, which a virtual display's owner does; elsewhere
/// the window receives the drop event without one. Returns 0 only if every byte arrived; at most two minutes.
[[nodiscard]] int runDemo(const QString& output, bool crash);

} // namespace essaim::app
