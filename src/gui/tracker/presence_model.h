// Who has how much of what: friends and torrents as a table.
#pragma once

#include "hosting/peer_probe.h"
#include "tracker/tracker.h"

#include <QAbstractTableModel>
#include <QList>

#include <utility>

namespace essaim::gui {

/// Merges snapshots by friend and torrent, so that selection and scroll position stay. GUI thread.
class PresenceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { Friend, Torrent, Progress, Download, Upload, Program, Reachable, LastSeen, ColumnCount };
    static constexpr int kSortRole = Qt::UserRole; ///< the value behind the text

    explicit PresenceModel(const hosting::PeerProbe& probe, QObject* parent = nullptr)
        : QAbstractTableModel(parent)
        , m_probe(probe) {}

    /// `now`: Unix seconds.
    void update(const tracker::TrackerSnapshot& snapshot, qint64 now);
    /// What the probe found has changed.
    void updateReachable();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Key = std::pair<std::int64_t, TorrentId>; ///< friend and torrent

    struct Row {
        tracker::FriendOnTorrent what;
        QString who;
        QString torrent;
        qint64 size = 0;

        bool operator==(const Row&) const = default;
        [[nodiscard]] Key key() const { return {what.friendId, what.torrent}; }
    };

    [[nodiscard]] static QList<Row> rowsOf(const tracker::TrackerSnapshot& snapshot);
    void merge(const QList<Row>& rows);
    void removeAllBut(const QList<Row>& rows);
    [[nodiscard]] QString text(const Row& row, int column) const;
    [[nodiscard]] QString progress(const Row& row) const;
    [[nodiscard]] QString reachable(const Row& row) const;
    [[nodiscard]] QString toolTip(const Row& row, int column) const;
    [[nodiscard]] QVariant sortValue(const Row& row, int column) const;

    const hosting::PeerProbe& m_probe;
    QList<Row> m_rows;
    qint64 m_now = 0;
};

} // namespace essaim::gui
