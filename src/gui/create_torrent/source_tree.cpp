#include "gui/create_torrent/source_tree.h"

#include "gui/widgets/natural_order.h"

#include <QHash>

#include <algorithm>

namespace essaim::gui {

namespace {

/// Puts files into their folders, which it makes as they are named.
class TreeMaker {
public:
    explicit TreeMaker(const QStringList& sources)
        : m_root(std::make_unique<SourceNode>()) {
        m_root->isFolder = true;
        for (const QString& source : sources)
            m_known.insert(source, add(*m_root, source));
    }

    SourceNode* node(const QString& diskPath) {
        const auto known = m_known.constFind(diskPath);
        if (known != m_known.constEnd())
            return *known;
        const qsizetype slash = diskPath.lastIndexOf(u'/');
        if (slash <= 0)
            return nullptr; // below none of the sources
        SourceNode* folder = this->folder(diskPath.left(slash));
        return folder ? add(*folder, diskPath.mid(slash + 1)) : nullptr;
    }

    std::unique_ptr<SourceNode> finish() {
        for (const auto& top : m_root->children)
            sort(*top);
        return std::move(m_root);
    }

private:
    SourceNode* folder(const QString& diskPath) {
        SourceNode* made = node(diskPath);
        if (made && !made->isFolder) {
            made->isFolder = true;
            m_known.insert(diskPath, made);
        }
        return made;
    }

    static SourceNode* add(SourceNode& parent, const QString& name) {
        auto child = std::make_unique<SourceNode>();
        child->name = name;
        child->parent = &parent;
        child->row = int(parent.children.size());
        parent.children.push_back(std::move(child));
        return parent.children.back().get();
    }

    void sort(SourceNode& node) {
        std::ranges::sort(node.children, [this](const auto& left, const auto& right) {
            if (left->isFolder != right->isFolder)
                return left->isFolder;
            return m_order.compare(left->name, right->name) < 0;
        });
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            node.children[i]->row = int(i);
            sort(*node.children[i]);
        }
    }

    std::unique_ptr<SourceNode> m_root;
    QHash<QString, SourceNode*> m_known; ///< chosen items and folders
    QCollator m_order = naturalOrder();
};

void sumUp(SourceNode& node) {
    for (const auto& child : node.children) {
        sumUp(*child);
        node.size += child->size;
        node.files += child->files;
    }
    node.tickedSize = node.size;
    node.tickedFiles = node.files;
}

void addByPath(SourceNode& node, const QString& above, QHash<QString, SourceNode*>& byPath) {
    for (const auto& child : node.children) {
        const QString path = above.isEmpty() ? child->name : above + u'/' + child->name;
        byPath.insert(path, child.get());
        addByPath(*child, path, byPath);
    }
}

void countTicked(SourceNode& node) {
    if (node.children.empty())
        return;
    node.tickedSize = 0;
    node.tickedFiles = 0;
    for (const auto& child : node.children) {
        countTicked(*child);
        node.tickedSize += child->tickedSize;
        node.tickedFiles += child->tickedFiles;
    }
}

} // namespace

QString SourceNode::diskPath() const {
    return parent == nullptr || parent->parent == nullptr ? name : parent->diskPath() + u'/' + name;
}

Qt::CheckState SourceNode::state() const {
    if (tickedFiles == 0)
        return Qt::Unchecked;
    return tickedFiles == files ? Qt::Checked : Qt::PartiallyChecked;
}

void SourceNode::tick(bool ticked) {
    tickedSize = ticked ? size : 0;
    tickedFiles = ticked ? files : 0;
    for (const auto& child : children)
        child->tick(ticked);
}

void SourceNode::countUpwards() {
    for (SourceNode* node = children.empty() ? parent : this; node; node = node->parent) {
        node->tickedSize = 0;
        node->tickedFiles = 0;
        for (const auto& child : node->children) {
            node->tickedSize += child->tickedSize;
            node->tickedFiles += child->tickedFiles;
        }
    }
}

SourceNode* SourceNode::find(const QString& path) {
    for (const auto& child : children) {
        const bool isTop = parent == nullptr;
        const QString first = isTop ? child->name : path.section(u'/', 0, 0);
        if (isTop ? path != first && !path.startsWith(first + u'/') : child->name != first)
            continue;
        return path.size() == first.size() ? child.get() : child->find(path.mid(first.size() + 1));
    }
    return nullptr;
}

QStringList SourceNode::untick(const QStringList& paths) {
    constexpr qsizetype kWorthAnIndex = 16;
    QHash<QString, SourceNode*> byPath;
    if (paths.size() > kWorthAnIndex)
        addByPath(*this, {}, byPath);
    QStringList missing;
    for (const QString& path : paths) {
        SourceNode* node = byPath.isEmpty() ? find(path) : byPath.value(path);
        if (node)
            node->tick(false);
        if (!node || node->files == 0)
            missing.append(path);
    }
    countTicked(*this);
    return missing;
}

std::unique_ptr<SourceNode> makeSourceTree(const QStringList& sources, const engine::CreateTorrentPlan* plan) {
    TreeMaker maker(sources);
    if (plan) {
        for (const engine::PlannedFile& file : plan->files) {
            if (SourceNode* node = maker.node(file.diskPath)) {
                node->size = file.size;
                node->files = 1;
            }
        }
        for (const engine::LeftOutFile& left : plan->leftOut) {
            if (SourceNode* node = maker.node(left.diskPath)) {
                node->leftOut = left.reason;
                node->isFolder = node->isFolder || left.isFolder;
            }
        }
    }
    auto root = maker.finish();
    sumUp(*root);
    return root;
}

} // namespace essaim::gui
