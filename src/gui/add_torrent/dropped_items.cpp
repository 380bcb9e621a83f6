#include "gui/add_torrent/dropped_items.h"

#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

namespace essaim::gui {

namespace {

/// A magnet link for an info-hash that stands alone: v1 as 40 hex or 32 base32 digits, v2 as 64 hex digits.
QString magnetOfHash(const QString& text) {
    static const QRegularExpression v1(QStringLiteral("^([0-9a-fA-F]{40}|[A-Za-z2-7]{32})$"));
    static const QRegularExpression v2(QStringLiteral("^[0-9a-fA-F]{64}$"));
    if (v1.match(text).hasMatch())
        return QStringLiteral("magnet:?xt=urn:btih:") + text;
    if (v2.match(text).hasMatch())
        return QStringLiteral("magnet:?xt=urn:btmh:1220") + text; // multihash prefix of SHA-256
    return {};
}

void sortPath(const QString& path, DroppedItems& result) {
    const QFileInfo info(path);
    if (!info.exists())
        return;
    const bool isTorrent = !info.isDir() && info.suffix().compare(QLatin1String("torrent"), Qt::CaseInsensitive) == 0;
    (isTorrent ? result.torrentFiles : result.sources).append(info.absoluteFilePath());
}

void sortItem(const QString& item, DroppedItems& result) {
    const auto startsWith = [&item](const char* prefix) {
        return item.startsWith(QLatin1String(prefix), Qt::CaseInsensitive);
    };
    if (startsWith("magnet:") || startsWith("http://") || startsWith("https://"))
        result.links.append(item);
    else if (startsWith("file:"))
        sortPath(QUrl(item).toLocalFile(), result);
    else if (const QString magnet = magnetOfHash(item); !magnet.isEmpty() && !QFileInfo::exists(item))
        result.links.append(magnet);
    else
        sortPath(item, result);
}

} // namespace

DroppedItems sortItems(const QStringList& items) {
    DroppedItems result;
    for (const QString& item : items) {
        if (const QString trimmed = item.trimmed(); !trimmed.isEmpty() && !trimmed.contains(QChar::Null))
            sortItem(trimmed, result);
    }
    for (QStringList* list : {&result.torrentFiles, &result.links, &result.sources})
        list->removeDuplicates();
    return result;
}

DroppedItems sortMimeData(const QMimeData& data) {
    QStringList items;
    if (data.hasUrls()) {
        for (const QUrl& url : data.urls())
            items.append(url.isLocalFile() ? url.toLocalFile() : url.toString(QUrl::FullyEncoded));
    } else if (data.hasText()) {
        for (const QString& line : data.text().split(QLatin1Char('\n'))) {
            // Words in a text are no paths: only what says by its form that it is meant is taken.
            const QString word = line.trimmed();
            if (word.contains(QLatin1Char(':')) || QFileInfo(word).isAbsolute() || !magnetOfHash(word).isEmpty())
                items.append(word);
        }
    }
    return sortItems(items);
}

} // namespace essaim::gui
