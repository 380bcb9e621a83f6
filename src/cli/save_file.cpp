#include "cli/save_file.h"

#include <QSaveFile>

namespace essaim::cli {

Expected<void> saveFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const ErrorKind kind = file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError
                               ? ErrorKind::PermissionDenied
                           : file.error() == QFileDevice::ResourceError ? ErrorKind::DiskFull
                                                                        : ErrorKind::Internal;
    return failure(kind, Operation::WriteFile, path.toStdString(), file.errorString().toStdString());
}

} // namespace essaim::cli
