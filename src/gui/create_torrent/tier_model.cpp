#include "gui/create_torrent/tier_model.h"

#include "engine/gate/url_rules.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/tool_tip.h"

#include <QGuiApplication>
#include <QMimeData>
#include <QRegularExpression>

#include <algorithm>

namespace essaim::gui {

namespace {

const auto kMimeType = QStringLiteral("application/x-essaim-tracker-row");
constexpr quintptr kTierRow = 0; ///< internal id; that of a tracker is the number of its tier, from 1

bool isUsable(const QString& url) {
    return engine::isTrackerUrl(url.toStdString());
}

} // namespace

TierModel::TierModel(QObject* parent)
    : QAbstractItemModel(parent) {}

void TierModel::setTiers(const QList<QStringList>& tiers) {
    beginResetModel();
    m_tiers = tiers;
    endResetModel();
    Q_EMIT edited();
}

QList<QStringList> TierModel::tiers() const {
    QList<QStringList> result;
    for (QStringList tier : m_tiers) {
        tier.removeAll(QString());
        if (!tier.isEmpty())
            result.append(tier);
    }
    return result;
}

bool TierModel::isValid() const {
    return std::ranges::all_of(tiers(), [](const QStringList& tier) { return std::ranges::all_of(tier, isUsable); });
}

bool TierModel::isTier(const QModelIndex& index) {
    return index.isValid() && index.internalId() == kTierRow;
}

QModelIndex TierModel::trackerAt(int tier, int row) const {
    return index(row, 0, index(tier, 0));
}

QModelIndex TierModel::addTracker(const QModelIndex& near, const QString& url) {
    const QModelIndex beside = near.isValid() ? near : index(int(m_tiers.size()) - 1, 0);
    int tier = beside.isValid() ? (isTier(beside) ? beside.row() : beside.parent().row()) : -1;
    beginResetModel();
    if (tier < 0) {
        m_tiers.append(QStringList());
        tier = 0;
    }
    m_tiers[tier].append(url);
    endResetModel();
    Q_EMIT edited();
    return trackerAt(tier, int(m_tiers[tier].size()) - 1);
}

QModelIndex TierModel::addTier() {
    beginInsertRows({}, int(m_tiers.size()), int(m_tiers.size()));
    m_tiers.append(QStringList());
    endInsertRows();
    return index(int(m_tiers.size()) - 1, 0);
}

void TierModel::removeAt(const QModelIndex& index) {
    if (!index.isValid())
        return;
    const int tier = isTier(index) ? index.row() : index.parent().row();
    beginResetModel();
    if (!isTier(index))
        m_tiers[tier].removeAt(index.row());
    if (isTier(index) || m_tiers[tier].isEmpty())
        m_tiers.removeAt(tier);
    endResetModel();
    Q_EMIT edited();
}

void TierModel::removeEmptyTrackers() {
    const bool any = std::ranges::any_of(m_tiers, [](const QStringList& tier) { return tier.contains(QString()); });
    if (!any)
        return;
    beginResetModel();
    m_tiers = tiers();
    endResetModel();
    Q_EMIT edited();
}

QModelIndex TierModel::move(const QModelIndex& tracker, bool up) {
    if (!tracker.isValid() || isTier(tracker))
        return tracker;
    const int tier = tracker.parent().row();
    const int row = tracker.row();
    const bool isAlone = m_tiers[tier].size() == 1;
    if (up ? row > 0 : row + 1 < m_tiers[tier].size())
        return moveTo(tracker, tracker.parent(), up ? row - 1 : row + 2);
    if (up && tier > 0)
        return moveTo(tracker, index(tier - 1, 0), -1);
    if (!up && tier + 1 < m_tiers.size())
        return moveTo(tracker, index(tier + 1, 0), 0);
    return isAlone ? tracker : moveTo(tracker, {}, up ? 0 : int(m_tiers.size()));
}

QModelIndex TierModel::moveTo(const QModelIndex& tracker, const QModelIndex& tier, int row) {
    const int from = tracker.parent().row();
    int to = isTier(tier) ? tier.row() : -1;
    beginResetModel();
    const QString url = m_tiers[from].takeAt(tracker.row());
    int source = from;
    if (to < 0) {
        to = row < 0 ? int(m_tiers.size()) : qMin(row, int(m_tiers.size()));
        m_tiers.insert(to, QStringList());
        source += to <= from ? 1 : 0;
        row = 0;
    } else if (to == from && row > tracker.row()) {
        --row; // its own place is gone
    }
    const int place = row < 0 ? int(m_tiers[to].size()) : qMin(row, int(m_tiers[to].size()));
    m_tiers[to].insert(place, url);
    if (m_tiers[source].isEmpty()) {
        m_tiers.removeAt(source);
        to -= source < to ? 1 : 0;
    }
    endResetModel();
    Q_EMIT edited();
    return trackerAt(to, place);
}

QModelIndex TierModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : kTierRow);
}

QModelIndex TierModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || isTier(index))
        return {};
    return createIndex(int(index.internalId()) - 1, 0, kTierRow);
}

int TierModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return int(m_tiers.size());
    return isTier(parent) && parent.column() == 0 ? int(m_tiers.value(parent.row()).size()) : 0;
}

int TierModel::columnCount(const QModelIndex&) const {
    return 1;
}

QVariant TierModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isTier(index)) {
        if (role == Qt::DisplayRole)
            return index.row() == 0 ? tr("Tier 1, asked first")
                                    : tr("Tier %1, a fallback for some programs").arg(index.row() + 1);
        return role == Qt::ForegroundRole ? QVariant(tintColor(Tint::Muted, QGuiApplication::palette())) : QVariant();
    }
    const QString url = m_tiers[index.parent().row()][index.row()];
    const bool isWrong = !url.isEmpty() && !isUsable(url);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return url;
    case Qt::ToolTipRole:
        return isWrong ? tr("This is not the address of a tracker") : plainToolTip(url);
    case Qt::DecorationRole:
        return themedIcon(
            isWrong ? QStringLiteral("alert") : QStringLiteral("broadcast"), isWrong ? Tint::Loss : Tint::Muted);
    default:
        return {};
    }
}

bool TierModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || isTier(index))
        return false;
    // Several at once, as they are pasted, become several rows.
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const QStringList urls = value.toString().split(space, Qt::SkipEmptyParts);
    QStringList& tier = m_tiers[index.parent().row()];
    tier[index.row()] = urls.value(0);
    Q_EMIT dataChanged(index, index);
    if (urls.size() > 1) {
        beginInsertRows(index.parent(), index.row() + 1, index.row() + int(urls.size()) - 1);
        for (qsizetype i = 1; i < urls.size(); ++i)
            tier.insert(index.row() + i, urls[i]);
        endInsertRows();
    }
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags TierModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // beside the tiers: a new one
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return base | (isTier(index) ? Qt::ItemIsDropEnabled : Qt::ItemIsDragEnabled | Qt::ItemIsEditable);
}

QStringList TierModel::mimeTypes() const {
    return {kMimeType};
}

QMimeData* TierModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty() || isTier(indexes.first()))
        return nullptr;
    auto* data = new QMimeData;
    data->setData(
        kMimeType,
        QByteArray::number(indexes.first().parent().row()) + ' ' + QByteArray::number(indexes.first().row()));
    return data;
}

bool TierModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent) {
    const QList<QByteArray> place = data->data(kMimeType).split(' ');
    if (action != Qt::MoveAction || place.size() != 2)
        return false;
    const QModelIndex tracker = trackerAt(place[0].toInt(), place[1].toInt());
    if (!tracker.isValid())
        return false;
    Q_EMIT moved(moveTo(tracker, parent, row));
    return false; // all is done: the view must not remove the row that it took for the old one
}

} // namespace essaim::gui
