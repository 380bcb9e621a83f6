// Advice to the host, in sentences.
#pragma once

#include "hosting/advice.h"

#include <QString>

namespace essaim::gui {

/// One line each; empty if there is none.
[[nodiscard]] QString adviceText(const QList<hosting::Advice>& advice);

} // namespace essaim::gui
