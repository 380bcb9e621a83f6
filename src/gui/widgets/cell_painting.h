// Small drawings that tables share: the thin progress bar and the dot of a state.
#pragma once

#include <QColor>
#include <QRect>

class QPainter;
class QStyleOptionViewItem;

namespace essaim::gui {

inline constexpr int kRowHeight = 28;  ///< pixels, rows of tables and lists
inline constexpr int kCellMargin = 10; ///< pixels, left and right of a cell's content

/// Rounded bar, 6 px high, in the middle of `rect`; `progress` 0 to 1.
void paintBar(QPainter& painter, const QRect& rect, double progress, const QColor& fill, const QColor& track);

/// Of the empty part of a bar: also to be seen in a selected row.
[[nodiscard]] QColor trackColor(const QStyleOptionViewItem& option);

/// Dot of 8 px at the left of `rect`; returns what is left for the words.
QRect paintDot(QPainter& painter, const QRect& rect, const QColor& color);

} // namespace essaim::gui
