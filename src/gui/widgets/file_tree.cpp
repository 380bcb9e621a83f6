#include "gui/widgets/file_tree.h"

#include "gui/widgets/natural_order.h"

#include <algorithm>

namespace essaim::gui {

void FileTree::clear() {
    m_nodes.clear();
    m_nodes.emplace_back();
    m_files.clear();
    m_folders.clear();
    m_lastFolders.clear();
}

void FileTree::add(const QString& path, qint64 size) {
    if (path.isEmpty()) {
        m_files.push_back(-1);
        return;
    }
    const qsizetype slash = path.lastIndexOf(u'/');
    const int folder = slash < 0 ? 0 : folderOf(path.left(slash));
    const int node = append(folder, path.mid(slash + 1), int(m_files.size()));
    m_files.push_back(node);
    for (int above = node; above >= 0; above = m_nodes[std::size_t(above)].parent)
        m_nodes[std::size_t(above)].size += size;
}

FileTree FileTree::only(const std::vector<char>& files) const {
    std::vector<int> numbers = numbersOf(files);
    FileTree some;
    some.m_files.assign(m_files.size(), -1);
    for (std::size_t node = 1; node < m_nodes.size(); ++node) {
        if (numbers[node] < 0)
            continue;
        const Node& from = m_nodes[node];
        Node& copy = some.m_nodes.emplace_back();
        copy.name = from.name;
        copy.parent = numbers[std::size_t(from.parent)];
        copy.file = from.file;
        if (from.file >= 0) {
            copy.size = from.size;
            some.m_files[std::size_t(from.file)] = numbers[node];
        }
    }
    for (std::size_t node = 0; node < m_nodes.size(); ++node) {
        if (numbers[node] < 0)
            continue;
        Node& copy = some.m_nodes[std::size_t(numbers[node])];
        copy.isSorted = m_nodes[node].isSorted;
        for (const int child : m_nodes[node].children) {
            const int number = numbers[std::size_t(child)];
            if (number < 0)
                continue;
            some.m_nodes[std::size_t(number)].row = int(copy.children.size());
            copy.children.push_back(number);
        }
    }
    for (std::size_t node = some.m_nodes.size() - 1; node > 0; --node)
        some.m_nodes[std::size_t(some.m_nodes[node].parent)].size += some.m_nodes[node].size;
    return some;
}

/// By node: its number in the tree of these files, -1 for what is not in it.
std::vector<int> FileTree::numbersOf(const std::vector<char>& files) const {
    std::vector<int> numbers(m_nodes.size(), -1);
    numbers[0] = 0;
    for (std::size_t node = m_nodes.size() - 1; node > 0; --node) {
        const int file = m_nodes[node].file;
        if (file >= 0 && files[std::size_t(file)] != 0)
            numbers[node] = 0;
        if (numbers[node] == 0)
            numbers[std::size_t(m_nodes[node].parent)] = 0;
    }
    int count = 0;
    for (int& number : numbers) {
        if (number == 0)
            number = count++;
    }
    return numbers;
}

int FileTree::append(int parent, const QString& name, int file) {
    const int node = int(m_nodes.size());
    Node made;
    made.name = name;
    made.parent = parent;
    made.file = file;
    m_nodes.push_back(std::move(made));
    Node& folder = m_nodes[std::size_t(parent)];
    folder.children.push_back(node);
    folder.isSorted = false;
    return node;
}

/// Files of one folder mostly follow one another: what the last one shared with this one needs no search.
int FileTree::folderOf(const QString& path) {
    while (!m_lastFolders.empty()) {
        const QString& last = m_lastFolders.back().first;
        if (path.startsWith(last) && (path.size() == last.size() || path[last.size()] == u'/'))
            break;
        m_lastFolders.pop_back();
    }
    int folder = m_lastFolders.empty() ? 0 : m_lastFolders.back().second;
    qsizetype begin = m_lastFolders.empty() ? 0 : m_lastFolders.back().first.size() + 1;
    while (begin < path.size()) {
        const qsizetype slash = path.indexOf(u'/', begin);
        const qsizetype end = slash < 0 ? path.size() : slash;
        const QString whole = path.left(end);
        const auto known = m_folders.constFind(whole);
        folder = known != m_folders.constEnd() ? *known : append(folder, path.mid(begin, end - begin), -1);
        m_folders.insert(whole, folder);
        m_lastFolders.emplace_back(whole, folder);
        begin = end + 1;
    }
    return folder;
}

QString FileTree::path(int node) const {
    QString path = name(node);
    for (int above = parent(node); above > 0; above = parent(above))
        path = name(above) + u'/' + path;
    return path;
}

int FileTree::child(int node, int row) const {
    sort(node);
    return at(node).children[std::size_t(row)];
}

int FileTree::row(int node) const {
    if (node > 0)
        sort(parent(node));
    return at(node).row;
}

void FileTree::sort(int node) const {
    const Node& folder = at(node);
    if (folder.isSorted)
        return;
    // A key each, since a comparison by the rules of a language costs a hundred times that of two keys.
    struct Entry {
        bool isFile;
        QCollatorSortKey key;
        int node;
    };
    const QCollator order = naturalOrder();
    std::vector<Entry> entries;
    entries.reserve(folder.children.size());
    for (const int child : folder.children)
        entries.push_back({!isFolder(child), order.sortKey(name(child)), child});
    std::ranges::stable_sort(entries, [](const Entry& left, const Entry& right) {
        return left.isFile != right.isFile ? right.isFile : left.key < right.key;
    });
    for (std::size_t i = 0; i < entries.size(); ++i) {
        folder.children[i] = entries[i].node;
        at(entries[i].node).row = int(i);
    }
    folder.isSorted = true;
}

} // namespace essaim::gui
