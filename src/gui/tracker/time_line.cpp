#include "gui/tracker/time_line.h"

#include <algorithm>

namespace essaim::gui {

namespace {
constexpr qsizetype kShortestSpan = 10; // minutes
}

QPainterPath timeLine(
    const QRectF& area, qsizetype minutes, double highest, const std::function<double(qsizetype minute)>& valueAt) {
    const double step = area.width() / double(std::max(kShortestSpan, minutes - 1));
    QPainterPath path;
    for (qsizetype i = 0; i < minutes; ++i) {
        const QPointF point(
            area.right() - step * double(minutes - 1 - i),
            area.bottom() - area.height() * valueAt(i) / std::max(1.0, highest));
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    return path;
}

} // namespace essaim::gui
