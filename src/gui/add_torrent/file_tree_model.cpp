#include "gui/add_torrent/file_tree_model.h"

#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <algorithm>

namespace essaim::gui {

namespace {
constexpr int kSkip = 0;
constexpr int kNormal = 4;
} // namespace

FileTreeModel::FileTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_states{Qt::Checked} {}

void FileTreeModel::setFiles(const QList<engine::TorrentFileEntry>& files) {
    beginResetModel();
    m_tree.clear();
    for (const engine::TorrentFileEntry& file : files)
        m_tree.add(file.isPadding ? QString() : file.path, file.size);
    m_states.assign(std::size_t(m_tree.nodeCount()), Qt::Checked);
    endResetModel();
    Q_EMIT checkedChanged();
}

void FileTreeModel::setAllChecked(bool checked) {
    check(0, checked);
}

qint64 FileTreeModel::checkedSize() const {
    qint64 size = 0;
    for (int node = 1; node < m_tree.nodeCount(); ++node)
        size += !m_tree.isFolder(node) && state(node) == Qt::Checked ? m_tree.size(node) : 0;
    return size;
}

int FileTreeModel::checkedCount() const {
    int count = 0;
    for (int node = 1; node < m_tree.nodeCount(); ++node)
        count += !m_tree.isFolder(node) && state(node) == Qt::Checked ? 1 : 0;
    return count;
}

QList<int> FileTreeModel::priorities() const {
    QList<int> priorities;
    bool areAll = true;
    for (int file = 0; file < m_tree.fileCount(); ++file) {
        const int node = m_tree.nodeOfFile(file);
        const bool isWanted = node < 0 || state(node) == Qt::Checked;
        areAll = areAll && isWanted;
        priorities.append(isWanted ? kNormal : kSkip);
    }
    return areAll ? QList<int>() : priorities;
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(m_tree.child(nodeOf(parent), row)));
}

QModelIndex FileTreeModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOf(m_tree.parent(nodeOf(index))) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : m_tree.childCount(nodeOf(parent));
}

int FileTreeModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant FileTreeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int node = nodeOf(index);
    const bool isName = index.column() == NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? m_tree.name(node) : text::size(m_tree.size(node));
    case Qt::ToolTipRole:
        return isName ? QVariant(plainToolTip(m_tree.name(node))) : QVariant();
    case Qt::CheckStateRole:
        return isName ? QVariant(state(node)) : QVariant();
    case Qt::DecorationRole:
        return isName ? QVariant(themedIcon(
                            m_tree.isFolder(node) ? QStringLiteral("folder") : QStringLiteral("file"), Tint::Muted))
                      : QVariant();
    case Qt::TextAlignmentRole:
        return isName ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool FileTreeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    check(nodeOf(index), value.toInt() != Qt::Unchecked);
    return true;
}

Qt::ItemFlags FileTreeModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == NameColumn ? base | Qt::ItemIsUserCheckable : base;
}

QVariant FileTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == NameColumn ? tr("Name") : tr("Size");
    if (role == Qt::TextAlignmentRole)
        return int((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

QModelIndex FileTreeModel::indexOf(int node, int column) const {
    return node <= 0 ? QModelIndex() : createIndex(m_tree.row(node), column, quintptr(node));
}

void FileTreeModel::check(int node, bool checked) {
    setBelow(node, checked ? Qt::Checked : Qt::Unchecked);
    for (int above = m_tree.parent(node); above >= 0; above = m_tree.parent(above)) {
        state(above) = stateOfChildren(above);
        if (above > 0)
            Q_EMIT dataChanged(indexOf(above), indexOf(above), {Qt::CheckStateRole});
    }
    if (node > 0)
        Q_EMIT dataChanged(indexOf(node), indexOf(node), {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
}

void FileTreeModel::setBelow(int node, Qt::CheckState value) {
    state(node) = value;
    for (const int child : m_tree.children(node))
        setBelow(child, value);
    if (const int count = m_tree.childCount(node); count > 0 && m_tree.isSeen(node))
        Q_EMIT dataChanged(
            indexOf(m_tree.child(node, 0)), indexOf(m_tree.child(node, count - 1)), {Qt::CheckStateRole});
}

Qt::CheckState FileTreeModel::stateOfChildren(int node) const {
    const auto& children = m_tree.children(node);
    const auto all = [&](Qt::CheckState value) {
        return std::ranges::all_of(children, [&](int child) { return state(child) == value; });
    };
    return all(Qt::Checked) ? Qt::Checked : all(Qt::Unchecked) ? Qt::Unchecked : Qt::PartiallyChecked;
}

} // namespace essaim::gui
