// Cells of the friends' table: pictures as large as the row allows, a dot before the standing.
#pragma once

#include "gui/widgets/cell_delegate.h"

namespace essaim::gui {

class FriendDelegate : public CellDelegate {
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace essaim::gui
