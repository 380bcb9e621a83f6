// The friends of the host as a table.
#pragma once

#include "gui/widgets/theme.h"
#include "tracker/tracker.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <vector>

namespace essaim::gui {

/// Merges snapshots by id, so that selection and scroll position stay. Never shows a key: a fingerprint tells keys
/// apart.
class FriendsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { Name, Standing, LastSeen, Sent, Received, Key, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole;
    static constexpr int kTintRole = Qt::UserRole + 1; ///< of the dot before Standing
    /// Of column Name: what a search of friends looks at, the note included, with plainLetters().
    static constexpr int kSearchRole = Qt::UserRole + 2;

    using QAbstractTableModel::QAbstractTableModel;

    /// `now`: Unix seconds.
    void update(const std::vector<tracker::FriendStatus>& friends, qint64 now);
    [[nodiscard]] const tracker::FriendStatus& at(int row) const { return m_rows[row]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const tracker::FriendStatus& status, int column) const;
    [[nodiscard]] QString standing(const tracker::FriendStatus& status) const;
    [[nodiscard]] QString searched(const tracker::FriendStatus& status) const;
    [[nodiscard]] QString lastSeen(const tracker::FriendStatus& status) const;
    [[nodiscard]] QString toolTip(const tracker::FriendStatus& status, int column) const;

    QList<tracker::FriendStatus> m_rows;
    QHash<qint64, QIcon> m_pictures;
    qint64 m_now = 0;
};

} // namespace essaim::gui
