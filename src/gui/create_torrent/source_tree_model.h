// The tree of sources with its tick boxes, for a view.
#pragma once

#include "gui/create_torrent/source_tree.h"

#include <QAbstractItemModel>

namespace essaim::gui {

/// GUI thread; asks no disk. Ticks belong to paths: they outlast a new tree, and come back with a path that a pattern
/// hid for a while.
class SourceTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, SizeColumn, ColumnCount };

    explicit SourceTreeModel(QObject* parent = nullptr);
    ~SourceTreeModel() override;

    /// Rows of the chosen items, without anything below until setTree().
    void setSources(const QStringList& sources);
    [[nodiscard]] QStringList sources() const;
    /// Takes over what the walk found; ticks stay as they were.
    void setTree(std::unique_ptr<SourceNode> root);
    /// Unticks these; the others become ticked. Absolute paths of files and folders.
    void setUnticked(const QStringList& paths);
    /// The highest paths that are unticked, as CreationFilter::leftOut wants them.
    [[nodiscard]] QStringList unticked() const;
    void untick(const QStringList& paths);

    [[nodiscard]] qint64 tickedSize() const { return m_root->tickedSize; }
    [[nodiscard]] int tickedFiles() const { return m_root->tickedFiles; }
    [[nodiscard]] QString diskPath(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QString& diskPath) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void ticked();

private:
    [[nodiscard]] SourceNode* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const SourceNode* node) const;
    void replace(std::unique_ptr<SourceNode> root, const QStringList& unticked);
    void announceBelow(const SourceNode* node);
    [[nodiscard]] QVariant shown(const SourceNode& node, int column) const;

    std::unique_ptr<SourceNode> m_root;
    QStringList m_hidden; ///< unticked paths that are not in the tree now
};

} // namespace essaim::gui
