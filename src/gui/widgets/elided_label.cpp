#include "gui/widgets/elided_label.h"

#include <QPainter>
#include <QStyle>

namespace essaim::gui {

namespace {
constexpr int kLeastWidth = 80;
}

QSize ElidedLabel::minimumSizeHint() const {
    return {kLeastWidth, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QString words = fontMetrics().elidedText(text(), Qt::ElideMiddle, contentsRect().width());
    style()->drawItemText(
        &painter, contentsRect(), int(alignment()) | Qt::TextSingleLine, palette(), isEnabled(), words,
        foregroundRole());
}

} // namespace essaim::gui
