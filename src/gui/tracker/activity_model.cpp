#include "gui/tracker/activity_model.h"

#include "gui/widgets/tool_tip.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace essaim::gui {

using tracker::Activity;
using tracker::ActivityEntry;

void ActivityModel::setEntries(const std::vector<ActivityEntry>& entries) {
    // What is new stands before what was the newest.
    const auto known = m_entries.empty() ? entries.end() : std::ranges::find(entries, m_entries.front());
    const auto added = known - entries.begin();
    const bool continues =
        known != entries.end() &&
        std::equal(known, entries.end(), m_entries.begin(), m_entries.begin() + (entries.end() - known));
    if (!continues || std::size_t(entries.end() - known) != m_entries.size()) {
        beginResetModel();
        m_entries = entries;
        endResetModel();
        return;
    }
    if (added == 0)
        return;
    beginInsertRows({}, 0, int(added) - 1);
    m_entries.insert(m_entries.begin(), entries.begin(), known);
    endInsertRows();
}

QByteArray ActivityModel::toText(const QList<int>& rows) const {
    QByteArray text;
    for (const int row : rows) {
        const ActivityEntry& entry = m_entries[std::size_t(row)];
        const QDateTime at = QDateTime::fromSecsSinceEpoch(entry.at);
        text += at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODate).toUtf8() + '\t' +
                sentence(entry).simplified().toUtf8() + '\n';
    }
    return text;
}

QString ActivityModel::sentence(const ActivityEntry& entry) {
    const QString subject = QString::fromStdString(entry.subject);
    const QString detail = QString::fromStdString(entry.detail);
    switch (entry.kind) {
    case Activity::TorrentHosted:
        return tr("“%1” is shared").arg(subject);
    case Activity::TorrentShared:
        return tr("“%1” is shared with others than before").arg(subject);
    case Activity::TorrentStopped:
        return tr("“%1” is shared no more").arg(subject);
    case Activity::TorrentRemoved:
        return tr("“%1” was taken down: %2").arg(subject, detail);
    case Activity::TorrentBlocked:
        if (subject.isEmpty())
            return tr("%n torrents were blocked", nullptr, detail.toInt());
        return detail.isEmpty() ? tr("“%1” was blocked").arg(subject) : tr("“%1” was blocked: %2").arg(subject, detail);
    case Activity::TorrentAllowed:
        if (subject.isEmpty())
            return tr("%n torrents are no longer blocked", nullptr, detail.toInt());
        return tr("“%1” is no longer blocked").arg(subject);
    case Activity::FriendAdded:
        return tr("%1 was invited").arg(subject);
    case Activity::FriendChanged:
        return tr("%1 was changed").arg(subject);
    case Activity::FriendPaused:
        return tr("%1 was paused").arg(subject);
    case Activity::FriendResumed:
        return tr("%1 may come again").arg(subject);
    case Activity::FriendRenewed:
        return tr("%1 has a new key").arg(subject);
    case Activity::FriendRevoked:
        return tr("%1 was revoked").arg(subject);
    case Activity::FriendForgotten:
        return tr("%1 was forgotten").arg(subject);
    case Activity::FriendCame:
        return tr("%1 came for “%2”").arg(subject, detail);
    case Activity::FriendCompleted:
        return tr("%1 has all of “%2”").arg(subject, detail);
    case Activity::OutsiderCame:
        return tr("Somebody from outside got through (%1)").arg(detail);
    case Activity::DatabaseMended:
        return tr("The tracker’s memory was damaged and has been mended; the damaged one is kept in “%1”").arg(detail);
    case Activity::StandInAccepted:
        return tr("The tracker of %1 stands in when yours is away").arg(subject);
    case Activity::StandInEnded:
        return tr("The tracker of %1 stands in no more").arg(subject);
    case Activity::OwnKeyRenewed:
        return tr("Your own client has a new key");
    case Activity::NetworkAdded:
        return tr("The network “%1” was added").arg(subject);
    case Activity::NetworkChanged:
        return tr("The network “%1” was changed").arg(subject);
    case Activity::NetworkRemoved:
        return tr("The network “%1” was removed").arg(subject);
    case Activity::NetworkAllowed:
        return tr("Whoever is in the network “%1” gets in").arg(subject);
    case Activity::NetworkDenied:
        return tr("Nobody in the network “%1” gets in any more").arg(subject);
    case Activity::NetworksReordered:
        return tr("The networks have another order");
    case Activity::ElsewhereAllowed:
        return tr("Whoever is in none of the networks gets in");
    case Activity::ElsewhereDenied:
        return tr("Nobody gets in any more who is in none of the networks");
    case Activity::AddressBanned:
        return subject.isEmpty() ? tr("%n addresses or ranges were banned", nullptr, detail.toInt())
                                 : tr("%1 was banned").arg(subject);
    case Activity::AddressFreed:
        return subject.isEmpty() ? tr("%n addresses or ranges are no longer banned", nullptr, detail.toInt())
                                 : tr("%1 is no longer banned").arg(subject);
    }
    return {};
}

int ActivityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ActivityModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ActivityEntry& entry = m_entries[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return index.column() == When
                   ? QLocale().toString(QDateTime::fromSecsSinceEpoch(entry.at), QLocale::ShortFormat)
                   : sentence(entry);
    if (role == Qt::ToolTipRole && index.column() == What)
        return plainToolTip(sentence(entry));
    return {};
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == When ? tr("When") : tr("What");
}

} // namespace essaim::gui
