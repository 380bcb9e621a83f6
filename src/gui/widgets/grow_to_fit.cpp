#include "gui/widgets/grow_to_fit.h"

#include <QLayout>
#include <QWidget>

namespace essaim::gui {

void growToFit(QWidget& window) {
    window.layout()->activate();
    const int needed = window.layout()->totalHeightForWidth(window.width());
    if (needed > window.height())
        window.resize(window.width(), needed);
}

} // namespace essaim::gui
