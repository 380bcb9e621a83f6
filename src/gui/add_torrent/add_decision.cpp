#include "gui/add_torrent/add_decision.h"

#include "gui/automation/excluded_files.h"
#include "gui/labels/label_rules.h"

namespace essaim::gui {

engine::TorrentSnapshot AddTorrentSource::expected() const {
    if (description)
        return expectedTorrent(*description);
    const auto link = engine::parseMagnet(magnet);
    return link ? expectedTorrent(*link) : engine::TorrentSnapshot();
}

qint64 AddTorrentSource::wantedSize(const QStringList& excluded) const {
    if (!description)
        return 0;
    const QList<bool> isExcluded = excludedFiles(excluded, description->files);
    qint64 size = 0;
    for (qsizetype i = 0; i < description->files.size(); ++i)
        size += isExcluded.value(i) || description->files[i].isPadding ? 0 : description->files[i].size;
    return size;
}

engine::AddTorrentRequest AddDecision::requestFor(const AddTorrentSource& source) const {
    engine::AddTorrentRequest request;
    request.torrent = source.torrent;
    request.magnet = source.magnet;
    const bool isElsewhere = !incompletePath.isEmpty() && !options.isWhole;
    request.savePath = isElsewhere ? incompletePath : savePath;
    request.finalPath = isElsewhere ? savePath : QString();
    request.paused = isPaused;
    request.existingFiles = existingFiles;
    applyOptions(options, source.description.get(), request);
    if (source.description)
        request.filePriorities = prioritiesWithout(excluded, source.description->files);
    return request;
}

} // namespace essaim::gui
