#include "gui/add_torrent/file_tree_model.h"

#include "gui/widgets/file_pattern.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <algorithm>

namespace essaim::gui {

FileTreeModel::FileTreeModel(QObject* parent)
    : QAbstractItemModel(parent) {
    sum();
}

void FileTreeModel::setFiles(const QList<engine::TorrentFileEntry>& files) {
    beginResetModel();
    m_all.clear();
    for (const engine::TorrentFileEntry& file : files)
        m_all.add(file.isPadding ? QString() : file.path, file.size);
    m_pattern.clear();
    m_some.clear();
    m_wanted.assign(std::size_t(files.size()), kNormalFile);
    sum();
    endResetModel();
    Q_EMIT checkedChanged();
}

void FileTreeModel::setFilter(const QString& pattern) {
    const QString wanted = pattern.trimmed();
    if (wanted == m_pattern)
        return;
    beginResetModel();
    m_pattern = wanted;
    if (isFiltered())
        m_some = m_all.only(filesFitting(m_all, m_pattern));
    else
        m_some.clear();
    sum();
    endResetModel();
}

void FileTreeModel::sum() {
    m_priorities.sum(tree(), [this](int file) { return m_wanted[std::size_t(file)]; });
    m_shownCount = 0;
    for (int file = 0; file < tree().fileCount(); ++file)
        m_shownCount += tree().nodeOfFile(file) > 0 ? 1 : 0;
}

/// After m_wanted has changed.
void FileTreeModel::tell() {
    sum();
    announce(0);
    Q_EMIT checkedChanged();
}

void FileTreeModel::announce(int node) {
    const int count = tree().childCount(node);
    if (count == 0 || !tree().isSeen(node))
        return;
    Q_EMIT dataChanged(indexOf(tree().child(node, 0)), indexOf(tree().child(node, count - 1), PriorityColumn));
    for (const int child : tree().children(node)) {
        if (tree().isFolder(child))
            announce(child);
    }
}

void FileTreeModel::collect(int node, std::vector<int>& files) const {
    if (const int file = tree().file(node); file >= 0)
        files.push_back(file);
    for (const int child : tree().children(node))
        collect(child, files);
}

std::vector<int> FileTreeModel::filesBelow(const QModelIndexList& rows) const {
    std::vector<int> files;
    for (const QModelIndex& row : rows)
        collect(nodeOf(row), files);
    return files;
}

void FileTreeModel::setAllChecked(bool checked) {
    setChecked({QModelIndex()}, checked);
}

void FileTreeModel::setChecked(const QModelIndexList& rows, bool checked) {
    for (const int file : filesBelow(rows)) {
        signed char& wanted = m_wanted[std::size_t(file)];
        if (!checked)
            wanted = kSkipFile;
        else if (wanted == kSkipFile)
            wanted = kNormalFile;
    }
    tell();
}

void FileTreeModel::setPriority(const QModelIndexList& rows, int priority) {
    for (const int file : filesBelow(rows))
        m_wanted[std::size_t(file)] = static_cast<signed char>(priority);
    tell();
}

QList<int> FileTreeModel::prioritiesOf(const QModelIndexList& rows) const {
    QList<int> priorities;
    for (const int file : filesBelow(rows))
        priorities.append(m_wanted[std::size_t(file)]);
    return priorities;
}

void FileTreeModel::uncheck(const QList<bool>& files) {
    bool isAny = false;
    for (int file = 0; file < qMin(m_all.fileCount(), int(files.size())); ++file) {
        if (!files[file] || m_all.nodeOfFile(file) < 0)
            continue;
        m_wanted[std::size_t(file)] = kSkipFile;
        isAny = true;
    }
    if (isAny)
        tell();
}

qint64 FileTreeModel::checkedSize() const {
    qint64 size = 0;
    for (int file = 0; file < m_all.fileCount(); ++file) {
        if (const int node = m_all.nodeOfFile(file); node > 0 && m_wanted[std::size_t(file)] != kSkipFile)
            size += m_all.size(node);
    }
    return size;
}

int FileTreeModel::checkedCount() const {
    int count = 0;
    for (int file = 0; file < m_all.fileCount(); ++file)
        count += m_all.nodeOfFile(file) > 0 && m_wanted[std::size_t(file)] != kSkipFile ? 1 : 0;
    return count;
}

QList<int> FileTreeModel::priorities() const {
    if (std::ranges::all_of(m_wanted, [](signed char priority) { return priority == kNormalFile; }))
        return {};
    return {m_wanted.begin(), m_wanted.end()};
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(tree().child(nodeOf(parent), row)));
}

QModelIndex FileTreeModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOf(tree().parent(nodeOf(index))) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : tree().childCount(nodeOf(parent));
}

int FileTreeModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QString FileTreeModel::text(int node, int column) const {
    if (column == NameColumn)
        return tree().name(node);
    return column == SizeColumn ? text::size(tree().size(node)) : m_priorities.words(node);
}

QVariant FileTreeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int node = nodeOf(index);
    const bool isName = index.column() == NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(node, index.column());
    case Qt::ToolTipRole:
        return isName ? QVariant(plainToolTip(tree().name(node))) : QVariant();
    case Qt::CheckStateRole:
        return isName ? QVariant(m_priorities.checkState(node)) : QVariant();
    case Qt::DecorationRole:
        return isName ? QVariant(themedIcon(
                            tree().isFolder(node) ? QStringLiteral("folder") : QStringLiteral("file"), Tint::Muted))
                      : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool FileTreeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    setChecked({index}, value.toInt() != Qt::Unchecked);
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
        return section == NameColumn ? tr("Name") : section == SizeColumn ? tr("Size") : tr("Priority");
    if (role == Qt::TextAlignmentRole)
        return int((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QModelIndex FileTreeModel::indexOf(int node, int column) const {
    return node <= 0 ? QModelIndex() : createIndex(tree().row(node), column, quintptr(node));
}

} // namespace essaim::gui
