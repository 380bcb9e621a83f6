#include "gui/tracker/toggle_switch.h"

#include "gui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace essaim::gui {

namespace {

constexpr int kWidth = 40;
constexpr int kHeight = 22;
constexpr int kFocusMargin = 3; ///< room for the focus ring
constexpr int kKnobMargin = 3;

} // namespace

ToggleSwitch::ToggleSwitch(QWidget* parent)
    : QAbstractButton(parent) {
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ToggleSwitch::sizeHint() const {
    return {kWidth + 2 * kFocusMargin, kHeight + 2 * kFocusMargin};
}

void ToggleSwitch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(kFocusMargin, kFocusMargin, kWidth, kHeight);
    if (hasFocus()) {
        painter.setPen(QPen(tintColor(Tint::Moving, palette()), 1.5));
        painter.setBrush(Qt::NoBrush);
        const QRectF ring = track.adjusted(-2, -2, 2, 2);
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
    }
    QColor color = tintColor(isChecked() ? Tint::Whole : Tint::Muted, palette());
    if (!isEnabled())
        color.setAlphaF(0.4F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);

    const qreal diameter = track.height() - 2 * kKnobMargin;
    const bool knobRight = isChecked() != isRightToLeft();
    const qreal left = knobRight ? track.right() - kKnobMargin - diameter : track.left() + kKnobMargin;
    painter.setBrush(Qt::white);
    painter.drawEllipse(QRectF(left, track.top() + kKnobMargin, diameter, diameter));
}

void ToggleSwitch::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace essaim::gui
