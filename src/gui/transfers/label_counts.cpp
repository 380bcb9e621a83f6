#include "gui/transfers/label_counts.h"

#include <algorithm>

namespace essaim::gui {

using engine::TorrentSnapshot;

namespace {

bool isBelow(const QString& path, const QString& folder) {
    return path.startsWith(folder) && (path.size() == folder.size() || path[folder.size()] == u'/');
}

} // namespace

bool LabelFilter::matches(const TorrentSnapshot& torrent) const {
    if (const auto& category = chosen[std::size_t(LabelKind::Category)]) {
        if (category->isEmpty() ? !torrent.category.isEmpty() : !isBelow(torrent.category, *category))
            return false;
    }
    if (const auto& tag = chosen[std::size_t(LabelKind::Tag)]) {
        if (tag->isEmpty() ? !torrent.tags.isEmpty() : !torrent.tags.contains(*tag))
            return false;
    }
    if (const auto& tracker = chosen[std::size_t(LabelKind::Tracker)]; tracker && torrent.currentTracker != *tracker)
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

void LabelCounts::add(const TorrentSnapshot& torrent, int step) {
    count(LabelKind::Category, torrent.category, step);
    for (qsizetype slash = torrent.category.lastIndexOf(u'/'); slash > 0;
         slash = torrent.category.lastIndexOf(u'/', slash - 1))
        count(LabelKind::Category, torrent.category.left(slash), step);
    if (torrent.tags.isEmpty())
        count(LabelKind::Tag, QString(), step);
    for (const QString& tag : torrent.tags)
        count(LabelKind::Tag, tag, step);
    count(LabelKind::Tracker, torrent.currentTracker, step);
    count(LabelKind::Drive, driveOf(torrent.savePath), step);
}

bool LabelCounts::areAlike(const TorrentSnapshot& left, const TorrentSnapshot& right) const {
    return left.category == right.category && left.tags == right.tags && left.currentTracker == right.currentTracker &&
           left.savePath == right.savePath;
}

} // namespace essaim::gui
