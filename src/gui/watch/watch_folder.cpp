#include "gui/watch/watch_folder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace essaim::gui {

namespace {

const QString kPath = QStringLiteral("path");
const QString kRecursive = QStringLiteral("recursive");
const QString kSavePath = QStringLiteral("save_path");
const QString kCategory = QStringLiteral("category");
const QString kTags = QStringLiteral("tags");
const QString kPaused = QStringLiteral("paused");
const QString kDelete = QStringLiteral("delete");
const QString kBin = QStringLiteral("bin");
const QString kLayout = QStringLiteral("layout");

} // namespace

QByteArray encodeWatchFolders(const QList<WatchFolder>& folders) {
    QJsonArray array;
    for (const WatchFolder& folder : folders) {
        QJsonObject object{
            {kPath, folder.path},
            {kRecursive, folder.isRecursive},
            {kSavePath, folder.savePath},
            {kCategory, folder.category},
            {kTags, QJsonArray::fromStringList(folder.tags)},
            {kPaused, folder.isPaused},
            {kDelete, folder.afterwards == WatchFolder::Afterwards::Delete},
            {kBin, folder.afterwards == WatchFolder::Afterwards::Bin}};
        if (folder.layout)
            object.insert(kLayout, int(*folder.layout));
        array.append(object);
    }
    return array.isEmpty() ? QByteArray() : QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<WatchFolder> decodeWatchFolders(const QByteArray& stored) {
    QList<WatchFolder> folders;
    for (const QJsonValue& value : QJsonDocument::fromJson(stored).array()) {
        const QJsonObject object = value.toObject();
        WatchFolder folder;
        folder.path = object[kPath].toString();
        folder.isRecursive = object[kRecursive].toBool();
        folder.savePath = object[kSavePath].toString();
        folder.category = object[kCategory].toString();
        for (const QJsonValue& tag : object[kTags].toArray())
            folder.tags.append(tag.toString());
        folder.isPaused = object[kPaused].toBool();
        if (const int layout = object[kLayout].toInt(-1); layout >= 0 && layout <= int(engine::ContentLayout::NoFolder))
            folder.layout = engine::ContentLayout(layout);
        folder.afterwards = object[kDelete].toBool() ? WatchFolder::Afterwards::Delete
                            : object[kBin].toBool()  ? WatchFolder::Afterwards::Bin
                                                     : WatchFolder::Afterwards::Rename;
        if (QDir::isAbsolutePath(folder.path))
            folders.append(folder);
    }
    return folders;
}

} // namespace essaim::gui
