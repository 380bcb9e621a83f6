// Rows of the lists at the left of a page.
#pragma once

#include <QStyledItemDelegate>

namespace essaim::gui {

/// Icon, words, number at the right, on a rounded ground when selected.
class GroupDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int kCountRole = Qt::UserRole;     ///< the number, in words
    static constexpr int kDepthRole = Qt::UserRole + 1; ///< of a row in its tree; none = 0

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace essaim::gui
