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
    m_all.clear();
    m_some.clear();
    sum();
    endResetModel();
}

void ContentModel::setFilter(const QString& pattern) {
    const QString wanted = pattern.trimmed();
    if (wanted == m_pattern)
        return;
    beginResetModel();
    m_pattern = wanted;
    m_some = isFiltered() ? m_all.only(filesFitting(m_all, m_pattern)) : FileTree();
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

qsizetype ContentModel::shownCount() const {
    qsizetype count = 0;
    for (int file = 0; file < tree().fileCount(); ++file)
        count += tree().nodeOfFile(file) > 0 ? 1 : 0;
    return count;
}

void ContentModel::build() {
    m_all.clear();
    if (m_content.files) {
        for (const engine::ContentFile& file : *m_content.files)
            m_all.add(file.isPadding ? QString() : file.path, file.size);
    }
    if (isFiltered())
        m_some = m_all.only(filesFitting(m_all, m_pattern));
}

/// From the last node to the first: what is in a folder has a larger number than the folder.
void ContentModel::sum() {
    const auto count = std::size_t(tree().nodeCount());
    m_done.assign(count, 0);
    m_wanted.assign(count, 0);
    m_missing.assign(count, 0);
    m_copies.assign(count, 0);
    for (int node = int(count) - 1; node >= 0; --node) {
        const auto at = std::size_t(node);
        if (const int file = tree().file(node); file >= 0) {
            m_done[at] = m_content.done.value(file);
            m_wanted[at] = priorityOf(file) == kSkipFile ? 0 : tree().size(node);
            m_missing[at] = m_wanted[at] > 0 ? m_wanted[at] - m_done[at] : 0;
            m_copies[at] = m_content.availability.value(file) * double(tree().size(node));
        }
        if (node == 0)
            break;
        const auto above = std::size_t(tree().parent(node));
        m_done[above] += m_done[at];
        m_wanted[above] += m_wanted[at];
        m_missing[above] += m_missing[at];
        m_copies[above] += m_copies[at];
    }
    m_priorities.sum(tree(), [this](int file) { return priorityOf(file); });
}

void ContentModel::announce(int node) {
    const int count = tree().childCount(node);
    if (count == 0 || !tree().isSeen(node))
        return;
    const QModelIndex first = indexOf(tree().child(node, 0));
    const QModelIndex last = indexOf(tree().child(node, count - 1));
    Q_EMIT dataChanged(first, last.siblingAtColumn(ColumnCount - 1));
    for (const int child : tree().children(node)) {
        if (tree().isFolder(child))
            announce(child);
    }
}

QList<int> ContentModel::priorities() const {
    QList<int> result;
    for (int file = 0; file < m_all.fileCount(); ++file)
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
    if (!tree().isFolder(node))
        files.append(tree().file(node));
    for (const int child : tree().children(node))
        collect(child, files);
}

void ContentModel::collectAsShown(int node, QList<int>& files) const {
    if (!tree().isFolder(node))
        files.append(tree().file(node));
    for (int row = 0; row < tree().childCount(node); ++row)
        collectAsShown(tree().child(node, row), files);
}

ContentModel::Place ContentModel::placeOf(const QModelIndex& index) const {
    Place place;
    int inside = nodeOf(index);
    for (int node = inside; node > 0; node = tree().parent(node))
        ++place.depth;
    while (tree().isFolder(inside) && tree().childCount(inside) > 0)
        inside = tree().child(inside, 0);
    place.file = inside > 0 ? tree().file(inside) : -1;
    return place;
}

QModelIndex ContentModel::indexAt(Place place) const {
    int node = place.file >= 0 && place.file < tree().fileCount() ? tree().nodeOfFile(place.file) : 0;
    int depth = 0;
    for (int above = node; above > 0; above = tree().parent(above))
        ++depth;
    for (; depth > place.depth && node > 0; --depth)
        node = tree().parent(node);
    return indexOf(node);
}

QList<int> ContentModel::filesMatching(const QString& pattern) const {
    QList<int> files;
    const std::vector<char> fits = filesFitting(m_all, pattern);
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
    return tree().path(nodeOf(index));
}

/// The list is in order.
bool ContentModel::isMarked(int node) const {
    const int file = tree().file(node);
    return file >= 0 && std::ranges::binary_search(m_content.marked, file);
}

QString ContentModel::diskPath(int node) const {
    const QString path = tree().path(node);
    return isMarked(node) ? path + incompleteSuffix() : path;
}

QString ContentModel::toolTip(int node) const {
    const QString path = tree().path(node);
    if (!isMarked(node))
        return plainToolTip(path);
    return plainToolTip(
        path + u'\n' + tr("Called “%1” on the disk until it is complete").arg(tree().name(node) + incompleteSuffix()));
}

QModelIndex ContentModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(tree().child(nodeOf(parent), row)));
}

QModelIndex ContentModel::indexOf(int node) const {
    return node <= 0 ? QModelIndex() : createIndex(tree().row(node), NameColumn, quintptr(node));
}

QModelIndex ContentModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOf(tree().parent(nodeOf(index))) : QModelIndex();
}

int ContentModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : tree().childCount(nodeOf(parent));
}

int ContentModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

double ContentModel::progressOf(int node) const {
    const auto at = std::size_t(node);
    if (tree().isFolder(node) && m_wanted[at] > 0)
        return double(m_wanted[at] - m_missing[at]) / double(m_wanted[at]);
    const qint64 size = tree().size(node);
    return size > 0 ? double(m_done[at]) / double(size) : 1;
}

QString ContentModel::text(int node, int column) const {
    const auto at = std::size_t(node);
    const qint64 size = tree().size(node);
    switch (column) {
    case NameColumn:
        return tree().name(node);
    case SizeColumn:
        return text::size(size);
    case ProgressColumn:
        return text::percent(progressOf(node));
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
        return column == NameColumn ? QVariant(tree().name(node)) : QVariant();
    case Qt::ToolTipRole:
        return column == NameColumn ? QVariant(toolTip(node)) : QVariant();
    case Qt::CheckStateRole:
        return column == NameColumn ? QVariant(m_priorities.checkState(node)) : QVariant();
    case Qt::DecorationRole:
        return column == NameColumn
                   ? QVariant(themedIcon(
                         tree().isFolder(node) ? QStringLiteral("folder") : QStringLiteral("file"), Tint::Muted))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return int(
            column == NameColumn || column == PriorityColumn ? Qt::AlignLeft | Qt::AlignVCenter
                                                             : Qt::AlignRight | Qt::AlignVCenter);
    case kBarRole:
        if (column != ProgressColumn)
            return {};
        return progressOf(node);
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
    if (role != Qt::EditRole || name.isEmpty() || name == tree().name(nodeOf(index)))
        return false;
    if (name.contains(u'/') || name.contains(u'\\') || name == QLatin1String(".") || name == QLatin1String("..")) {
        Q_EMIT nameRefused(name);
        return false;
    }
    const QString old = pathOf(index);
    const QString renamed = old.left(old.size() - tree().name(nodeOf(index)).size()) + name;
    std::map<int, QString> paths;
    for (const int file : filesUnder(old))
        paths.emplace(file, renamed + pathOfFile(file).mid(old.size()));
    Q_EMIT namesWanted(paths);
    return false;
}

/// The file of that path or those in the folder, shown or not.
QList<int> ContentModel::filesUnder(const QString& path) const {
    QList<int> files;
    for (const auto& [file, itsPath] : paths()) {
        if (itsPath == path || itsPath.startsWith(path + u'/'))
            files.append(file);
    }
    return files;
}

Qt::ItemFlags ContentModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (isWhole(nodeOf(index)))
        base |= Qt::ItemIsDragEnabled;
    return index.column() == NameColumn ? base | Qt::ItemIsUserCheckable | Qt::ItemIsEditable : base;
}

/// All that lies there: a filter may hide what is not.
bool ContentModel::isWhole(int node) const {
    return node > 0 && m_done[std::size_t(node)] == tree().size(node) && !(isFiltered() && tree().isFolder(node));
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
        for (int above = tree().parent(node); isAlone && above > 0; above = tree().parent(above))
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
    for (int file = 0; file < m_all.fileCount(); ++file) {
        if (const int node = m_all.nodeOfFile(file); node >= 0)
            paths.emplace(file, m_all.path(node));
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
