#include "app/store_export.h"

#include "storage/torrent_facts.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace essaim::app {

namespace {

constexpr int kLongestName = 180; // bytes, so that a number and an ending fit into a file name

/// A file name for what peers or users call a torrent.
QString fileNameFor(const storage::TorrentRecord& record) {
    QString name = QString::fromStdString(record.chosenName.empty() ? record.name : record.chosenName);
    for (QChar& c : name) {
        if (c == QLatin1Char('/') || !c.isPrint())
            c = QLatin1Char('_');
    }
    while (name.toUtf8().size() > kLongestName)
        name.chop(1);
    if (name.isEmpty() || name.startsWith(QLatin1Char('.')))
        name.prepend(QString::fromStdString(record.id.toHex().substr(0, 8)));
    return name;
}

/// Makes a file that was not there, with `name` or `name (2)` and so on.
Expected<QString> writeNew(const QDir& folder, const QString& name, const QString& ending, const QByteArray& bytes) {
    QFile file;
    for (int number = 1; number < 10'000; ++number) {
        file.setFileName(folder.filePath(
            number == 1 ? name + ending : QStringLiteral("%1 (%2)%3").arg(name).arg(number).arg(ending)));
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            if (file.exists())
                continue;
            break;
        }
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // addresses of trackers may hold keys
        if (file.write(bytes) == bytes.size() && file.flush())
            return QFileInfo(file).fileName();
        file.remove();
        break;
    }
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return failure(
        isFull ? ErrorKind::DiskFull : ErrorKind::PermissionDenied, Operation::WriteFile, file.fileName().toStdString(),
        file.errorString().toStdString());
}

QJsonObject factsAsJson(const storage::TorrentRecord& record) {
    QJsonObject object;
    for (const auto& facts : {storage::factsOf(record), storage::statisticsOf(record)}) {
        for (const auto& [key, value] : facts)
            object.insert(QString::fromLatin1(key.data(), qsizetype(key.size())), QString::fromStdString(value));
    }
    return object;
}

} // namespace

Expected<int> exportTorrents(const std::vector<storage::TorrentRecord>& torrents, const QString& folder) {
    const QDir target(folder);
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::PermissionDenied, Operation::CreateDirectory, folder.toStdString());
    QJsonArray list;
    for (const storage::TorrentRecord& record : torrents) {
        const bool isTorrent = !record.metadata.empty();
        const auto written = writeNew(
            target, fileNameFor(record), isTorrent ? QStringLiteral(".torrent") : QStringLiteral(".magnet"),
            QByteArray::fromStdString(isTorrent ? record.metadata : record.source + "\n"));
        if (!written)
            return std::unexpected(written.error());
        QJsonObject facts = factsAsJson(record);
        facts.insert(QStringLiteral("file"), *written);
        list.append(facts);
    }
    const auto written =
        writeNew(target, QStringLiteral("list"), QStringLiteral(".json"), QJsonDocument(list).toJson());
    if (!written)
        return std::unexpected(written.error());
    return int(torrents.size());
}

} // namespace essaim::app
