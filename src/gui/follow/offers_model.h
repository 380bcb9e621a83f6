// What one followed host shares, as a table.
#pragma once

#include "gui/follow/local_progress.h"
#include "hosting/followed_hosts.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>

namespace essaim::gui {

/// GUI thread.
class OffersModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { Name, Size, Since, Here, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole;
    static constexpr int kIdRole = Qt::UserRole + 1;

    explicit OffersModel(const LocalProgress& local, QObject* parent = nullptr);

    /// Null = none.
    void setHost(const hosting::FollowedHost* host);
    /// Of what is new and not in the list of transfers, from wherever it came there.
    [[nodiscard]] QStringList newIds() const;

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
    [[nodiscard]] std::optional<double> progressOf(const Row& row) const;
    [[nodiscard]] QString here(const Row& row) const;
    [[nodiscard]] QString text(const Row& row, int column) const;
    [[nodiscard]] QVariant sortValue(const Row& row, int column) const;

    const LocalProgress& m_local;
    QList<Row> m_rows;
};

} // namespace essaim::gui
