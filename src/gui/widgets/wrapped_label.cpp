#include "gui/widgets/wrapped_label.h"

#include <QResizeEvent>

#include <utility>

namespace essaim::gui {

WrappedLabel::WrappedLabel(QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

QSize WrappedLabel::minimumSizeHint() const {
    return highEnough(QLabel::minimumSizeHint());
}

QSize WrappedLabel::sizeHint() const {
    return highEnough(QLabel::sizeHint());
}

QSize WrappedLabel::highEnough(const QSize& size) const {
    return {size.width(), text().isEmpty() || m_width == 0 ? size.height() : heightForWidth(m_width)};
}

void WrappedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    if (std::exchange(m_width, width()) != width())
        updateGeometry();
}

} // namespace essaim::gui
