// Sources of peers of one torrent as a tree: DHT and the like, trackers, and below each tracker its announces.
#pragma once

#include "engine/details/details_snapshot.h"

#include <QAbstractItemModel>

namespace essaim::gui {

/// GUI thread. Rows keep their place while the same trackers are told of.
class TrackersModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column {
        UrlColumn,
        TierColumn,
        StateColumn,
        SeedsColumn,
        LeechersColumn,
        DownloadsColumn,
        NextColumn,
        NotBeforeColumn,
        MessageColumn,
        ColumnCount
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setDetails(const engine::TrackersDetails& details);
    /// Whole; empty for what is no tracker.
    [[nodiscard]] QString urlOf(const QModelIndex& index) const;
    [[nodiscard]] const engine::TrackersDetails& details() const { return m_details; }
    /// As they are edited.
    [[nodiscard]] QList<QStringList> tiers() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isSameShape(const engine::TrackersDetails& details) const;
    [[nodiscard]] int sources() const { return int(m_details.sources.size()); }
    [[nodiscard]] QString text(const QModelIndex& index) const;

    engine::TrackersDetails m_details;
};

} // namespace essaim::gui
