// The short style sheet of the application: what a palette cannot reach.
#pragma once

#include <QPalette>
#include <QString>

class QWidget;

namespace essaim::gui {

/// Rounded buttons and fields, tabs, headers and the properties that theme.h lists, in the colours of `palette`.
[[nodiscard]] QString makeStyleSheet(const QPalette& palette);

/// Sets a property that the sheet knows and has the widget drawn accordingly, whether it has been shown or not.
void setSheetProperty(QWidget& widget, const char* name, bool value);

} // namespace essaim::gui
