#include "gui/details/trackers_model.h"

#include "gui/details/details_table.h"
#include "gui/details/source_words.h"
#include "gui/widgets/tool_tip.h"
#include "text/detail_words.h"
#include "text/text.h"

#include <QLocale>

#include <algorithm>

namespace essaim::gui {

using engine::PeerSourceDetails;
using engine::SourceState;
using engine::TrackerAnnounce;
using engine::TrackerDetails;

namespace {

QString countText(int count) {
    return count < 0 ? QString() : QLocale().toString(count);
}

QString inTime(qint64 seconds) {
    return seconds < 0 ? QString() : text::duration(seconds);
}

/// The most that any of the announces knows; -1 if none does.
int most(const TrackerDetails& tracker, int TrackerAnnounce::* member) {
    int result = -1;
    for (const TrackerAnnounce& announce : tracker.announces)
        result = qMax(result, announce.*member);
    return result;
}

qint64 soonest(const TrackerDetails& tracker, qint64 TrackerAnnounce::* member) {
    qint64 result = -1;
    for (const TrackerAnnounce& announce : tracker.announces) {
        if (announce.*member >= 0 && (result < 0 || announce.*member < result))
            result = announce.*member;
    }
    return result;
}

QString announceText(const TrackerAnnounce& announce, int column) {
    switch (column) {
    case TrackersModel::UrlColumn:
        return announce.isV2 ? TrackersModel::tr("from %1, version 2").arg(announce.from)
                             : TrackersModel::tr("from %1, version 1").arg(announce.from);
    case TrackersModel::StateColumn:
        return sourceStateWords(announce.state);
    case TrackersModel::SeedsColumn:
        return countText(announce.seeds);
    case TrackersModel::LeechersColumn:
        return countText(announce.leechers);
    case TrackersModel::DownloadsColumn:
        return countText(announce.downloads);
    case TrackersModel::NextColumn:
        return inTime(announce.nextSeconds);
    case TrackersModel::NotBeforeColumn:
        return inTime(announce.minSeconds);
    case TrackersModel::MessageColumn:
        return text::detailWords(announce.message);
    default:
        return {};
    }
}

QString trackerText(const TrackerDetails& tracker, int column) {
    switch (column) {
    case TrackersModel::UrlColumn:
        return withoutSecret(tracker.url);
    case TrackersModel::TierColumn:
        return QLocale().toString(tracker.tier + 1);
    case TrackersModel::StateColumn:
        return sourceStateWords(tracker.state);
    case TrackersModel::SeedsColumn:
        return countText(most(tracker, &TrackerAnnounce::seeds));
    case TrackersModel::LeechersColumn:
        return countText(most(tracker, &TrackerAnnounce::leechers));
    case TrackersModel::DownloadsColumn:
        return countText(most(tracker, &TrackerAnnounce::downloads));
    case TrackersModel::NextColumn:
        return inTime(soonest(tracker, &TrackerAnnounce::nextSeconds));
    case TrackersModel::NotBeforeColumn:
        return inTime(soonest(tracker, &TrackerAnnounce::minSeconds));
    case TrackersModel::MessageColumn:
        return text::detailWords(tracker.message);
    default:
        return {};
    }
}

QString sourceText(const PeerSourceDetails& source, int column) {
    switch (column) {
    case TrackersModel::UrlColumn:
        return peerSourceName(source.kind);
    case TrackersModel::StateColumn:
        return sourceStateWords(source.state);
    case TrackersModel::MessageColumn:
        if (source.isForbidden)
            return TrackersModel::tr("The torrent is private");
        return source.peers > 0 ? TrackersModel::tr("%n of the connected peers", nullptr, source.peers) : QString();
    default:
        return {};
    }
}

} // namespace

void TrackersModel::setDetails(const engine::TrackersDetails& details) {
    if (details == m_details)
        return;
    if (!isSameShape(details)) {
        beginResetModel();
        m_details = details;
        return endResetModel();
    }
    m_details = details;
    const int last = rowCount() - 1;
    Q_EMIT dataChanged(index(0, 0), index(last, ColumnCount - 1));
    for (int row = sources(); row <= last; ++row) {
        const QModelIndex tracker = index(row, 0);
        if (const int count = rowCount(tracker); count > 0)
            Q_EMIT dataChanged(index(0, 0, tracker), index(count - 1, ColumnCount - 1, tracker));
    }
}

bool TrackersModel::isSameShape(const engine::TrackersDetails& details) const {
    return details.sources.size() == m_details.sources.size() && rowCount() > 0 &&
           std::ranges::equal(details.trackers, m_details.trackers, [](const auto& left, const auto& right) {
               return left.url == right.url && left.announces.size() == right.announces.size();
           });
}

QString TrackersModel::urlOf(const QModelIndex& index) const {
    const QModelIndex top = index.parent().isValid() ? index.parent() : index;
    return top.isValid() && top.row() >= sources() ? m_details.trackers[top.row() - sources()].url : QString();
}

QList<QStringList> TrackersModel::tiers() const {
    QList<QStringList> tiers;
    int last = -1;
    for (const TrackerDetails& tracker : m_details.trackers) {
        if (tracker.tier != last)
            tiers.append(QStringList());
        last = tracker.tier;
        tiers.back().append(tracker.url);
    }
    return tiers;
}

QModelIndex TrackersModel::index(int row, int column, const QModelIndex& parent) const {
    // 0 = a row at the top, else the row of the parent and one.
    return hasIndex(row, column, parent) ? createIndex(row, column, quintptr(parent.isValid() ? parent.row() + 1 : 0))
                                         : QModelIndex();
}

QModelIndex TrackersModel::parent(const QModelIndex& index) const {
    return index.isValid() && index.internalId() != 0 ? createIndex(int(index.internalId()) - 1, 0, quintptr(0))
                                                      : QModelIndex();
}

int TrackersModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return sources() + int(m_details.trackers.size());
    if (parent.internalId() != 0 || parent.column() > 0 || parent.row() < sources())
        return 0;
    return int(m_details.trackers[parent.row() - sources()].announces.size());
}

int TrackersModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QString TrackersModel::text(const QModelIndex& index) const {
    if (const QModelIndex top = index.parent(); top.isValid())
        return announceText(m_details.trackers[top.row() - sources()].announces[index.row()], index.column());
    if (index.row() < sources())
        return sourceText(m_details.sources[index.row()], index.column());
    return trackerText(m_details.trackers[index.row() - sources()], index.column());
}

QVariant TrackersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return plainToolTip(text(index));
    case Qt::TextAlignmentRole:
        return int(
            (column >= SeedsColumn && column <= NotBeforeColumn) || column == TierColumn
                ? Qt::AlignRight | Qt::AlignVCenter
                : Qt::AlignLeft | Qt::AlignVCenter);
    case kDotRole: {
        if (column != StateColumn)
            return {};
        const QModelIndex top = index.parent();
        const SourceState state = top.isValid() ? m_details.trackers[top.row() - sources()].announces[index.row()].state
                                  : index.row() < sources() ? m_details.sources[index.row()].state
                                                            : m_details.trackers[index.row() - sources()].state;
        return int(sourceStateTint(state));
    }
    default:
        return {};
    }
}

QVariant TrackersModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            (section >= SeedsColumn && section <= NotBeforeColumn) || section == TierColumn
                ? Qt::AlignRight | Qt::AlignVCenter
                : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == NotBeforeColumn)
        return tr("The tracker wants to be left alone that long");
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[ColumnCount] = {tr("Source"),     tr("Tier"), tr("Status"),     tr("Seeds"),  tr("Leechers"),
                                         tr("Downloaded"), tr("Next"), tr("Not before"), tr("Message")};
    return titles[section];
}

} // namespace essaim::gui
