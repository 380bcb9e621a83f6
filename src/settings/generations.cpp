#include "settings/generations.h"

#include <QByteArray>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace essaim::settings {

namespace {

constexpr auto kLastLine = "; end of settings\n";

std::filesystem::path pathOf(const QString& file) {
    return QFile::encodeName(file).toStdString();
}

bool sync(const QString& path) {
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isSynced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return isSynced;
}

} // namespace

QString previousOf(const QString& file) {
    return file + QStringLiteral(".previous");
}

bool isWhole(const QString& file) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = in.readAll();
    return bytes.endsWith(kLastLine) && !bytes.contains('\0');
}

bool finish(const QString& file) {
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Append))
        return false;
    const QByteArray line(kLastLine);
    return out.write(line) == line.size() && out.flush() && sync(file);
}

void keepAsPrevious(const QString& file) {
    if (!isWhole(file))
        return;
    const QString fresh = previousOf(file) + QStringLiteral(".new");
    std::error_code code;
    std::filesystem::remove(pathOf(fresh), code);
    std::filesystem::create_hard_link(pathOf(file), pathOf(fresh), code);
    // Some file systems know no second name for a file.
    if (code && (!QFile::copy(file, fresh) || !isWhole(fresh) || !sync(fresh))) {
        std::filesystem::remove(pathOf(fresh), code);
        return;
    }
    std::filesystem::rename(pathOf(fresh), pathOf(previousOf(file)), code);
    if (code)
        std::filesystem::remove(pathOf(fresh), code);
}

void syncFolderOf(const QString& file) {
    (void)sync(QFileInfo(file).absolutePath());
}

} // namespace essaim::settings
