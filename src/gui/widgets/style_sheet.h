// The short style sheet of the application: what a palette cannot reach.
#pragma once

#include <QPalette>
#include <QString>

namespace essaim::gui {

/// Rounded buttons and fields, tabs, headers and the properties that theme.h lists, in the colours of `palette`.
[[nodiscard]] QString makeStyleSheet(const QPalette& palette);

} // namespace essaim::gui
