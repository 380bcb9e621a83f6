// The files of a torrent as a tree of folders, to choose which are wanted and how much.
#pragma once

#include "engine/torrent_file.h"
#include "gui/widgets/file_priority.h"
#include "gui/widgets/file_tree.h"

#include <QAbstractItemModel>

#include <vector>

namespace essaim::gui {

/// Folders are ticked, empty or partly ticked as the files below them that are shown are. Pad files are not in the
/// tree. GUI thread.
class FileTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, SizeColumn, PriorityColumn, ColumnCount };

    explicit FileTreeModel(QObject* parent = nullptr);

    /// All files wanted and shown.
    void setFiles(const QList<engine::TorrentFileEntry>& files);
    /// Shows only what filesFitting() finds, and resets the model; empty = everything.
    void setFilter(const QString& pattern);
    [[nodiscard]] bool isFiltered() const { return !m_pattern.isEmpty(); }
    [[nodiscard]] int shownCount() const { return m_shownCount; } ///< files
    /// Those that are shown.
    void setAllChecked(bool checked);
    /// Takes the tick from these, by file index; pad files are counted.
    void uncheck(const QList<bool>& files);
    /// Of the files at or below these rows.
    void setPriority(const QModelIndexList& rows, int priority);
    /// Files without a tick become normal, the others stay as they are.
    void setChecked(const QModelIndexList& rows, bool checked);
    /// One for each file at or below these rows.
    [[nodiscard]] QList<int> prioritiesOf(const QModelIndexList& rows) const;

    /// Of all that is wanted, whether it is shown or not.
    [[nodiscard]] qint64 checkedSize() const;
    [[nodiscard]] int checkedCount() const;
    /// By file index, pad files included: 0 to 7, as engine::AddTorrentRequest has them; empty if all are normal.
    [[nodiscard]] QList<int> priorities() const;

    [[nodiscard]] bool isFolder(const QModelIndex& index) const { return tree().isFolder(nodeOf(index)); }
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void checkedChanged();

private:
    [[nodiscard]] static int nodeOf(const QModelIndex& index) { return index.isValid() ? int(index.internalId()) : 0; }
    [[nodiscard]] const FileTree& tree() const { return isFiltered() ? m_some : m_all; }
    [[nodiscard]] QModelIndex indexOf(int node, int column = NameColumn) const;
    [[nodiscard]] QString text(int node, int column) const;
    void collect(int node, std::vector<int>& files) const;
    [[nodiscard]] std::vector<int> filesBelow(const QModelIndexList& rows) const;
    void sum();
    void tell();
    void announce(int node);

    FileTree m_all;
    FileTree m_some; ///< what the filter leaves
    QString m_pattern;
    int m_shownCount = 0;
    std::vector<signed char> m_wanted; ///< priority by file index
    FolderPriorities m_priorities;     ///< of tree()
};

} // namespace essaim::gui
