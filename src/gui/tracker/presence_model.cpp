#include "gui/tracker/presence_model.h"

#include "gui/tracker/last_seen_text.h"
#include "gui/widgets/tool_tip.h"
#include "hosting/client_name.h"
#include "text/text.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace essaim::gui {

using Answer = hosting::PeerProbe::Answer;

namespace {

constexpr qint64 kMinute = 60;

bool isRight(int column) {
    return column >= PresenceModel::Progress && column <= PresenceModel::Upload;
}

double fractionOf(qint64 lacking, qint64 size) {
    return size <= 0 || lacking < 0 ? 0 : double(size - std::min(lacking, size)) / double(size);
}

} // namespace

QList<PresenceModel::Row> PresenceModel::rowsOf(const tracker::TrackerSnapshot& snapshot) {
    std::unordered_map<std::int64_t, const tracker::FriendStatus*> friends;
    for (const tracker::FriendStatus& status : snapshot.friends)
        friends.emplace(status.id, &status);
    std::unordered_map<TorrentId, const tracker::HostedStatus*> torrents;
    for (const tracker::HostedStatus& status : snapshot.hosted) {
        torrents.emplace(status.torrent.infoHash.id(), &status);
        if (const auto second = status.torrent.infoHash.truncatedV2())
            torrents.emplace(*second, &status);
    }
    QList<Row> rows;
    for (const tracker::FriendOnTorrent& one : snapshot.friendsOnTorrents) {
        const auto who = friends.find(one.friendId);
        const auto what = torrents.find(one.torrent);
        if (who == friends.end() || who->second->revokedAt || what == torrents.end())
            continue;
        const tracker::HostedTorrent& torrent = what->second->torrent;
        rows.append(
            {one, QString::fromStdString(who->second->name), QString::fromStdString(torrent.name), torrent.size});
    }
    return rows;
}

void PresenceModel::update(const tracker::TrackerSnapshot& snapshot, qint64 now) {
    const bool isNextMinute = now / kMinute != m_now / kMinute; // "2 min ago" changes by itself
    m_now = now;
    merge(rowsOf(snapshot));
    if (isNextMinute && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, LastSeen), index(int(m_rows.size()) - 1, LastSeen));
}

void PresenceModel::merge(const QList<Row>& rows) {
    removeAllBut(rows);
    std::map<Key, int> places;
    for (int at = 0; at < int(m_rows.size()); ++at)
        places.emplace(m_rows[at].key(), at);
    QList<Row> added;
    for (const Row& row : rows) {
        const auto known = places.find(row.key());
        if (known == places.end()) {
            added.append(row);
        } else if (!(m_rows[known->second] == row)) {
            m_rows[known->second] = row;
            Q_EMIT dataChanged(index(known->second, 0), index(known->second, ColumnCount - 1));
        }
    }
    if (added.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
    m_rows.append(added);
    endInsertRows();
}

/// In runs, since a torrent that is hosted no more takes many rows along.
void PresenceModel::removeAllBut(const QList<Row>& rows) {
    std::set<Key> wanted;
    for (const Row& row : rows)
        wanted.insert(row.key());
    for (int end = int(m_rows.size()); end > 0;) {
        int begin = end;
        while (begin > 0 && !wanted.contains(m_rows[begin - 1].key()))
            --begin;
        if (begin < end) {
            beginRemoveRows({}, begin, end - 1);
            m_rows.remove(begin, end - begin);
            endRemoveRows();
        }
        end = begin - 1;
    }
}

void PresenceModel::updateReachable() {
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Reachable), index(int(m_rows.size()) - 1, Reachable));
}

int PresenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PresenceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString PresenceModel::progress(const Row& row) const {
    return row.what.lacking < 0 ? QString() : text::percent(fractionOf(row.what.lacking, row.size));
}

QString PresenceModel::reachable(const Row& row) const {
    if (row.what.activeClients == 0)
        return {};
    switch (m_probe.answer(row.what.peers)) {
    case Answer::Yes:
        return tr("Yes");
    case Answer::No:
        return tr("No");
    case Answer::Unknown:
        break;
    }
    return {};
}

QString PresenceModel::text(const Row& row, int column) const {
    const bool isHere = row.what.activeClients > 0;
    switch (column) {
    case Friend:
        return row.who;
    case Torrent:
        return row.torrent;
    case Progress:
        return progress(row);
    case Download:
        return isHere ? essaim::text::rate(qint64(row.what.downloadRate)) : QString();
    case Upload:
        return isHere ? essaim::text::rate(qint64(row.what.uploadRate)) : QString();
    case Program:
        return hosting::clientName(row.what.program);
    case Reachable:
        return reachable(row);
    default:
        return lastSeenText(row.what.lastSeen, isHere, m_now);
    }
}

QString PresenceModel::toolTip(const Row& row, int column) const {
    switch (column) {
    case Progress:
        return row.what.lacking > 0 ? tr("%1 to go").arg(essaim::text::size(row.what.lacking)) : QString();
    case Download:
        return tr("%1 taken in all, as its programs report it").arg(essaim::text::size(qint64(row.what.downloaded)));
    case Upload:
        return tr("%1 given in all, as its programs report it").arg(essaim::text::size(qint64(row.what.uploaded)));
    case Reachable:
        return reachable(row) == tr("No") ? tr("A connection from here did not get through. It can still download, and "
                                               "from others who can be reached.")
                                          : QString();
    default:
        return plainToolTip(text(row, column));
    }
}

QVariant PresenceModel::sortValue(const Row& row, int column) const {
    switch (column) {
    case Progress:
        return fractionOf(row.what.lacking, row.size);
    case Download:
        return row.what.downloadRate;
    case Upload:
        return row.what.uploadRate;
    case LastSeen:
        return qlonglong(row.what.activeClients > 0 ? std::numeric_limits<qint64>::max() : row.what.lastSeen);
    default:
        return text(row, column);
    }
}

QVariant PresenceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isRight(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case kSortRole:
        return sortValue(row, index.column());
    default:
        return {};
    }
}

QVariant PresenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isRight(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Friend:
        return tr("Friend");
    case Torrent:
        return tr("Torrent");
    case Progress:
        return tr("Has");
    case Download:
        return tr("Takes");
    case Upload:
        return tr("Gives");
    case Program:
        return tr("Program");
    case Reachable:
        return tr("Reachable");
    default:
        return tr("Last seen");
    }
}

} // namespace essaim::gui
