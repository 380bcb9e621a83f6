#include "gui/follow/offers_model.h"

#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace essaim::gui {

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

QVariant OffersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& [torrent, isNew] = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (column == Name)
            return isNew ? tr("%1 (new)").arg(torrent.name) : torrent.name;
        if (column == Size)
            return text::size(torrent.size);
        return torrent.hostedAt == 0
                   ? QString()
                   : QLocale().toString(QDateTime::fromSecsSinceEpoch(torrent.hostedAt).date(), QLocale::ShortFormat);
    case Qt::ToolTipRole:
        return column == Name ? plainToolTip(torrent.name) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == Size ? Qt::AlignRight : Qt::AlignLeft));
    case kSortRole:
        return column == Name ? QVariant(torrent.name) : column == Size ? QVariant(torrent.size) : torrent.hostedAt;
    case kIdRole:
        return torrent.id;
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
    return section == Name ? tr("Torrent") : section == Size ? tr("Size") : tr("Shared since");
}

} // namespace essaim::gui
