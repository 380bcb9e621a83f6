// Files that are written as a whole or not at all.
#include "engine/save_file.h"
#include "storage/small_disk.h"

#include <QTest>

#include <filesystem>

using namespace essaim;
using namespace essaim::engine;

class SaveFileTest : public QObject {
    Q_OBJECT

    static QByteArray contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

private Q_SLOTS:
    void aFullDiskIsToldAndKeepsWhatWasThere_data() {
        QTest::addColumn<int>("size");
        QTest::newRow("nothing fits") << 3'000;
        QTest::newRow("a part fits") << 3'000'000;
    }
    void aFullDiskIsToldAndKeepsWhatWasThere() {
        QFETCH(int, size);
        test::SmallDisk disk(128);
        if (!disk.reason().isEmpty())
            QSKIP(qPrintable(QStringLiteral("cannot mount a small disk: ") + disk.reason()));
        const QString path = disk.filePath(QStringLiteral("x.torrent"));
        QVERIFY(saveFile(path, "before"));
        if (size < 100'000)
            disk.fill();
        const auto saved = saveFile(path, QByteArray(size, 'x'));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::DiskFull);
        QCOMPARE(saved.error().operation, Operation::WriteFile);
        QCOMPARE(contentOf(path), QByteArray("before"));
    }
    void aFolderThatIsNotThereIsTold() {
        QTemporaryDir folder;
        const auto saved = saveFile(folder.filePath(QStringLiteral("none/x")), "x");
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::NotFound);
    }
    void theRightsCanBeChosen() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x"));
        QVERIFY(saveFile(path, "x", QFileDevice::ReadOwner));
        // Qt adds what the user may do all the same, who is the superuser in some places.
        const auto rights = std::filesystem::status(path.toStdString()).permissions();
        QVERIFY(rights == std::filesystem::perms::owner_read);
    }
};

QTEST_GUILESS_MAIN(SaveFileTest)
#include "save_file_test.moc"
