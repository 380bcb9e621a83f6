#include "gui/widgets/expanded_folders.h"

#include <QTreeView>

namespace essaim::gui {

namespace {

QString pathOf(const QModelIndex& folder, const QString& above) {
    return above + u'/' + folder.data().toString();
}

} // namespace

void ExpandedFolders::remember(const QTreeView& tree) {
    m_paths.clear();
    remember(tree, {}, {});
}

void ExpandedFolders::restore(QTreeView& tree) const {
    if (!m_paths.isEmpty())
        restore(tree, {}, {});
}

/// Ends at the first file, so that a folder of a hundred thousand files is not gone through.
void ExpandedFolders::remember(const QTreeView& tree, const QModelIndex& folder, const QString& path) {
    const QAbstractItemModel& model = *tree.model();
    for (int row = 0; row < model.rowCount(folder); ++row) {
        const QModelIndex child = model.index(row, 0, folder);
        if (!model.hasChildren(child))
            return;
        if (!tree.isExpanded(child))
            continue;
        m_paths.insert(pathOf(child, path));
        remember(tree, child, pathOf(child, path));
    }
}

void ExpandedFolders::restore(QTreeView& tree, const QModelIndex& folder, const QString& path) const {
    const QAbstractItemModel& model = *tree.model();
    for (int row = 0; row < model.rowCount(folder); ++row) {
        const QModelIndex child = model.index(row, 0, folder);
        if (!model.hasChildren(child))
            return;
        if (!m_paths.contains(pathOf(child, path)))
            continue;
        tree.expand(child);
        restore(tree, child, pathOf(child, path));
    }
}

} // namespace essaim::gui
