#include "gui/automation/torrent_copy.h"

#include "engine/save_file.h"

#include <QDir>
#include <QFile>

namespace essaim::gui {

namespace {

constexpr qsizetype kLongestName = 60; ///< UTF-16 units of up to 3 bytes; systems take 255 bytes, with the ending

QString asFileName(QString name) {
    for (QChar& letter : name) {
        if (letter == u'/' || letter == u'\\' || letter == u':' || letter.category() == QChar::Other_Control)
            letter = u'_';
    }
    name.truncate(
        name.size() > kLongestName && name[kLongestName - 1].isHighSurrogate() ? kLongestName - 1 : kLongestName);
    name = name.trimmed();
    return name.startsWith(u'.') || name.isEmpty() ? u'_' + name : name;
}

} // namespace

Expected<void>
writeTorrentCopy(const QString& folder, const QString& torrent, const QString& hash, const QByteArray& bytes) {
    const QString name = asFileName(torrent);
    QDir().mkpath(folder);
    const QDir place(folder);
    for (const QString& candidate : {name, name + QStringLiteral(" (%1)").arg(hash.left(8))}) {
        const QString path = place.filePath(candidate + QStringLiteral(".torrent"));
        QFile there(path);
        if (!there.exists())
            return engine::saveFile(path, bytes);
        if (there.open(QIODevice::ReadOnly) && there.size() == bytes.size() && there.readAll() == bytes)
            return {};
    }
    return {}; // another version of it is there already
}

} // namespace essaim::gui
