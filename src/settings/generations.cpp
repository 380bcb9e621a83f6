#include "settings/generations.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace essaim::settings {

namespace {

constexpr auto kLastLine = "; end of settings"; // and then the digest of all before it, which old files lack
constexpr qsizetype kDigestLength = 16;
constexpr qsizetype kMostToMend = 16 * 1024;

std::filesystem::path pathOf(const QString& file) {
    return QFile::encodeName(file).toStdString();
}

QByteArray contentOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QByteArray lastLineOf(const QByteArray& content) {
    const auto digest = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(kDigestLength);
    return QByteArray(kLastLine) + ' ' + digest + '\n';
}

/// Beginning of the last line; -1 if it is missing.
qsizetype endOf(const QByteArray& bytes) {
    const auto at = bytes.lastIndexOf(kLastLine);
    const auto length = bytes.size() - at - qsizetype(qstrlen(kLastLine));
    const bool isLast = at >= 0 && (at == 0 || bytes[at - 1] == '\n') && bytes.endsWith('\n');
    return isLast && (length == 1 || length == kDigestLength + 2) ? at : -1;
}

bool agrees(const QByteArray& bytes) {
    const auto end = endOf(bytes);
    return end >= 0 && bytes.mid(end) == lastLineOf(bytes.left(end));
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
    const QByteArray bytes = contentOf(file);
    return endOf(bytes) >= 0 && !bytes.contains('\0');
}

bool isChanged(const QString& file) {
    const QByteArray bytes = contentOf(file);
    const auto end = endOf(bytes);
    return end < 0 || (bytes.size() > end + qsizetype(qstrlen(kLastLine)) + 1 && !agrees(bytes));
}

QByteArray withBitMended(const QString& file) {
    QByteArray bytes = contentOf(file);
    if (bytes.size() > kMostToMend)
        return {};
    for (char& byte : bytes) {
        for (int bit = 0; bit < 8; ++bit) {
            const char damaged = byte;
            byte = char(byte ^ (1 << bit));
            if (agrees(bytes))
                return bytes;
            byte = damaged;
        }
    }
    return {};
}

bool replace(const QString& file, const QByteArray& content) {
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size() || !out.commit())
        return false;
    syncFolderOf(file);
    return true;
}

bool finish(const QString& file) {
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Append))
        return false;
    const QByteArray line = lastLineOf(contentOf(file));
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
