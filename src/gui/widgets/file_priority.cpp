#include "gui/widgets/file_priority.h"

#include <QMenu>

#include <algorithm>

namespace essaim::gui {

namespace {

constexpr signed char kMixed = -1;
constexpr signed char kNothing = -2; ///< of a folder whose files have not been counted yet
constexpr int kLow = 1;
constexpr int kHigh = 6;
constexpr int kFirst = 7;

class FilePriority {
    Q_DECLARE_TR_FUNCTIONS(essaim::gui::FilePriority)
};

} // namespace

QString priorityWords(int priority) {
    if (priority == kSkipFile)
        return FilePriority::tr("Not wanted");
    if (priority < kNormalFile)
        return FilePriority::tr("Low", "priority of a file");
    if (priority == kNormalFile)
        return FilePriority::tr("Normal", "priority of a file");
    return priority < kFirst ? FilePriority::tr("High", "priority of a file")
                             : FilePriority::tr("First", "priority of a file");
}

QList<int> choosablePriorities() {
    return {kFirst, kHigh, kNormalFile, kLow, kSkipFile};
}

void addPriorityActions(QMenu& menu, const QList<int>& now, const std::function<void(int priority)>& choose) {
    for (const int priority : choosablePriorities()) {
        QAction* action = menu.addAction(priorityWords(priority));
        action->setCheckable(true);
        action->setChecked(!now.isEmpty() && std::ranges::all_of(now, [&](int one) { return one == priority; }));
        QObject::connect(action, &QAction::triggered, &menu, [choose, priority] { choose(priority); });
    }
}

/// From the last node to the first: what is in a folder has a larger number than the folder.
void FolderPriorities::sum(const FileTree& tree, const std::function<int(int file)>& priorityOf) {
    const auto count = std::size_t(tree.nodeCount());
    m_priorities.assign(count, kNothing);
    m_least.assign(count, kFirst);
    for (std::size_t at = count - 1; at > 0; --at) {
        if (const int file = tree.file(int(at)); file >= 0)
            m_priorities[at] = m_least[at] = static_cast<signed char>(priorityOf(file));
        const auto above = std::size_t(tree.parent(int(at)));
        m_least[above] = std::min(m_least[above], m_least[at]);
        if (m_priorities[above] == kNothing)
            m_priorities[above] = m_priorities[at];
        else if (m_priorities[above] != m_priorities[at])
            m_priorities[above] = kMixed;
    }
}

QString FolderPriorities::words(int node) const {
    const signed char priority = m_priorities[std::size_t(node)];
    return priority == kMixed ? tr("Mixed") : priorityWords(priority);
}

Qt::CheckState FolderPriorities::checkState(int node) const {
    const signed char priority = m_priorities[std::size_t(node)];
    if (priority == kSkipFile)
        return Qt::Unchecked;
    if (priority != kMixed)
        return Qt::Checked;
    return m_least[std::size_t(node)] == kSkipFile ? Qt::PartiallyChecked : Qt::Checked;
}

} // namespace essaim::gui
