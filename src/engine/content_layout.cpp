#include "engine/content_layout.h"

#include <QFileInfo>

#include <algorithm>

namespace essaim::engine {

namespace {

bool hasFolder(const TorrentDescription& torrent) {
    return std::ranges::any_of(
        torrent.files, [](const TorrentFileEntry& file) { return !file.isPadding && file.path.contains(u'/'); });
}

/// For a single file that gets one.
QString folderName(const TorrentDescription& torrent, const QString& name) {
    const QString folder = name.isEmpty() ? QFileInfo(torrent.name).completeBaseName() : name;
    const bool isName = !folder.isEmpty() && folder != QLatin1String(".") && folder != QLatin1String("..");
    return isName ? folder : torrent.name; // of "...mkv", the base is ".."
}

} // namespace

QStringList diskPathsOf(const TorrentDescription& torrent, ContentLayout layout, const QString& name) {
    const bool hasOne = hasFolder(torrent);
    const bool getsOne = layout == ContentLayout::OwnFolder && !hasOne;
    const bool losesOne = layout == ContentLayout::NoFolder && hasOne;
    const bool isRenamed = !name.isEmpty() && name != torrent.name;
    if (!getsOne && !losesOne && !isRenamed)
        return {};
    QStringList paths;
    for (const TorrentFileEntry& file : torrent.files) {
        if (file.isPadding)
            continue;
        const qsizetype slash = file.path.indexOf(u'/');
        if (losesOne)
            paths.append(file.path.mid(slash + 1));
        else if (getsOne)
            paths.append(folderName(torrent, name) + u'/' + file.path);
        else
            paths.append(slash < 0 ? name : name + file.path.mid(slash));
    }
    return paths;
}

} // namespace essaim::engine
