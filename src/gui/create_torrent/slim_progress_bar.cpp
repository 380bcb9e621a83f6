#include "gui/create_torrent/slim_progress_bar.h"

#include "gui/widgets/cell_painting.h"
#include "gui/widgets/theme.h"

#include <QPainter>

namespace essaim::gui {

void SlimProgressBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double progress = maximum() > minimum() ? double(value() - minimum()) / (maximum() - minimum()) : 0;
    paintBar(painter, rect(), progress, tintColor(Tint::Moving, palette()), tintColor(Tint::Line, palette()));
}

} // namespace essaim::gui
