#include "gui/widgets/dot_label.h"

#include "gui/widgets/cell_painting.h"

#include <QPainter>

namespace essaim::gui {

DotLabel::DotLabel(QWidget* parent)
    : ElidedLabel(parent) {
    setContentsMargins(14, 0, 0, 0);
}

void DotLabel::setState(Tint tint, const QString& words) {
    m_tint = tint;
    if (text() != words)
        setText(words);
    update();
}

void DotLabel::paintEvent(QPaintEvent* event) {
    ElidedLabel::paintEvent(event);
    QPainter painter(this);
    paintDot(painter, rect(), tintColor(m_tint, palette()));
}

} // namespace essaim::gui
