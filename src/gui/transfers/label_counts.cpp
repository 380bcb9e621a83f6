#include "gui/transfers/label_counts.h"

#include <algorithm>

namespace essaim::gui {

using engine::TorrentSnapshot;

namespace {

bool isBelow(const QString& path, const QString& folder) {
    return path.startsWith(folder) && (path.size() == folder.size() || path[folder.size()] == u'/');
}

/// Nothing chosen: any; the empty label: those that have none.
bool isAmong(const QStringList& labels, const std::optional<QString>& label) {
    return !label || (label->isEmpty() ? labels.isEmpty() : labels.contains(*label));
}

} // namespace

bool LabelFilter::matches(const TorrentSnapshot& torrent) const {
    if (const auto& category = chosen[std::size_t(LabelKind::Category)]) {
        if (category->isEmpty() ? !torrent.category.isEmpty() : !isBelow(torrent.category, *category))
            return false;
    }
    if (!isAmong(torrent.tags, chosen[std::size_t(LabelKind::Tag)]) ||
        !isAmong(torrent.trackerHosts, chosen[std::size_t(LabelKind::Tracker)]))
        return false;
    // Only a mount point that has torrents can be chosen, never the system's.
    const auto& drive = chosen[std::size_t(LabelKind::Drive)];
    return !drive || isBelow(torrent.savePath, *drive);
}

void LabelCounts::setDrives(const QStringList& points) {
    m_drives = points;
    std::ranges::sort(m_drives, [](const QString& left, const QString& right) { return left.size() > right.size(); });
    m_counts = {};
}

QString LabelCounts::driveOf(const QString& path) const {
    const auto found = std::ranges::find_if(m_drives, [&path](const QString& point) { return isBelow(path, point); });
    return found == m_drives.end() ? QString() : *found;
}

void LabelCounts::count(LabelKind kind, const QString& label, int step) {
    QMap<QString, int>& counts = m_counts[std::size_t(kind)];
    if ((counts[label] += step) <= 0)
        counts.remove(label);
}

void LabelCounts::countEach(LabelKind kind, const QStringList& labels, int step) {
    if (labels.isEmpty())
        count(kind, QString(), step);
    for (const QString& label : labels)
        count(kind, label, step);
}

void LabelCounts::add(const TorrentSnapshot& torrent, int step) {
    count(LabelKind::Category, torrent.category, step);
    for (qsizetype slash = torrent.category.lastIndexOf(u'/'); slash > 0;
         slash = torrent.category.lastIndexOf(u'/', slash - 1))
        count(LabelKind::Category, torrent.category.left(slash), step);
    countEach(LabelKind::Tag, torrent.tags, step);
    countEach(LabelKind::Tracker, torrent.trackerHosts, step);
    count(LabelKind::Drive, driveOf(torrent.savePath), step);
}

bool LabelCounts::areAlike(const TorrentSnapshot& left, const TorrentSnapshot& right) const {
    return left.category == right.category && left.tags == right.tags && left.trackerHosts == right.trackerHosts &&
           left.savePath == right.savePath;
}

} // namespace essaim::gui
