#include "gui/widgets/long_tree_view.h"

namespace essaim::gui {

void LongTreeView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) {
    constexpr int kMany = 200;
    if (bottomRight.row() - topLeft.row() < kMany)
        return QTreeView::dataChanged(topLeft, bottomRight, roles);
    if (const QModelIndex current = currentIndex(); current.isValid() && current.parent() == topLeft.parent())
        QTreeView::dataChanged(current, current, roles); // an editor may be open there
    viewport()->update();
}

} // namespace essaim::gui
