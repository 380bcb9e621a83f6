#include "gui/transfers/transfer_model.h"

#include "gui/transfers/transfer_columns.h"
#include "gui/transfers/transfer_sentence.h"
#include "gui/widgets/tool_tip.h"

#include <algorithm>
#include <utility>

namespace essaim::gui {

using engine::TorrentSnapshot;

namespace {

/// From so many on, changes are announced by columns instead of cell by cell: each announcement that concerns the
/// column that rows are sorted by has the view arrange itself anew.
constexpr qsizetype kMany = 64;

} // namespace

void TransferModel::Changed::add(int row, int first, int last) {
    top = top < 0 ? row : std::min(top, row);
    bottom = std::max(bottom, row);
    columns.resize(transferColumns().size(), false);
    std::fill(columns.begin() + first, columns.begin() + last + 1, true);
}

TransferModel::TransferModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void TransferModel::merge(const QList<TorrentSnapshot>& torrents) {
    const auto countsBefore = m_counts;
    std::vector<TorrentSnapshot> added;
    std::unordered_map<TorrentId, std::size_t> addedAt; // one batch may name a torrent twice
    Changed changed;
    Changed* together = torrents.size() >= kMany ? &changed : nullptr;
    for (const TorrentSnapshot& torrent : torrents) {
        if (const int row = rowOf(torrent.id); row >= 0) {
            update(row, torrent, together);
        } else if (const auto again = addedAt.find(torrent.id); again != addedAt.end()) {
            added[again->second] = torrent;
        } else {
            addedAt.emplace(torrent.id, added.size());
            added.push_back(torrent);
        }
    }
    announceTogether(changed);
    if (!added.empty())
        append(added);
    if (m_counts != countsBefore)
        Q_EMIT countsChanged();
    if (std::exchange(m_areLabelsChanged, false))
        Q_EMIT labelsChanged();
}

void TransferModel::remove(const QList<TorrentId>& ids) {
    std::vector<int> rows;
    for (const TorrentId& id : ids) {
        if (const int row = rowOf(id); row >= 0)
            rows.push_back(row);
    }
    if (rows.empty())
        return;
    // From the end, one neighbourhood at a time: rows before it keep their numbers.
    std::ranges::sort(rows);
    const auto duplicates = std::ranges::unique(rows);
    rows.erase(duplicates.begin(), duplicates.end());
    for (auto end = rows.end(); end != rows.begin();) {
        auto begin = end - 1;
        while (begin != rows.begin() && *(begin - 1) == *begin - 1)
            --begin;
        removeRun(*begin, *(end - 1));
        end = begin;
    }
    Q_EMIT countsChanged();
    m_areLabelsChanged = false;
    Q_EMIT labelsChanged();
}

int TransferModel::rowOf(const TorrentId& id) const {
    const auto found = m_index.find(id);
    return found == m_index.end() ? -1 : found->second;
}

int TransferModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TransferModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(transferColumns().size());
}

QVariant TransferModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TorrentSnapshot& torrent = m_rows[std::size_t(index.row())];
    const TransferColumn& column = transferColumns()[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.text(torrent);
    case Qt::ToolTipRole:
        return plainToolTip(column.style == CellStyle::Status ? transferStatusSentence(torrent) : column.text(torrent));
    case Qt::AccessibleTextRole: // the first cell speaks for the row, each other one for itself
        return index.column() == 0 ? transferSentence(torrent)
                                   : QStringLiteral("%1: %2").arg(column.translatedTitle(), column.text(torrent));
    case Qt::TextAlignmentRole:
        return int(column.alignment);
    case ProgressRole:
        return torrent.hasMetadata ? QVariant(torrent.progress) : QVariant();
    case TintRole:
        return int(
            column.style == CellStyle::Progress && torrent.isComplete() ? Tint::Whole : transferTint(torrent.state));
    case StyleRole:
        return int(column.style);
    default:
        return {};
    }
}

QVariant TransferModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TransferColumn& column = transferColumns()[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.translatedTitle();
    case Qt::ToolTipRole:
        return column.translatedTooltip();
    case Qt::TextAlignmentRole:
        return int(column.alignment);
    default:
        return {};
    }
}

void TransferModel::append(const std::vector<TorrentSnapshot>& torrents) {
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(torrents.size()) - 1);
    for (const TorrentSnapshot& torrent : torrents) {
        m_index.emplace(torrent.id, int(m_rows.size()));
        m_rows.push_back(torrent);
        addToCounts(torrent, 1);
    }
    endInsertRows();
}

void TransferModel::update(int row, const TorrentSnapshot& torrent, Changed* together) {
    TorrentSnapshot& known = m_rows[std::size_t(row)];
    if (known == torrent)
        return;
    const TorrentSnapshot before = std::exchange(known, torrent);
    const bool isLabelledAlike = m_labels.areAlike(before, torrent);
    countState(before, -1);
    countState(torrent, 1);
    if (!isLabelledAlike) {
        m_labels.add(before, -1);
        m_labels.add(torrent, 1);
        m_areLabelsChanged = true;
    }
    Q_EMIT rowChanged(row);
    announceChanges(row, before, together);
}

void TransferModel::announceChanges(int row, const TorrentSnapshot& before, Changed* together) {
    const TorrentSnapshot& now = m_rows[std::size_t(row)];
    const auto columns = transferColumns();
    const int count = int(columns.size());
    int begin = 0;
    for (int i = 0; i <= count; ++i) {
        const bool changed = i < count && columns[std::size_t(i)].value(before) != columns[std::size_t(i)].value(now);
        if (changed)
            continue;
        if (i > begin && together != nullptr)
            together->add(row, begin, i - 1);
        else if (i > begin)
            Q_EMIT dataChanged(index(row, begin), index(row, i - 1));
        begin = i + 1;
    }
}

void TransferModel::announceTogether(const Changed& changed) {
    const int count = int(changed.columns.size());
    for (int begin = 0; begin < count; ++begin) {
        if (!changed.columns[std::size_t(begin)])
            continue;
        int end = begin;
        while (end + 1 < count && changed.columns[std::size_t(end) + 1])
            ++end;
        Q_EMIT dataChanged(index(changed.top, begin), index(changed.bottom, end));
        begin = end;
    }
}

void TransferModel::removeRun(int first, int last) {
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row) {
        addToCounts(m_rows[std::size_t(row)], -1);
        m_index.erase(m_rows[std::size_t(row)].id);
    }
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    for (std::size_t i = std::size_t(first); i < m_rows.size(); ++i)
        m_index[m_rows[i].id] = int(i);
    endRemoveRows();
}

void TransferModel::setDrives(const QStringList& points) {
    m_labels.setDrives(points);
    for (const TorrentSnapshot& torrent : m_rows)
        m_labels.add(torrent, 1);
    Q_EMIT labelsChanged();
}

void TransferModel::addToCounts(const TorrentSnapshot& torrent, int step) {
    countState(torrent, step);
    m_labels.add(torrent, step);
    m_areLabelsChanged = true;
}

void TransferModel::countState(const TorrentSnapshot& torrent, int step) {
    for (int filter = 0; filter < kStatusFilterCount; ++filter) {
        if (isIn(StatusFilter(filter), torrent))
            m_counts[std::size_t(filter)] += step;
    }
}

} // namespace essaim::gui
