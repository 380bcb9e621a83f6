#include "gui/tracker/tint_dot.h"

#include <QPainter>

namespace essaim::gui {

namespace {

constexpr int kSize = 16;
constexpr qreal kRadius = 4.5;

} // namespace

TintDot::TintDot(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TintDot::setTint(Tint tint) {
    m_tint = tint;
    update();
}

QSize TintDot::sizeHint() const {
    return {kSize, kSize};
}

void TintDot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tintColor(m_tint, palette()));
    painter.drawEllipse(QRectF(rect()).center(), kRadius, kRadius);
}

} // namespace essaim::gui
