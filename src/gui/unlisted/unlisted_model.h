// What lies in the folders of torrents and is no torrent's, as a table.
#pragma once

#include "engine/files/unlisted.h"

#include <QAbstractTableModel>
#include <QSet>

namespace essaim::gui {

/// GUI thread.
class UnlistedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { Path, Size, Files, Changed, Formerly, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(const QList<engine::UnlistedEntry>& entries);
    /// Takes away what has left.
    void remove(const QSet<QString>& paths);
    [[nodiscard]] const engine::UnlistedEntry& entry(int row) const { return m_entries[row]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<engine::UnlistedEntry> m_entries;
};

} // namespace essaim::gui
