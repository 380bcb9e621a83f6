// What one followed host shares, as a table.
#pragma once

#include "hosting/followed_hosts.h"

#include <QAbstractTableModel>

namespace essaim::gui {

/// GUI thread.
class OffersModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { Name, Size, Since, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole;
    static constexpr int kIdRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Null = none.
    void setHost(const hosting::FollowedHost* host);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        hosting::OfferedTorrent torrent;
        bool isNew = false;

        bool operator==(const Row&) const = default;
    };
    QList<Row> m_rows;
};

} // namespace essaim::gui
