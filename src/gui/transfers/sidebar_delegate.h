// Rows of the sidebar.
#pragma once

#include <QStyledItemDelegate>

namespace essaim::gui {

/// Role of the number at the right end, as words.
inline constexpr int kSidebarCountRole = Qt::UserRole;
/// Role of the depth of a row in its tree; none = 0.
inline constexpr int kSidebarDepthRole = Qt::UserRole + 1;

/// Icon, words, number at the right, on a rounded ground when selected.
class SidebarDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace essaim::gui
