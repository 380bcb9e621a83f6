// The line of one figure by the minute, as the graphs of the Tracker page draw it.
#pragma once

#include <QPainterPath>
#include <QRectF>

#include <functional>

namespace essaim::gui {

/// The last minute lies at the right edge of `area`, `highest` at its top. Fewer than ten minutes do not fill the
/// width.
[[nodiscard]] QPainterPath
timeLine(const QRectF& area, qsizetype minutes, double highest, const std::function<double(qsizetype minute)>& valueAt);

} // namespace essaim::gui
