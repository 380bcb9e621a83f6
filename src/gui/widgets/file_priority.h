// How much the files of a torrent are wanted: the words, the choice, and what folders say of the files in them.
#pragma once

#include "gui/widgets/file_tree.h"

#include <QCoreApplication>

#include <functional>
#include <vector>

class QMenu;

namespace essaim::gui {

/// As engine::AddTorrentRequest::filePriorities has them, 0 to 7.
inline constexpr int kSkipFile = 0;
inline constexpr int kNormalFile = 4;

/// "Normal", "Not wanted".
[[nodiscard]] QString priorityWords(int priority);
/// Those that the user chooses from, the highest first.
[[nodiscard]] QList<int> choosablePriorities();
/// A line for each; ticked if all of `now` are so.
void addPriorityActions(QMenu& menu, const QList<int>& now, const std::function<void(int priority)>& choose);

/// What all files below a node have in common. GUI thread.
class FolderPriorities {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::FolderPriorities)
public:
    /// Anew for the whole tree; `priorityOf` a file, by its index.
    void sum(const FileTree& tree, const std::function<int(int file)>& priorityOf);

    [[nodiscard]] QString words(int node) const;
    /// Ticked partly: some files below are wanted, some are not.
    [[nodiscard]] Qt::CheckState checkState(int node) const;

private:
    std::vector<signed char> m_priorities; ///< by node: that of all files below, or kMixed
    std::vector<signed char> m_least;
};

} // namespace essaim::gui
