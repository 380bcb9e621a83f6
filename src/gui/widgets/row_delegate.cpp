#include "gui/widgets/row_delegate.h"

#include "gui/widgets/cell_painting.h"

#include <QPainter>

namespace essaim::gui {

namespace {
constexpr int kHeight = 26;
constexpr int kStyleMargin = 3; // Fusion keeps it beside the words
} // namespace

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem inner = option;
    if (Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight)) {
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
        inner.rect.adjust(0, 0, kStyleMargin - kCellMargin, 0);
    }
    QStyledItemDelegate::paint(painter, inner, index);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), kHeight));
    return size;
}

} // namespace essaim::gui
