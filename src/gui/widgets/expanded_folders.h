// Which folders of a tree of files are open.
#pragma once

#include <QModelIndex>
#include <QSet>
#include <QString>

class QTreeView;

namespace essaim::gui {

/// By their paths, so that they can be opened again after the model was reset. Folders stand before files in every
/// folder. GUI thread.
class ExpandedFolders {
public:
    void remember(const QTreeView& tree);
    /// Those that are still there.
    void restore(QTreeView& tree) const;

private:
    void remember(const QTreeView& tree, const QModelIndex& folder, const QString& path);
    void restore(QTreeView& tree, const QModelIndex& folder, const QString& path) const;

    QSet<QString> m_paths;
};

} // namespace essaim::gui
