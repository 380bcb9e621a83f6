// What was dropped, pasted or given on the command line, sorted by what can be done with it.
#pragma once

#include <QString>
#include <QStringList>

class QMimeData;

namespace essaim::gui {

struct DroppedItems {
    QStringList torrentFiles; ///< paths of .torrent files
    QStringList links;        ///< magnet links (also made from bare info-hashes), http and https URLs
    QStringList sources;      ///< paths of other files and folders: something to make a torrent from

    [[nodiscard]] bool isEmpty() const { return torrentFiles.isEmpty() && links.isEmpty() && sources.isEmpty(); }
    [[nodiscard]] int addCount() const { return int(torrentFiles.size() + links.size()); }
};

/// Each item is a path, a file: URL, a link or an info-hash; anything else is left out. Asks the file system whether
/// paths exist and are folders.
[[nodiscard]] DroppedItems sortItems(const QStringList& items);

/// URLs if there are any, else the lines of the text.
[[nodiscard]] DroppedItems sortMimeData(const QMimeData& data);

} // namespace essaim::gui
