// Folders and files as one flat array, quick for a hundred thousand of them.
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace essaim::gui {

/// Made in one pass; the children of a folder are put in order when somebody first looks at them. Nodes are numbers, 0
/// is the nameless root; a folder has a smaller number than what is in it. GUI thread.
class FileTree {
public:
    FileTree() { clear(); }

    void clear();
    /// Adds the next file of the torrent; a path ('/' between parts) that is empty is counted and not shown.
    void add(const QString& path, qint64 size);
    /// The same with these files only (by index, 0 = left out: counted and not shown) and the folders above them; in
    /// the same order, as far as this one is in order.
    [[nodiscard]] FileTree only(const std::vector<char>& files) const;

    [[nodiscard]] int nodeCount() const { return int(m_nodes.size()); }
    [[nodiscard]] int fileCount() const { return int(m_files.size()); }
    /// -1 for a file that is not shown.
    [[nodiscard]] int nodeOfFile(int file) const { return m_files[std::size_t(file)]; }

    [[nodiscard]] const QString& name(int node) const { return at(node).name; }
    [[nodiscard]] QString path(int node) const;
    [[nodiscard]] int parent(int node) const { return at(node).parent; } ///< -1 for the root
    [[nodiscard]] int file(int node) const { return at(node).file; }     ///< -1 for a folder
    [[nodiscard]] bool isFolder(int node) const { return at(node).file < 0; }
    [[nodiscard]] qint64 size(int node) const { return at(node).size; } ///< of everything below
    [[nodiscard]] int childCount(int node) const { return int(at(node).children.size()); }
    /// Folders first, then names as people count: 2 before 10.
    [[nodiscard]] int child(int node, int row) const;
    /// Its place in its folder.
    [[nodiscard]] int row(int node) const;
    /// Whether somebody has looked at what is in the folder: what nobody saw needs not be told of.
    [[nodiscard]] bool isSeen(int node) const { return at(node).isSorted; }
    /// In no order, without looking.
    [[nodiscard]] const std::vector<int>& children(int node) const { return at(node).children; }

private:
    struct Node {
        QString name;
        int parent = -1;
        int file = -1;
        mutable int row = 0;
        mutable bool isSorted = false;
        qint64 size = 0;
        mutable std::vector<int> children;
    };
    [[nodiscard]] const Node& at(int node) const { return m_nodes[std::size_t(node)]; }
    int append(int parent, const QString& name, int file);
    int folderOf(const QString& path);
    [[nodiscard]] std::vector<int> numbersOf(const std::vector<char>& files) const;
    void sort(int node) const;

    std::vector<Node> m_nodes;
    std::vector<int> m_files;
    QHash<QString, int> m_folders;                      ///< by path
    std::vector<std::pair<QString, int>> m_lastFolders; ///< those of the file added last, from the top
};

} // namespace essaim::gui
