// What the tracker refused, in words.
#pragma once

#include "tracker/tracker.h"

#include <QString>

namespace essaim::gui {

/// One line for each reason that occurred, with its number; a sentence if there is none.
[[nodiscard]] QString refusalText(const tracker::TrackerSnapshot& snapshot);

} // namespace essaim::gui
