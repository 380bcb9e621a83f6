// The files of one torrent as a tree: how much of each is there, and how much each is wanted.
#pragma once

#include "engine/details/details_snapshot.h"
#include "gui/widgets/file_priority.h"
#include "gui/widgets/file_tree.h"

#include <QAbstractItemModel>

#include <map>
#include <vector>

namespace essaim::gui {

/// GUI thread. Knows nothing of how things are changed: it says what the user wants.
class ContentModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        SizeColumn,
        ProgressColumn,
        PriorityColumn,
        RemainingColumn,
        AvailabilityColumn,
        ColumnCount
    };

    explicit ContentModel(QObject* parent = nullptr);

    void clear();
    void setContent(const engine::ContentDetails& content);
    /// Where the files lie: what is complete can be dragged to other programs.
    void setFolder(const QString& savePath) { m_folder = savePath; }
    /// Of the torrent, whatever the filter leaves.
    [[nodiscard]] bool isEmpty() const { return m_all.nodeCount() <= 1; }
    /// Shows files as filesFitting() finds them, and the folders above them; empty = all. What folders say is then of
    /// the files shown, and what is done to them as well, but renaming.
    void setFilter(const QString& pattern);
    [[nodiscard]] bool isFiltered() const { return !m_pattern.isEmpty(); }

    [[nodiscard]] qsizetype shownCount() const; ///< files

    /// By file index.
    [[nodiscard]] QList<int> priorities() const;
    /// As priorities(), but for what lies at or below these rows.
    [[nodiscard]] QList<int> prioritiesWith(const QModelIndexList& rows, int priority) const;
    /// The same, but the wanted ones of these files get the three highest priorities, a third each, from the first that
    /// is shown to the last.
    [[nodiscard]] QList<int> prioritiesInOrder(const QModelIndexList& rows) const;
    [[nodiscard]] QList<int> filesBelow(const QModelIndexList& rows) const;
    /// As filesFitting() finds them: "*.flac", "disc 1".
    [[nodiscard]] QList<int> filesMatching(const QString& pattern) const;
    [[nodiscard]] qint64 sizeOf(const QList<int>& files) const;
    /// Relative to the save path.
    [[nodiscard]] QString pathOf(const QModelIndex& index) const;
    [[nodiscard]] QString pathOfFile(int file) const { return m_all.path(m_all.nodeOfFile(file)); }
    /// As pathOf(), but as it is called on the disk.
    [[nodiscard]] QString diskPathOf(const QModelIndex& index) const { return diskPath(nodeOf(index)); }
    /// Of all files but pad files.
    [[nodiscard]] std::map<int, QString> paths() const;
    /// A row that can be found again after files were renamed: a file that it is or that is in it, and how deep it
    /// lies.
    struct Place {
        int file = -1; ///< -1 = none
        int depth = 0; ///< 1 = at the top
    };
    [[nodiscard]] Place placeOf(const QModelIndex& index) const;
    /// Invalid if it is not shown.
    [[nodiscard]] QModelIndex indexAt(Place place) const;
    [[nodiscard]] bool isFolder(const QModelIndex& index) const { return tree().isFolder(nodeOf(index)); }
    /// Bytes of it that are there.
    [[nodiscard]] qint64 doneOf(const QModelIndex& index) const { return m_done[std::size_t(nodeOf(index))]; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void prioritiesWanted(const QList<int>& priorities);
    void namesWanted(const std::map<int, QString>& paths);
    /// It names no file in the same folder.
    void nameRefused(const QString& name);

private:
    [[nodiscard]] static int nodeOf(const QModelIndex& index) { return index.isValid() ? int(index.internalId()) : 0; }
    [[nodiscard]] QModelIndex indexOf(int node) const;
    [[nodiscard]] QString text(int node, int column) const;
    /// 0 to 1; of a folder, that of what is wanted in it, if anything is.
    [[nodiscard]] double progressOf(int node) const;
    [[nodiscard]] int priorityOf(int file) const {
        return file < m_content.priorities.size() ? m_content.priorities[file] : kNormalFile;
    }
    [[nodiscard]] const FileTree& tree() const { return isFiltered() ? m_some : m_all; }
    [[nodiscard]] QList<int> filesUnder(const QString& path) const;
    void build();
    void sum();
    void announce(int node);
    void collect(int node, QList<int>& files) const;
    void collectAsShown(int node, QList<int>& files) const;

    [[nodiscard]] bool isWhole(int node) const;
    [[nodiscard]] bool isMarked(int node) const;
    [[nodiscard]] QString diskPath(int node) const;
    [[nodiscard]] QString toolTip(int node) const;

    engine::ContentDetails m_content;
    QString m_folder;
    FileTree m_all;
    QString m_pattern;
    FileTree m_some; ///< what it leaves
    // By node of what is shown, of everything below:
    std::vector<qint64> m_done;
    std::vector<qint64> m_wanted;  ///< size
    std::vector<qint64> m_missing; ///< of what is wanted
    std::vector<double> m_copies;  ///< times the size
    FolderPriorities m_priorities;
};

} // namespace essaim::gui
