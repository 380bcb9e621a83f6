// Draws the cells of the transfer list.
#pragma once

#include <QStyledItemDelegate>

namespace essaim::gui {

/// Plain words, a thin bar with its figure beside it, or a dot before the words, as the column's CellStyle says.
class TransferDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace essaim::gui
