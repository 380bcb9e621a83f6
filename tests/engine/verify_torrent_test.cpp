// Checking files against a torrent without touching them.
#include "engine/session_fixture.h"
#include "engine/verify_torrent.h"

#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;
using State = VerifiedFile::State;

class VerifyTorrentTest : public QObject {
    Q_OBJECT

    static void addFormats() {
        QTest::addColumn<int>("format");
        QTest::newRow("v1") << int(TorrentFormat::V1);
        QTest::newRow("v2") << int(TorrentFormat::V2);
        QTest::newRow("hybrid") << int(TorrentFormat::Hybrid);
    }

    static QMap<QString, State> statesOf(const VerifyReport& report) {
        QMap<QString, State> states;
        for (const VerifiedFile& file : report.files)
            states.insert(file.path.section(u'/', -1), file.state);
        return states;
    }

private Q_SLOTS:
    void findsEverythingInPlace_data() { addFormats(); }
    void findsEverythingInPlace() {
        QFETCH(int, format);
        QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()), TorrentFormat(format));
        const auto report = verifyTorrent(created.torrent, folder.path());
        QVERIFY(report);
        QVERIFY(report->isComplete());
        QCOMPARE(report->goodBytes, created.totalSize);
        QCOMPARE(report->files.size(), 4);
    }

    void namesDamagedAndMissingFiles_data() { addFormats(); }
    void namesDamagedAndMissingFiles() {
        QFETCH(int, format);
        QTemporaryDir folder;
        const QString root = makeContent(folder.path());
        const CreatedTorrent created = make(root, TorrentFormat(format));
        QByteArray changed = bytesOf(900'001, 1);
        changed[450'000] = char(changed[450'000] ^ 1);
        writeFile(root + QStringLiteral("/über/große Datei.bin"), changed);
        QFile::remove(root + QStringLiteral("/leer"));
        const auto before = treeOf(folder.path());
        const auto report = verifyTorrent(created.torrent, folder.path());
        QVERIFY(report);
        QVERIFY(!report->isComplete());
        const auto states = statesOf(*report);
        QCOMPARE(states[QStringLiteral("große Datei.bin")], State::Damaged);
        QCOMPARE(states[QStringLiteral("leer")], State::Missing);
        QCOMPARE(states[QStringLiteral("一.jpg")], State::Complete);
        QCOMPARE(states[QStringLiteral("b")], State::Complete);
        QCOMPARE(treeOf(folder.path()), before);
    }

    void countsAShortFileAsDamaged() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("file.bin"));
        writeFile(path, bytesOf(100'000, 1));
        const CreatedTorrent created = make(path);
        writeFile(path, bytesOf(100'000, 1).left(40'000));
        const auto report = verifyTorrent(created.torrent, folder.path());
        QVERIFY(report);
        QCOMPARE(report->files[0].state, State::Damaged);
        QCOMPARE(report->files[0].goodBytes, 32'768); // two pieces of 16 KiB
    }

    void stopsWhenItIsCancelled() {
        QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        const auto report = verifyTorrent(created.torrent, folder.path(), [](const HashProgress&) { return false; });
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(VerifyTorrentTest)
#include "verify_torrent_test.moc"
