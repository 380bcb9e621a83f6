#include "engine/save_file.h"

#include <QSaveFile>

#include <cerrno>

namespace essaim::engine {

namespace {

/// A disk that is nearly full takes a part, and says only the next time why it took no more.
bool writeAll(QSaveFile& file, const QByteArray& bytes) {
    for (qint64 written = 0; written < bytes.size();) {
        const qint64 more = file.write(bytes.constData() + written, bytes.size() - written);
        if (more <= 0)
            return false;
        written += more;
    }
    return file.flush();
}

/// QFileDevice tells a class of its own; the system's number tells a full disk from a protected one.
ErrorKind kindOf(const QFileDevice& file, int systemError) {
    if (systemError != 0)
        return errorKindOf(std::error_code(systemError, std::generic_category()));
    return file.error() == QFileDevice::PermissionsError ? ErrorKind::PermissionDenied : ErrorKind::Internal;
}

} // namespace

Expected<void>
saveFile(const QString& path, const QByteArray& bytes, std::optional<QFileDevice::Permissions> permissions) {
    QSaveFile file(path);
    errno = 0;
    if (file.open(QIODevice::WriteOnly) && (!permissions || file.setPermissions(*permissions)) &&
        writeAll(file, bytes) && file.commit())
        return {};
    const int systemError = errno;
    const auto detail = file.errorString().toStdString();
    return failure(kindOf(file, systemError), Operation::WriteFile, path.toStdString(), detail);
}

} // namespace essaim::engine
