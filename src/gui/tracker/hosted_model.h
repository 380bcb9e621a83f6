// The hosted torrents as rows.
#pragma once

#include "tracker/tracker.h"

#include <QAbstractTableModel>
#include <QList>

namespace essaim::gui {

/// Fed with snapshots; merges them, so that selection and scroll position of a view stay. GUI thread.
class HostedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, SharedWith, Size, Seeds, Leechers, Completed, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole; ///< the value behind the text

    using QAbstractTableModel::QAbstractTableModel;

    /// `friends`: their names stand where a torrent is for chosen ones.
    void
    update(const std::vector<tracker::HostedStatus>& hosted, const std::vector<tracker::FriendStatus>& friends = {});
    [[nodiscard]] const tracker::HostedStatus& at(int row) const { return m_rows[row]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const tracker::HostedStatus& status, int column) const;
    [[nodiscard]] QVariant sortValue(const tracker::HostedStatus& status, int column) const;
    void removeMissing(const std::vector<tracker::HostedStatus>& hosted);

    QList<tracker::HostedStatus> m_rows;
    std::vector<tracker::FriendStatus> m_friends;
};

} // namespace essaim::gui
