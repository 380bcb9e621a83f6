// A tree that may have a hundred thousand rows in one folder.
#pragma once

#include <QTreeView>

namespace essaim::gui {

/// QTreeView asks for the place of every row that changed, seen or not, to find out what to draw: a quarter of a second
/// for a hundred thousand. This one draws anew what it shows. GUI thread.
class LongTreeView : public QTreeView {
    Q_OBJECT
public:
    using QTreeView::QTreeView;

    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles = {}) override;
};

} // namespace essaim::gui
