// Announce URLs in their tiers (BEP 12), for a view in which they can be moved about.
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace essaim::gui {

/// Two levels: tiers, and the trackers in them. GUI thread. A tier that is left empty by a move or a removal goes away.
class TierModel : public QAbstractItemModel {
    Q_OBJECT
public:
    explicit TierModel(QObject* parent = nullptr);

    void setTiers(const QList<QStringList>& tiers);
    /// Without empty tiers and empty addresses.
    [[nodiscard]] QList<QStringList> tiers() const;
    /// Whether every address is one that torrents may hold.
    [[nodiscard]] bool isValid() const;

    /// Returns the new row.
    QModelIndex addTracker(const QModelIndex& near, const QString& url);
    QModelIndex addTier();
    /// A tracker, or a tier with all that is in it.
    void removeAt(const QModelIndex& index);
    void removeEmptyTrackers();
    /// Up or down by one row, into the neighbouring tier at the end of its own, beyond the last into one of its own.
    QModelIndex move(const QModelIndex& tracker, bool up);
    /// `row`: before which tracker of `tier`; -1 = last. An invalid `tier` = a new one before tier `row`.
    QModelIndex moveTo(const QModelIndex& tracker, const QModelIndex& tier, int row);
    [[nodiscard]] static bool isTier(const QModelIndex& index);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool
    dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

Q_SIGNALS:
    void edited();
    /// A tracker was dropped; it stands there now.
    void moved(const QModelIndex& tracker);

private:
    [[nodiscard]] QModelIndex trackerAt(int tier, int row) const;

    QList<QStringList> m_tiers;
};

} // namespace essaim::gui
