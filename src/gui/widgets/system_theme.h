// What the desktop says of its colours while the program runs.
#pragma once

class QApplication;

namespace essaim::gui {

/// Property of the application, a bool: the desktop is dark. Until it is set, its palette tells.
inline constexpr const char* kSystemIsDark = "essaimSystemIsDark";

/// Colours of windows in which the theme "system" is chosen follow; the caller says so with applyTheme().
void setSystemDark(QApplication& application, bool isDark);

} // namespace essaim::gui
