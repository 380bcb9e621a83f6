#include "gui/widgets/natural_order.h"

namespace essaim::gui {

QCollator naturalOrder() {
    // The C locale knows neither digits nor capitals; English is what its users read.
    const QLocale locale;
    QCollator order(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    return order;
}

} // namespace essaim::gui
