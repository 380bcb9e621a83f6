#include "gui/tracker/friends_model.h"

#include "gui/tracker/initials_picture.h"
#include "gui/tracker/last_seen_text.h"
#include "gui/widgets/plain_letters.h"
#include "gui/widgets/tool_tip.h"
#include "hosting/advice.h"
#include "text/text.h"

#include <algorithm>
#include <limits>

namespace essaim::gui {

using tracker::FriendStatus;

namespace {

constexpr qint64 kMinute = 60;

bool seemsShared(const FriendStatus& status) {
    return status.activeNetworks >= hosting::kPlacesOfASharedKey;
}

bool isRight(int column) {
    return column == FriendsModel::Sent || column == FriendsModel::Received;
}

Tint tintOf(const FriendStatus& status) {
    if (status.revokedAt)
        return Tint::Loss;
    if (status.isPaused || seemsShared(status))
        return Tint::Attention;
    return status.activeClients > 0 ? Tint::Whole : Tint::Muted;
}

/// Who is here comes first, who may not come last.
int rankOf(const FriendStatus& status) {
    if (status.revokedAt)
        return 3;
    if (status.isPaused)
        return 2;
    return status.activeClients > 0 ? 0 : 1;
}

QVariant sortValue(const FriendStatus& status, int column) {
    switch (column) {
    case FriendsModel::Name:
        return QString::fromStdString(status.name);
    case FriendsModel::Standing:
        return rankOf(status);
    case FriendsModel::LastSeen:
        return qlonglong(status.activeClients > 0 ? std::numeric_limits<qint64>::max() : status.lastSeen);
    case FriendsModel::Sent:
        return qulonglong(status.uploaded);
    case FriendsModel::Received:
        return qulonglong(status.downloaded);
    default:
        return QString::fromStdString(status.fingerprint);
    }
}

} // namespace

void FriendsModel::update(const std::vector<FriendStatus>& friends, qint64 now) {
    const bool isNextMinute = now / kMinute != m_now / kMinute; // "2 min ago" changes by itself
    m_now = now;
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(friends, m_rows[row].id, &FriendStatus::id) != friends.end())
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (const FriendStatus& status : friends) {
        const auto known = std::ranges::find(m_rows, status.id, &FriendStatus::id);
        if (known == m_rows.end()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
            m_pictures.insert(status.id, initialsPicture(QString::fromStdString(status.name)));
            m_rows.append(status);
            endInsertRows();
        } else if (!(*known == status) || isNextMinute) {
            const int row = int(known - m_rows.begin());
            if (known->name != status.name)
                m_pictures.insert(status.id, initialsPicture(QString::fromStdString(status.name)));
            *known = status;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

int FriendsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FriendsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString FriendsModel::standing(const FriendStatus& status) const {
    if (status.revokedAt)
        return tr("Revoked");
    if (status.isPaused)
        return tr("Paused");
    if (seemsShared(status))
        return tr("Key used at %n place(s)", nullptr, int(status.activeNetworks));
    if (status.activeClients > 0)
        return tr("Here, on %n torrent(s)", nullptr, int(status.activeTorrents));
    return status.lastSeen == 0 ? tr("Not seen yet") : tr("Away");
}

QString FriendsModel::lastSeen(const FriendStatus& status) const {
    return lastSeenText(status.lastSeen, status.activeClients > 0, m_now);
}

QString FriendsModel::searched(const FriendStatus& status) const {
    QStringList parts{QString::fromStdString(status.note)};
    for (int column = Name; column < Key; ++column)
        parts << text(status, column);
    return plainLetters(parts.join(u'\n'));
}

QString FriendsModel::text(const FriendStatus& status, int column) const {
    switch (column) {
    case Name:
        return QString::fromStdString(status.name);
    case Standing:
        return standing(status);
    case LastSeen:
        return lastSeen(status);
    case Sent:
        return text::size(qint64(status.uploaded));
    case Received:
        return text::size(qint64(status.downloaded));
    default:
        return QStringLiteral("••••••••");
    }
}

QString FriendsModel::toolTip(const FriendStatus& status, int column) const {
    if (column == Name)
        return plainToolTip(QString::fromStdString(status.note.empty() ? status.name : status.note));
    if (column == Standing && seemsShared(status))
        return tr("So many at once may mean that the key was given on. A new key stops that; the totals stay.");
    if (column == Standing && status.activeClients > 0)
        return tr("%n program(s) with this friend’s key", nullptr, int(status.activeClients));
    if (column != Key)
        return {};
    if (status.fromConfiguration)
        return tr("The key stands in a configuration file.");
    if (!status.hasKeys && !status.revokedAt)
        return tr("The key works, but cannot be shown again. Give a new one to make links.");
    return tr("Fingerprint of the key: %1").arg(QString::fromStdString(status.fingerprint));
}

QVariant FriendsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FriendStatus& status = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(status, index.column());
    case Qt::DecorationRole:
        return index.column() == Name ? QVariant(m_pictures.value(status.id)) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(status, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Key ? tr("Key hidden") : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isRight(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case kSortRole:
        return sortValue(status, index.column());
    case kSearchRole:
        return index.column() == Name ? QVariant(searched(status)) : QVariant();
    case kTintRole:
        return index.column() == Standing ? QVariant(int(tintOf(status))) : QVariant();
    default:
        return {};
    }
}

QVariant FriendsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isRight(section) ? Qt::AlignRight : Qt::AlignLeft));
    const bool wantsTitle = role == Qt::DisplayRole;
    if (!wantsTitle && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case Name:
        return wantsTitle ? tr("Friend") : tr("Whom you invited");
    case Standing:
        return wantsTitle ? tr("Standing") : tr("Whether this friend is here, paused or revoked");
    case LastSeen:
        return wantsTitle ? tr("Last seen") : tr("When a program of this friend asked your tracker last");
    case Sent:
        return wantsTitle ? tr("Sent") : tr("What this friend gave to others, as its programs report it");
    case Received:
        return wantsTitle ? tr("Received") : tr("What this friend took from others, as its programs report it");
    default:
        return wantsTitle ? tr("Key") : tr("The secret that ends this friend’s announce address");
    }
}

} // namespace essaim::gui
