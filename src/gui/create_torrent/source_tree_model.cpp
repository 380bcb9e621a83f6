#include "gui/create_torrent/source_tree_model.h"

#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>

namespace essaim::gui {

namespace {

using Reason = engine::LeftOutFile::Reason;

QString wordOf(Reason reason) {
    switch (reason) {
    case Reason::Unreadable:
        return SourceTreeModel::tr("unreadable");
    case Reason::Special:
        return SourceTreeModel::tr("no ordinary file");
    case Reason::Link:
        return SourceTreeModel::tr("link");
    case Reason::UnusableName:
        return SourceTreeModel::tr("unusable name");
    case Reason::Junk:
        return SourceTreeModel::tr("junk");
    case Reason::Hidden:
        return SourceTreeModel::tr("hidden");
    case Reason::Excluded:
        return SourceTreeModel::tr("by a pattern");
    case Reason::Unticked:
        break;
    }
    return {};
}

void gatherUnticked(const SourceNode& node, QStringList& paths) {
    for (const auto& child : node.children) {
        const bool isOut = child->files > 0 && child->tickedFiles == 0;
        if (isOut)
            paths.append(child->diskPath());
        else if (child->tickedFiles != child->files)
            gatherUnticked(*child, paths);
    }
}

} // namespace

SourceTreeModel::SourceTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(makeSourceTree({}, nullptr)) {}

SourceTreeModel::~SourceTreeModel() = default;

void SourceTreeModel::replace(std::unique_ptr<SourceNode> root, const QStringList& unticked) {
    beginResetModel();
    m_root = std::move(root);
    m_hidden = m_root->untick(unticked);
    endResetModel();
}

void SourceTreeModel::setSources(const QStringList& sources) {
    const QStringList before = unticked();
    replace(makeSourceTree(sources, nullptr), before);
}

QStringList SourceTreeModel::sources() const {
    QStringList result;
    for (const auto& top : m_root->children)
        result.append(top->name);
    return result;
}

void SourceTreeModel::setTree(std::unique_ptr<SourceNode> root) {
    const QStringList before = unticked();
    replace(std::move(root), before);
}

void SourceTreeModel::setUnticked(const QStringList& paths) {
    m_root->tick(true);
    replace(std::move(m_root), paths);
    Q_EMIT ticked();
}

QStringList SourceTreeModel::unticked() const {
    QStringList paths = m_hidden;
    gatherUnticked(*m_root, paths);
    return paths;
}

void SourceTreeModel::untick(const QStringList& paths) {
    m_hidden += m_root->untick(paths);
    announceBelow(m_root.get());
    m_hidden.removeDuplicates();
    Q_EMIT ticked();
}

QString SourceTreeModel::diskPath(const QModelIndex& index) const {
    return index.isValid() ? nodeOf(index)->diskPath() : QString();
}

QModelIndex SourceTreeModel::indexOf(const QString& diskPath) const {
    const SourceNode* node = m_root->find(diskPath);
    return node ? indexOf(node) : QModelIndex();
}

QModelIndex SourceTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[std::size_t(row)].get());
}

QModelIndex SourceTreeModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int SourceTreeModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int SourceTreeModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant SourceTreeModel::shown(const SourceNode& node, int column) const {
    if (column == SizeColumn) {
        if (node.leftOut)
            return wordOf(*node.leftOut);
        return node.files > 0 ? text::size(node.size) : QString();
    }
    if (node.parent != m_root.get())
        return node.name;
    const QString last = node.name.section(u'/', -1);
    return last.isEmpty() ? node.name : last;
}

QVariant SourceTreeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceNode& node = *nodeOf(index);
    const bool isName = index.column() == NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        return shown(node, index.column());
    case Qt::ToolTipRole:
        if (!isName && node.leftOut)
            return tr("It stays out of the torrent");
        return isName ? QVariant(plainToolTip(QDir::toNativeSeparators(node.diskPath()))) : QVariant();
    case Qt::CheckStateRole:
        return isName && node.files > 0 ? QVariant(node.state()) : QVariant();
    case Qt::ForegroundRole:
        if (node.leftOut || (node.files > 0 && node.tickedFiles == 0))
            return tintColor(Tint::Muted, QGuiApplication::palette());
        return {};
    case Qt::DecorationRole:
        return isName ? QVariant(
                            themedIcon(node.isFolder ? QStringLiteral("folder") : QStringLiteral("file"), Tint::Muted))
                      : QVariant();
    case Qt::TextAlignmentRole:
        return int((isName ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool SourceTreeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::CheckStateRole)
        return false;
    SourceNode* node = nodeOf(index);
    node->tick(value.toInt() != Qt::Unchecked);
    node->countUpwards();
    announceBelow(node);
    for (const SourceNode* above = node->parent; above && above->parent; above = above->parent)
        Q_EMIT dataChanged(indexOf(above), indexOf(above), {Qt::CheckStateRole});
    Q_EMIT ticked();
    return true;
}

Qt::ItemFlags SourceTreeModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool hasBox = index.column() == NameColumn && nodeOf(index)->files > 0;
    return hasBox ? base | Qt::ItemIsUserCheckable : base;
}

QVariant SourceTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == NameColumn ? tr("Source") : tr("Size");
    if (role == Qt::TextAlignmentRole)
        return int((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

SourceNode* SourceTreeModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<SourceNode*>(index.internalPointer()) : m_root.get();
}

QModelIndex SourceTreeModel::indexOf(const SourceNode* node) const {
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, NameColumn, node);
}

void SourceTreeModel::announceBelow(const SourceNode* node) {
    if (node->parent)
        Q_EMIT dataChanged(indexOf(node), createIndex(node->row, SizeColumn, node));
    if (node->children.empty())
        return;
    const SourceNode* first = node->children.front().get();
    const SourceNode* last = node->children.back().get();
    Q_EMIT dataChanged(indexOf(first), createIndex(last->row, SizeColumn, last));
    for (const auto& child : node->children) {
        if (child->isFolder)
            announceBelow(child.get());
    }
}

} // namespace essaim::gui
