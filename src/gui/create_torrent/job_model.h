// The torrents in the making as rows.
#pragma once

#include "hosting/creation_queue.h"

#include <QAbstractTableModel>

namespace essaim::gui {

/// Follows the queue, which outlives it. GUI thread.
class JobModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ProgressColumn, StatusColumn, ColumnCount };
    static constexpr int kFractionRole = Qt::UserRole; ///< 0 to 1
    static constexpr int kTintRole = Qt::UserRole + 1; ///< Tint of the bar, as int

    explicit JobModel(hosting::CreationQueue& queue, QObject* parent = nullptr);

    /// Null if the row is gone.
    [[nodiscard]] const hosting::CreationJob* jobAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void add(const QList<quint64>& ids);

    hosting::CreationQueue& m_queue;
    QList<quint64> m_ids;
};

} // namespace essaim::gui
