#include "gui/widgets/system_theme.h"

#include <QApplication>

namespace essaim::gui {

void setSystemDark(QApplication& application, bool isDark) {
    application.setProperty(kSystemIsDark, isDark);
}

} // namespace essaim::gui
