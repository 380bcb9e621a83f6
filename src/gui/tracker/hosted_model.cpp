#include "gui/tracker/hosted_model.h"

#include "gui/tracker/visibility_combo.h"
#include "gui/widgets/tool_tip.h"
#include "text/text.h"

#include <QLocale>

#include <unordered_map>
#include <unordered_set>

namespace essaim::gui {

using tracker::HostedStatus;

namespace {

TorrentId idOf(const HostedStatus& status) {
    return status.torrent.infoHash.id();
}

bool same(const HostedStatus& a, const HostedStatus& b) {
    return a.torrent == b.torrent && a.seeds == b.seeds && a.leechers == b.leechers && a.completed == b.completed;
}

} // namespace

void HostedModel::update(const std::vector<HostedStatus>& hosted, const std::vector<tracker::FriendStatus>& friends) {
    m_friends = friends;
    removeMissing(hosted);
    std::unordered_map<TorrentId, int> rowOf;
    for (int row = 0; row < m_rows.size(); ++row)
        rowOf.emplace(idOf(m_rows[row]), row);
    for (const HostedStatus& status : hosted) {
        const auto known = rowOf.find(idOf(status));
        if (known == rowOf.end()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
            m_rows.append(status);
            endInsertRows();
        } else if (!same(m_rows[known->second], status)) {
            m_rows[known->second] = status;
            Q_EMIT dataChanged(index(known->second, 0), index(known->second, ColumnCount - 1));
        }
    }
}

void HostedModel::removeMissing(const std::vector<HostedStatus>& hosted) {
    std::unordered_set<TorrentId> present;
    for (const HostedStatus& status : hosted)
        present.insert(idOf(status));
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (present.contains(idOf(m_rows[row])))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

int HostedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HostedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString HostedModel::text(const HostedStatus& status, int column) const {
    const QLocale locale;
    switch (column) {
    case Name:
        return QString::fromStdString(status.torrent.name);
    case SharedWith:
        return VisibilityCombo::describe(status.torrent, m_friends);
    case Size:
        return essaim::text::size(status.torrent.size);
    case Seeds:
        return locale.toString(status.seeds);
    case Leechers:
        return locale.toString(status.leechers);
    case Completed:
        return locale.toString(qulonglong(status.completed));
    default:
        return {};
    }
}

QVariant HostedModel::sortValue(const HostedStatus& status, int column) const {
    switch (column) {
    case Name:
        return QString::fromStdString(status.torrent.name);
    case SharedWith:
        return text(status, column);
    case Size:
        return qlonglong(status.torrent.size);
    case Seeds:
        return status.seeds;
    case Leechers:
        return status.leechers;
    case Completed:
        return qulonglong(status.completed);
    default:
        return {};
    }
}

QVariant HostedModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HostedStatus& status = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(status, index.column());
    case Qt::ToolTipRole:
        return index.column() <= SharedWith ? plainToolTip(text(status, index.column())) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() <= SharedWith ? Qt::AlignLeft : Qt::AlignRight));
    case kSortRole:
        return sortValue(status, index.column());
    default:
        return {};
    }
}

QVariant HostedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section <= SharedWith ? Qt::AlignLeft : Qt::AlignRight));
    const bool wantsTitle = role == Qt::DisplayRole;
    if (!wantsTitle && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case Name:
        return wantsTitle ? tr("Name") : tr("The torrent that your tracker shares");
    case SharedWith:
        return wantsTitle ? tr("Shared with") : tr("Who may download it");
    case Size:
        return wantsTitle ? tr("Size") : tr("Size of its files");
    case Seeds:
        return wantsTitle ? tr("Seeds") : tr("Who has everything and shares it now, you included");
    case Leechers:
        return wantsTitle ? tr("Leechers") : tr("Who is still downloading");
    default:
        return wantsTitle ? tr("Completed") : tr("Downloads that were finished since you share it");
    }
}

} // namespace essaim::gui
