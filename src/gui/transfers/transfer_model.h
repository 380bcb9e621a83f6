// The torrents of the session as a table.
#pragma once

#include "engine/torrent_snapshot.h"
#include "gui/transfers/label_counts.h"
#include "gui/transfers/transfer_status.h"

#include <QAbstractTableModel>
#include <QList>

#include <array>
#include <unordered_map>
#include <vector>

namespace essaim::gui {

/// One row per torrent, one column per transferColumns(); kept up to date by merging batches. GUI thread; owned by
/// the Transfers page.
class TransferModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        ProgressRole = Qt::UserRole, ///< double, 0 to 1; invalid while nothing is known
        TintRole,                    ///< int, a Tint
        StyleRole,                   ///< int, a CellStyle
    };

    explicit TransferModel(QObject* parent = nullptr);

    /// Adds new torrents at the end and changes known ones; announces no more cells than have changed.
    void merge(const QList<engine::TorrentSnapshot>& torrents);
    /// Unknown ids are ignored.
    void remove(const QList<TorrentId>& ids);

    [[nodiscard]] const engine::TorrentSnapshot& torrent(int row) const { return m_rows[std::size_t(row)]; }
    /// Row of a torrent, -1 if it is not in the list.
    [[nodiscard]] int rowOf(const TorrentId& id) const;
    /// Number of torrents in a group.
    [[nodiscard]] int count(StatusFilter group) const { return m_counts[std::size_t(group)]; }

    /// Number of torrents with each label.
    [[nodiscard]] const LabelCounts& labels() const { return m_labels; }
    /// Mount points that are counted apart.
    void setDrives(const QStringList& points);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void countsChanged();
    void labelsChanged();
    /// What the row tells is different now; comes before the view is told.
    void rowChanged(int row);

private:
    void append(const std::vector<engine::TorrentSnapshot>& torrents);
    /// What differs in a batch: some of these rows in these columns.
    struct Changed {
        int top = -1; ///< -1 = none
        int bottom = -1;
        std::vector<bool> columns;
        void add(int row, int first, int last);
    };
    /// `together`: where the changes of many are gathered; null = each is announced at once.
    void update(int row, const engine::TorrentSnapshot& torrent, Changed* together);
    /// One dataChanged for every run of neighbouring cells that differ.
    void announceChanges(int row, const engine::TorrentSnapshot& before, Changed* together);
    void announceTogether(const Changed& changed);
    void removeRun(int first, int last);
    void countState(const engine::TorrentSnapshot& torrent, int step);
    void addToCounts(const engine::TorrentSnapshot& torrent, int step);

    std::vector<engine::TorrentSnapshot> m_rows;
    std::unordered_map<TorrentId, int> m_index;
    std::array<int, kStatusFilterCount> m_counts{};
    LabelCounts m_labels;
    bool m_areLabelsChanged = false;
};

} // namespace essaim::gui
