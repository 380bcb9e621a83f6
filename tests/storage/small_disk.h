// A disk of a few hundred kilobytes that a test can fill.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <cerrno>
#include <cstring>

#include <sched.h>
#include <sys/mount.h>

namespace essaim::test {

/// A tmpfs that only the calling thread, and threads that it starts later, can see; it goes away with the process.
class SmallDisk {
public:
    explicit SmallDisk(int kibibytes) {
        const auto options = QByteArray("size=") + QByteArray::number(kibibytes) + "k";
        const auto path = QFile::encodeName(m_folder.path());
        if (::unshare(CLONE_NEWNS) != 0 || ::mount("", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("tmpfs", path.constData(), "tmpfs", 0, options.constData()) != 0)
            m_reason = QString::fromLocal8Bit(std::strerror(errno));
    }

    /// Why there is no disk, empty if there is one.
    [[nodiscard]] const QString& reason() const { return m_reason; }
    [[nodiscard]] QString filePath(const QString& name) const { return m_folder.filePath(name); }

    /// Writes until nothing more fits.
    void fill() {
        QFile filler(filePath(QStringLiteral("filler")));
        if (!filler.open(QIODevice::Append | QIODevice::Unbuffered))
            return;
        for (int size : {65536, 4096, 512, 1}) {
            while (filler.write(QByteArray(size, 'x')) == size) {
            }
        }
    }
    void empty() { QFile::remove(filePath(QStringLiteral("filler"))); }

    ~SmallDisk() { ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    QTemporaryDir m_folder;
    QString m_reason;
};

} // namespace essaim::test
