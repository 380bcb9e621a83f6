#include "gui/add_torrent/file_tree_model.h"

#include "gui/widgets/natural_order.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <QHash>

#include <algorithm>

namespace essaim::gui {

namespace {
constexpr int kSkip = 0;
constexpr int kNormal = 4;
} // namespace

struct FileTreeModel::Node {
    QString name;
    Node* parent = nullptr;
    int row = 0;
    bool isFolder = false;
    qint64 size = 0; ///< of everything below
    Qt::CheckState state = Qt::Checked;
    std::vector<std::unique_ptr<Node>> children;

    Node* add(const QString& childName, bool folder) {
        auto child = std::make_unique<Node>();
        child->name = childName;
        child->parent = this;
        child->isFolder = folder;
        children.push_back(std::move(child));
        return children.back().get();
    }

    /// Folders first, then names as people count: 2 before 10.
    void sort(const QCollator& collator) {
        std::ranges::sort(children, [&collator](const auto& left, const auto& right) {
            if (left->isFolder != right->isFolder)
                return left->isFolder;
            return collator.compare(left->name, right->name) < 0;
        });
        for (std::size_t i = 0; i < children.size(); ++i) {
            children[i]->row = int(i);
            children[i]->sort(collator);
        }
    }

    void setBelow(Qt::CheckState value) {
        state = value;
        for (const auto& child : children)
            child->setBelow(value);
    }

    void followChildren() {
        const auto all = [this](Qt::CheckState value) {
            return std::ranges::all_of(children, [value](const auto& child) { return child->state == value; });
        };
        state = all(Qt::Checked) ? Qt::Checked : all(Qt::Unchecked) ? Qt::Unchecked : Qt::PartiallyChecked;
    }
};

FileTreeModel::FileTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>()) {
    m_root->isFolder = true;
}

FileTreeModel::~FileTreeModel() = default;

void FileTreeModel::setFiles(const QList<engine::TorrentFileEntry>& files) {
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->isFolder = true;
    m_files.clear();
    QHash<QString, Node*> folders; // by path, so that a folder of many files is found at once
    for (const engine::TorrentFileEntry& file : files) {
        if (file.isPadding) {
            m_files.push_back(nullptr);
            continue;
        }
        Node* folder = m_root.get();
        qsizetype begin = 0;
        for (qsizetype end = file.path.indexOf(QLatin1Char('/')); end >= 0;
             begin = end + 1, end = file.path.indexOf(QLatin1Char('/'), begin)) {
            Node*& known = folders[file.path.left(end)];
            if (!known)
                known = folder->add(file.path.mid(begin, end - begin), true);
            folder = known;
        }
        Node* node = folder->add(file.path.mid(begin), false);
        m_files.push_back(node);
        for (Node* above = node; above; above = above->parent)
            above->size += file.size;
    }
    m_root->sort(naturalOrder());
    endResetModel();
    Q_EMIT checkedChanged();
}

void FileTreeModel::setAllChecked(bool checked) {
    check(m_root.get(), checked);
}

qint64 FileTreeModel::checkedSize() const {
    qint64 size = 0;
    for (const Node* file : m_files)
        size += file && file->state == Qt::Checked ? file->size : 0;
    return size;
}

int FileTreeModel::checkedCount() const {
    return int(std::ranges::count_if(m_files, [](const Node* file) { return file && file->state == Qt::Checked; }));
}

QList<int> FileTreeModel::priorities() const {
    const bool all = std::ranges::all_of(m_files, [](const Node* file) { return !file || file->state == Qt::Checked; });
    QList<int> priorities;
    if (all)
        return priorities;
    for (const Node* file : m_files)
        priorities.append(!file || file->state == Qt::Checked ? kNormal : kSkip);
    return priorities;
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[std::size_t(row)].get());
}

QModelIndex FileTreeModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int FileTreeModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant FileTreeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node* node = nodeOf(index);
    const bool isName = index.column() == NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? node->name : text::size(node->size);
    case Qt::ToolTipRole:
        return isName ? QVariant(plainToolTip(node->name)) : QVariant();
    case Qt::CheckStateRole:
        return isName ? QVariant(node->state) : QVariant();
    case Qt::DecorationRole:
        return isName ? QVariant(
                            themedIcon(node->isFolder ? QStringLiteral("folder") : QStringLiteral("file"), Tint::Muted))
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

FileTreeModel::Node* FileTreeModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex FileTreeModel::indexOf(const Node* node) const {
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, NameColumn, node);
}

void FileTreeModel::check(Node* node, bool checked) {
    node->setBelow(checked ? Qt::Checked : Qt::Unchecked);
    announceBelow(node);
    for (Node* above = node->parent; above; above = above->parent) {
        above->followChildren();
        if (above->parent)
            Q_EMIT dataChanged(indexOf(above), indexOf(above), {Qt::CheckStateRole});
    }
    Q_EMIT checkedChanged();
}

void FileTreeModel::announceBelow(const Node* node) {
    if (node->parent)
        Q_EMIT dataChanged(indexOf(node), indexOf(node), {Qt::CheckStateRole});
    if (node->children.empty())
        return;
    const Node* first = node->children.front().get();
    const Node* last = node->children.back().get();
    Q_EMIT dataChanged(indexOf(first), indexOf(last), {Qt::CheckStateRole});
    for (const auto& child : node->children) {
        if (child->isFolder)
            announceBelow(child.get());
    }
}

} // namespace essaim::gui
