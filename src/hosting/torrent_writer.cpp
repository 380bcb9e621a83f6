#include "hosting/torrent_writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <filesystem>

namespace essaim::hosting {

namespace {

/// QFileDevice tells a class of its own; the system's number tells a full disk from a protected one.
ErrorKind kindOf(const QFileDevice& file, int systemError) {
    if (systemError != 0)
        return errorKindOf(std::error_code(systemError, std::generic_category()));
    return file.error() == QFileDevice::PermissionsError ? ErrorKind::PermissionDenied : ErrorKind::Internal;
}

} // namespace

Expected<TorrentFileWritten> writeTorrentFile(const QString& path, const QByteArray& bytes) {
    const bool existed = QFile::exists(path);
    std::error_code code;
    const QString folder = QFileInfo(path).absolutePath();
    std::filesystem::create_directories(QFile::encodeName(folder).toStdString(), code);
    if (code)
        return std::unexpected(essaim::systemError(code, Operation::CreateDirectory, folder.toStdString()));
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(kindOf(file, errno), Operation::WriteFile, path.toStdString(), file.errorString().toStdString());
    return existed ? TorrentFileWritten::Replaced : TorrentFileWritten::New;
}

} // namespace essaim::hosting
