#include "gui/widgets/cell_delegate.h"

#include "gui/widgets/cell_painting.h"

#include <QApplication>
#include <QPainter>

namespace essaim::gui {

namespace {

constexpr int kIconSize = 16;
constexpr int kIconGap = 8;
constexpr int kVerticalPadding = 10; ///< above and below the letters together, when they are large

} // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);

    QRect content = cell.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
    if (!cell.icon.isNull()) {
        const QRect icon =
            QStyle::alignedRect(cell.direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(kIconSize, kIconSize), content);
        cell.icon.paint(painter, icon);
        if (cell.direction == Qt::RightToLeft)
            content.setRight(content.right() - kIconSize - kIconGap);
        else
            content.setLeft(content.left() + kIconSize + kIconGap);
    }
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const QString words = cell.fontMetrics.elidedText(cell.text, cell.textElideMode, content.width());
    painter->drawText(content, int(QStyle::visualAlignment(cell.direction, cell.displayAlignment)), words);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(kRowHeight, option.fontMetrics.height() + kVerticalPadding));
    return size;
}

} // namespace essaim::gui
