#include "gui/details/content_model.h"

#include "engine/files/incomplete_names.h"
#include "gui/details/details_table.h"
#include "gui/widgets/file_pattern.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <QDir>
#include <QLocale>
#include <QMimeData>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace essaim::gui {

namespace {

constexpr qsizetype kSteps = 3; ///< of the priorities that prioritiesInOrder() gives

QString incompleteSuffix() {
    return QString::fromUtf8(engine::kIncompleteSuffix.data(), qsizetype(engine::kIncompleteSuffix.size()));
}

} // namespace

ContentModel::ContentModel(QObject* parent)
    : QAbstractItemModel(parent) {
    sum();
}

void ContentModel::clear() {
    beginResetModel();
    m_content = {};
    m_tree.clear();
    sum();
    endResetModel();
}

void ContentModel::setContent(const engine::ContentDetails& content) {
    const bool isNew = content.files != m_content.files;
    if (isNew)
        beginResetModel();
    m_content = content;
    if (isNew)
        build();
    sum();
    if (isNew)
        endResetModel();
    else
        announce(0);
}

void ContentModel::build() {
    m_tree.clear();
    if (!m_content.files)
        return;
    for (const engine::ContentFile& file : *m_content.files)
        m_tree.add(file.isPadding ? QString() : file.path, file.size);
}

/// From the last node to the first: what is in a folder has a larger number than the folder.
void ContentModel::sum() {
    const auto count = std::size_t(m_tree.nodeCount());
    m_done.assign(count, 0);
    m_missing.assign(count, 0);
    m_copies.assign(count, 0);
    for (int node = int(count) - 1; node >= 0; --node) {
        const auto at = std::size_t(node);
        if (const int file = m_tree.file(node); file >= 0) {
            m_done[at] = m_content.done.value(file);
            m_missing[at] = priorityOf(file) == kSkipFile ? 0 : m_tree.size(node) - m_done[at];
            m_copies[at] = m_content.availability.value(file) * double(m_tree.size(node));
        }
        if (node == 0)
            break;
        const auto above = std::size_t(m_tree.parent(node));
        m_done[above] += m_done[at];
        m_missing[above] += m_missing[at];
        m_copies[above] += m_copies[at];
    }
    m_priorities.sum(m_tree, [this](int file) { return priorityOf(file); });
}

void ContentModel::announce(int node) {
    const int count = m_tree.childCount(node);
    if (count == 0 || !m_tree.isSeen(node))
        return;
    const QModelIndex first = indexOf(m_tree.child(node, 0));
    const QModelIndex last = indexOf(m_tree.child(node, count - 1));
    Q_EMIT dataChanged(first, last.siblingAtColumn(ColumnCount - 1));
    for (const int child : m_tree.children(node)) {
        if (m_tree.isFolder(child))
            announce(child);
    }
}

QList<int> ContentModel::priorities() const {
    QList<int> result;
    for (int file = 0; file < m_tree.fileCount(); ++file)
        result.append(priorityOf(file));
    return result;
}

QList<int> ContentModel::prioritiesWith(const QModelIndexList& rows, int priority) const {
    QList<int> result = priorities();
    for (const int file : filesBelow(rows))
        result[file] = priority;
    return result;
}

QList<int> ContentModel::prioritiesInOrder(const QModelIndexList& rows) const {
    const QList<int> below = filesBelow(rows);
    const QSet<int> chosen(below.begin(), below.end());
    QList<int> files;
    collectAsShown(0, files);
    files.removeIf([&](int file) { return !chosen.contains(file) || priorityOf(file) == kSkipFile; });
    const QList<int> steps = choosablePriorities().first(kSteps);
    QList<int> result = priorities();
    for (qsizetype i = 0; i < files.size(); ++i)
        result[files[i]] = steps[i * kSteps / files.size()];
    return result;
}

QList<int> ContentModel::filesBelow(const QModelIndexList& rows) const {
    QList<int> files;
    for (const QModelIndex& row : rows)
        collect(nodeOf(row), files);
    return files;
}

void ContentModel::collect(int node, QList<int>& files) const {
    if (!m_tree.isFolder(node))
        files.append(m_tree.file(node));
    for (const int child : m_tree.children(node))
        collect(child, files);
}

void ContentModel::collectAsShown(int node, QList<int>& files) const {
    if (!m_tree.isFolder(node))
        files.append(m_tree.file(node));
    for (int row = 0; row < m_tree.childCount(node); ++row)
        collectAsShown(m_tree.child(node, row), files);
}

QList<int> ContentModel::filesMatching(const QString& pattern) const {
    QList<int> files;
    const std::vector<char> fits = filesFitting(m_tree, pattern);
    for (std::size_t file = 0; file < fits.size(); ++file) {
        if (fits[file] != 0)
            files.append(int(file));
    }
    return files;
}

qint64 ContentModel::sizeOf(const QList<int>& files) const {
    qint64 size = 0;
    for (const int file : files)
        size += m_content.files ? m_content.files->value(file).size : 0;
    return size;
}

QString ContentModel::pathOf(const QModelIndex& index) const {
    return m_tree.path(nodeOf(index));
}

/// The list is in order.
bool ContentModel::isMarked(int node) const {
    const int file = m_tree.file(node);
    return file >= 0 && std::ranges::binary_search(m_content.marked, file);
}

QString ContentModel::diskPath(int node) const {
    const QString path = m_tree.path(node);
    return isMarked(node) ? path + incompleteSuffix() : path;
}

QString ContentModel::toolTip(int node) const {
    const QString path = m_tree.path(node);
    if (!isMarked(node))
        return plainToolTip(path);
    return plainToolTip(
        path + u'\n' + tr("Called “%1” on the disk until it is complete").arg(m_tree.name(node) + incompleteSuffix()));
}

QModelIndex ContentModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(m_tree.child(nodeOf(parent), row)));
}

QModelIndex ContentModel::indexOf(int node) const {
    return node <= 0 ? QModelIndex() : createIndex(m_tree.row(node), NameColumn, quintptr(node));
}

QModelIndex ContentModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOf(m_tree.parent(nodeOf(index))) : QModelIndex();
}

int ContentModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : m_tree.childCount(nodeOf(parent));
}

int ContentModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QString ContentModel::text(int node, int column) const {
    const auto at = std::size_t(node);
    const qint64 size = m_tree.size(node);
    switch (column) {
    case NameColumn:
        return m_tree.name(node);
    case SizeColumn:
        return text::size(size);
    case ProgressColumn:
        return text::percent(size > 0 ? double(m_done[at]) / double(size) : 1);
    case PriorityColumn:
        return m_priorities.words(node);
    case RemainingColumn:
        return m_missing[at] > 0 ? text::size(m_missing[at]) : QString();
    case AvailabilityColumn:
        return m_content.availability.isEmpty() || size == 0 ? QString()
                                                             : QLocale().toString(m_copies[at] / double(size), 'f', 2);
    default:
        return {};
    }
}

QVariant ContentModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int node = nodeOf(index);
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(node, column);
    case Qt::EditRole:
        return column == NameColumn ? QVariant(m_tree.name(node)) : QVariant();
    case Qt::ToolTipRole:
        return column == NameColumn ? QVariant(toolTip(node)) : QVariant();
    case Qt::CheckStateRole:
        return column == NameColumn ? QVariant(m_priorities.checkState(node)) : QVariant();
    case Qt::DecorationRole:
        return column == NameColumn
                   ? QVariant(themedIcon(
                         m_tree.isFolder(node) ? QStringLiteral("folder") : QStringLiteral("file"), Tint::Muted))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return int(
            column == NameColumn || column == PriorityColumn ? Qt::AlignLeft | Qt::AlignVCenter
                                                             : Qt::AlignRight | Qt::AlignVCenter);
    case kBarRole:
        if (column != ProgressColumn)
            return {};
        return m_tree.size(node) > 0 ? double(m_done[std::size_t(node)]) / double(m_tree.size(node)) : 1.0;
    default:
        return {};
    }
}

bool ContentModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != NameColumn)
        return false;
    if (role == Qt::CheckStateRole) {
        Q_EMIT prioritiesWanted(prioritiesWith({index}, value.toInt() == Qt::Unchecked ? kSkipFile : kNormalFile));
        return false; // shown once it is so
    }
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || name.isEmpty() || name == m_tree.name(nodeOf(index)) || name.contains(u'/'))
        return false;
    const QString old = pathOf(index);
    const QString renamed = old.left(old.size() - m_tree.name(nodeOf(index)).size()) + name;
    std::map<int, QString> paths;
    for (const int file : filesBelow({index}))
        paths.emplace(file, renamed + m_tree.path(m_tree.nodeOfFile(file)).mid(old.size()));
    Q_EMIT namesWanted(paths);
    return false;
}

Qt::ItemFlags ContentModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (isWhole(nodeOf(index)))
        base |= Qt::ItemIsDragEnabled;
    return index.column() == NameColumn ? base | Qt::ItemIsUserCheckable | Qt::ItemIsEditable : base;
}

bool ContentModel::isWhole(int node) const {
    return node > 0 && m_done[std::size_t(node)] == m_tree.size(node);
}

QStringList ContentModel::mimeTypes() const {
    return {QStringLiteral("text/uri-list")};
}

QMimeData* ContentModel::mimeData(const QModelIndexList& indexes) const {
    QSet<int> chosen;
    for (const QModelIndex& index : indexes)
        chosen.insert(nodeOf(index));
    QList<QUrl> urls;
    for (const QModelIndex& index : indexes) {
        const int node = nodeOf(index);
        bool isAlone = index.column() == NameColumn && isWhole(node); // what is in a chosen folder comes with it
        for (int above = m_tree.parent(node); isAlone && above > 0; above = m_tree.parent(above))
            isAlone = !chosen.contains(above);
        if (isAlone)
            urls.append(QUrl::fromLocalFile(QDir(m_folder).filePath(diskPath(node))));
    }
    if (urls.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setUrls(urls);
    return data;
}

std::map<int, QString> ContentModel::paths() const {
    std::map<int, QString> paths;
    for (int file = 0; file < m_tree.fileCount(); ++file) {
        if (const int node = m_tree.nodeOfFile(file); node >= 0)
            paths.emplace(file, m_tree.path(node));
    }
    return paths;
}

QVariant ContentModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            section == NameColumn || section == PriorityColumn || section == ProgressColumn
                ? Qt::AlignLeft | Qt::AlignVCenter
                : Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == AvailabilityColumn)
        return tr("Full copies among the connected peers");
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[ColumnCount] = {tr("Name"),     tr("Size"),      tr("Progress"),
                                         tr("Priority"), tr("Remaining"), tr("Availability")};
    return titles[section];
}

} // namespace essaim::gui
