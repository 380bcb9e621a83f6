#include "app/demo/sample_folder.h"

#include "app/demo/actor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <random>
#include <vector>

namespace essaim::app {

namespace {

struct SampleFile {
    const char* path;
    int parts; ///< share of the whole, in thousandths; 0 = an empty file
};

// Scripts, accents, spaces, an empty file, and sizes from nothing to most of the whole.
constexpr std::array<SampleFile, 12> kFiles{{
    {"Cérémonie/film – 4K.mkv", 460},
    {"Cérémonie/Œuvre à trois.flac", 60},
    {"Photos/Été 2026/plage.raw", 120},
    {"Photos/Été 2026/coucher de soleil.raw", 110},
    {"Photos/Ελλάδα/Αθήνα.raw", 70},
    {"Photos/日本/富士山.raw", 80},
    {"Photos/Україна/Київ.raw", 50},
    {"Musique/Ångström (live).flac", 30},
    {"Musique/ملحمة.flac", 12},
    {"Notes/lisez-moi.txt", 1},
    {"Notes/émoji 🎉.txt", 2},
    {"Notes/vide.txt", 0},
}};

void writeFile(const QString& path, qint64 size, std::mt19937_64& random) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw DemoFailure(QStringLiteral("cannot write ") + path + QStringLiteral(": ") + file.errorString());
    std::vector<std::uint64_t> block(1 << 17);
    for (qint64 left = size; left > 0;) {
        for (std::uint64_t& word : block)
            word = random();
        const qint64 count = std::min<qint64>(left, static_cast<qint64>(block.size() * sizeof(std::uint64_t)));
        if (file.write(reinterpret_cast<const char*>(block.data()), count) != count)
            throw DemoFailure(QStringLiteral("cannot write ") + path + QStringLiteral(": ") + file.errorString());
        left -= count;
    }
}

} // namespace

void makeSampleFolder(const QString& path, qint64 totalSize) {
    std::mt19937_64 random(20260101);
    for (const SampleFile& file : kFiles) {
        // An odd number of bytes more, so that no file ends at a piece's edge by chance.
        const qint64 size = file.parts == 0 ? 0 : totalSize / 1000 * file.parts + file.parts * 7 + 1;
        writeFile(path + QLatin1Char('/') + QString::fromUtf8(file.path), size, random);
    }
}

FolderDigest digestFolder(const QString& path) {
    FolderDigest result;
    const QDir root(path);
    QDirIterator files(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (file.open(QIODevice::ReadOnly) && hash.addData(&file))
            result.insert(root.relativeFilePath(file.fileName()), hash.result());
    }
    return result;
}

} // namespace essaim::app
