#include "settings/generations.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace essaim::settings {

namespace {

constexpr auto kLastLine = "; end of settings"; // and then the digest of all before it, which old files lack
constexpr qsizetype kDigestLength = 16;
constexpr qsizetype kLongestEnd = 40;
constexpr qsizetype kMostToMend = 64 * 1024;

/// CRC-64 of XZ: the same difference in the content makes the same difference here, so that it tells which bit it was.
class Checksum {
public:
    Checksum() {
        for (quint64 byte = 0; byte < 256; ++byte) {
            quint64 value = byte;
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1U) ^ ((value & 1U) != 0 ? kPolynomial : 0);
            m_table[byte] = value;
        }
    }

    [[nodiscard]] quint64 after(quint64 state, quint8 byte) const {
        return m_table[(state ^ byte) & 0xffU] ^ (state >> 8U);
    }
    [[nodiscard]] quint64 of(const QByteArray& content) const {
        quint64 state = ~quint64{0};
        for (const char byte : content)
            state = after(state, quint8(byte));
        return ~state;
    }

private:
    static constexpr quint64 kPolynomial = 0xC96C5795D7870F42;
    std::array<quint64, 256> m_table;
};

const Checksum& checksum() {
    static const Checksum kChecksum;
    return kChecksum;
}

std::filesystem::path pathOf(const QString& file) {
    return QFile::encodeName(file).toStdString();
}

QByteArray contentOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

QByteArray lastLineOf(const QByteArray& content) {
    return QByteArray(kLastLine) + ' ' +
           QByteArray::number(checksum().of(content), 16).rightJustified(kDigestLength, '0') + '\n';
}

/// As the first versions wrote it.
QByteArray oldLastLineOf(const QByteArray& content) {
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
    if (end < 0)
        return false;
    const QByteArray content = bytes.left(end);
    return bytes.mid(end) == lastLineOf(content) || bytes.mid(end) == oldLastLineOf(content);
}

/// Puts the bit right that makes the content agree with its last line; false if no single one does.
bool mendContent(QByteArray& bytes) {
    const auto end = endOf(bytes);
    bool isNumber = false;
    const quint64 told = end < 0 ? 0 : bytes.mid(end).trimmed().right(kDigestLength).toULongLong(&isNumber, 16);
    if (!isNumber)
        return false;
    const quint64 wanted = checksum().of(bytes.left(end)) ^ told;
    std::array<quint64, 8> differences; // that each bit of the byte at `at` would make
    for (unsigned bit = 0; bit < 8; ++bit)
        differences[bit] = checksum().after(0, quint8(1U << bit));
    for (qsizetype at = end - 1; at >= 0; --at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            if (differences[bit] == wanted) {
                bytes[at] = char(bytes[at] ^ (1 << bit));
                return true;
            }
            differences[bit] = checksum().after(differences[bit], 0);
        }
    }
    return false;
}

/// The same for the last line itself, and what stands next to it.
bool mendEnd(QByteArray& bytes) {
    for (qsizetype at = std::max<qsizetype>(0, bytes.size() - kLongestEnd); at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            const char damaged = bytes[at];
            bytes[at] = char(damaged ^ (1 << bit));
            if (agrees(bytes))
                return true;
            bytes[at] = damaged;
        }
    }
    return false;
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
    return mendContent(bytes) || mendEnd(bytes) ? bytes : QByteArray();
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
