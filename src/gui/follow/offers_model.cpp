#include "gui/follow/offers_model.h"

#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace essaim::gui {

OffersModel::OffersModel(const LocalProgress& local, QObject* parent)
    : QAbstractTableModel(parent)
    , m_local(local) {
    connect(&local, &LocalProgress::changed, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, Here), index(int(m_rows.size()) - 1, Here));
    });
}

void OffersModel::setHost(const hosting::FollowedHost* host) {
    QList<Row> rows;
    if (host) {
        for (const hosting::OfferedTorrent& torrent : host->feed.torrents)
            rows.append({torrent, host->isNew(torrent)});
    }
    if (rows == m_rows)
        return;
    const bool isSame = rows.size() == m_rows.size() &&
                        std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const Row& one, const Row& other) {
                            return one.torrent == other.torrent;
                        });
    if (isSame) { // only what is new has changed: the selection stays
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(int(rows.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int OffersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OffersModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<double> OffersModel::progressOf(const Row& row) const {
    const auto id = TorrentId::fromHex(row.torrent.id.toStdString());
    return id ? m_local.of(*id) : std::nullopt;
}

QStringList OffersModel::newIds() const {
    QStringList ids;
    for (const Row& row : m_rows) {
        if (row.isNew && !progressOf(row))
            ids << row.torrent.id;
    }
    return ids;
}

QString OffersModel::here(const Row& row) const {
    if (const auto progress = progressOf(row))
        return *progress >= 1 ? tr("Complete") : tr("%1 done").arg(essaim::text::percent(*progress));
    return row.isNew ? tr("New") : tr("Not here");
}

QString OffersModel::text(const Row& row, int column) const {
    switch (column) {
    case Name:
        return row.torrent.name;
    case Size:
        return essaim::text::size(row.torrent.size);
    case Since:
        return row.torrent.hostedAt == 0
                   ? QString()
                   : QLocale().toString(
                         QDateTime::fromSecsSinceEpoch(row.torrent.hostedAt).date(), QLocale::ShortFormat);
    default:
        return here(row);
    }
}

QVariant OffersModel::sortValue(const Row& row, int column) const {
    switch (column) {
    case Size:
        return row.torrent.size;
    case Since:
        return row.torrent.hostedAt;
    default:
        return text(row, column);
    }
}

QVariant OffersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column == Name ? plainToolTip(row.torrent.name) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == Size ? Qt::AlignRight : Qt::AlignLeft));
    case kSortRole:
        return sortValue(row, column);
    case kIdRole:
        return row.torrent.id;
    default:
        return {};
    }
}

QVariant OffersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Size ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Torrent");
    case Size:
        return tr("Size");
    case Since:
        return tr("Shared since");
    default:
        return tr("On this computer");
    }
}

} // namespace essaim::gui
