// What happened on the tracker, newest first, in sentences.
#pragma once

#include "tracker/tracker.h"

#include <QAbstractTableModel>
#include <QList>

#include <vector>

namespace essaim::gui {

/// GUI thread.
class ActivityModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { When, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Newest first. Entries that are there already stay, so that the scroll position does.
    void setEntries(const std::vector<tracker::ActivityEntry>& entries);
    /// One line each: time in ISO form with its distance to UTC, a tab, the sentence.
    [[nodiscard]] QByteArray toText(const QList<int>& rows) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] static QString sentence(const tracker::ActivityEntry& entry);

private:
    std::vector<tracker::ActivityEntry> m_entries;
};

} // namespace essaim::gui
