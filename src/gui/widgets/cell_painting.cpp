#include "gui/widgets/cell_painting.h"

#include "gui/widgets/theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace essaim::gui {

void paintBar(QPainter& painter, const QRect& rect, double progress, const QColor& fill, const QColor& track) {
    constexpr qreal kHeight = 6;
    const QRectF bar(rect.left(), rect.center().y() + 0.5 - kHeight / 2 + 0.5, rect.width(), kHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(track);
    painter.drawRoundedRect(bar, kHeight / 2, kHeight / 2);
    QRectF done = bar;
    done.setWidth(bar.width() * std::clamp(progress, 0.0, 1.0));
    if (done.width() > 0) {
        // Clipped by the track's shape: a short bar stays inside the round end.
        painter.setClipRect(done);
        painter.setBrush(fill);
        painter.drawRoundedRect(bar, kHeight / 2, kHeight / 2);
    }
    painter.restore();
}

QColor trackColor(const QStyleOptionViewItem& option) {
    if (!option.state.testFlag(QStyle::State_Selected))
        return tintColor(Tint::Line, option.palette);
    constexpr int kVeil = 56; // of 255
    QColor track = option.palette.color(QPalette::HighlightedText);
    track.setAlpha(kVeil);
    return track;
}

QRect paintDot(QPainter& painter, const QRect& rect, const QColor& color) {
    constexpr qreal kSize = 8;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(rect.left(), rect.top() + (rect.height() - kSize) / 2, kSize, kSize));
    painter.restore();
    return rect.adjusted(14, 0, 0, 0);
}

} // namespace essaim::gui
