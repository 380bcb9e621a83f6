// The files of a torrent as a tree of folders with check boxes.
#pragma once

#include "engine/torrent_file.h"
#include "gui/widgets/file_tree.h"

#include <QAbstractItemModel>

#include <vector>

namespace essaim::gui {

/// Folders are ticked, empty or partly ticked as their files are. Pad files are not in the tree. GUI thread.
class FileTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, SizeColumn, ColumnCount };

    explicit FileTreeModel(QObject* parent = nullptr);

    /// All files ticked.
    void setFiles(const QList<engine::TorrentFileEntry>& files);
    void setAllChecked(bool checked);

    [[nodiscard]] qint64 checkedSize() const;
    [[nodiscard]] int checkedCount() const;
    /// By file index, pad files included: 4 for ticked files, 0 for the others; empty if every file is ticked.
    [[nodiscard]] QList<int> priorities() const;

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
    [[nodiscard]] QModelIndex indexOf(int node, int column = NameColumn) const;
    [[nodiscard]] Qt::CheckState& state(int node) { return m_states[std::size_t(node)]; }
    [[nodiscard]] Qt::CheckState state(int node) const { return m_states[std::size_t(node)]; }
    [[nodiscard]] Qt::CheckState stateOfChildren(int node) const;
    void check(int node, bool checked);
    void setBelow(int node, Qt::CheckState value);

    FileTree m_tree;
    std::vector<Qt::CheckState> m_states; ///< by node
};

} // namespace essaim::gui
