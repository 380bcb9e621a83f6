// Rows of lists and trees with room to breathe.
#pragma once

#include <QStyledItemDelegate>

namespace essaim::gui {

/// The usual item, 26 px high; words at the right end in line with the words of the header.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace essaim::gui
