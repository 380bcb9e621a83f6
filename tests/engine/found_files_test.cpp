// Files that are there before a torrent: right ones are used, others are never overwritten without a word.
#include "engine/session_fixture.h"

#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;
using FileState = TargetFileReport::State;

class FoundFilesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CreatedTorrent> m_created;
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString target(const QString& name) const { return path(QStringLiteral("dl/Été à Zürich/") + name); }
    AddTorrentRequest wanted(ExistingFiles policy = ExistingFiles::Refuse) const {
        AddTorrentRequest wanted = request(m_created->torrent, path(QStringLiteral("dl")));
        wanted.existingFiles = policy;
        return wanted;
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_created = std::make_unique<CreatedTorrent>(make(makeContent(path(QStringLiteral("content")))));
    }

    void refusesToOverwriteUnlessTold() {
        writeFile(target(QStringLiteral("über/große Datei.bin")), "my own notes");
        TestSession session;
        QVERIFY(session.start());
        const auto outcome = session.add(wanted());
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->operation, Operation::UseFiles);
        QCOMPARE(QString::fromStdString(outcome.error->subject), target(QStringLiteral("über/große Datei.bin")));
        QCOMPARE(treeOf(path(QStringLiteral("dl"))).size(), 1);
        QCOMPARE(readFile(target(QStringLiteral("über/große Datei.bin"))), QByteArray("my own notes"));
        QVERIFY(session.snapshots.empty());
    }

    void refusesToOverwriteUnderAnotherNameToo() {
        const QString other = path(QStringLiteral("dl/Holidays/über/große Datei.bin"));
        writeFile(other, "my own notes");
        TestSession session;
        QVERIFY(session.start());
        AddTorrentRequest renamed = wanted();
        renamed.diskName = QStringLiteral("Holidays");
        QVERIFY(session.add(renamed).error);
        QCOMPARE(readFile(other), QByteArray("my own notes"));
        std::optional<TargetReport> report;
        connect(session.operator->(), &Session::targetInspected, this, [&](const auto& said) { report = said; });
        const auto torrent = parseTorrent(m_created->torrent);
        QVERIFY(torrent);
        session->inspectTarget(
            5, m_created->torrent, path(QStringLiteral("dl")),
            diskPathsOf(*torrent, ContentLayout::AsStated, QStringLiteral("Holidays")));
        QTRY_VERIFY_WITH_TIMEOUT(report, kDeadlineMs);
        QCOMPARE(report->count(FileState::Differs), 1);
        session->inspectTarget(6, m_created->torrent, path(QStringLiteral("dl")));
        QTRY_COMPARE_WITH_TIMEOUT(report->requestId, quint64(6), kDeadlineMs);
        QVERIFY(report->existing.isEmpty());
    }

    void usesRightFilesUnderAnotherNameToo() {
        makeContent(path(QStringLiteral("dl")));
        QVERIFY(QFile::rename(path(QStringLiteral("dl/Été à Zürich")), path(QStringLiteral("dl/Holidays"))));
        TestSession session;
        QVERIFY(session.start());
        AddTorrentRequest renamed = wanted();
        renamed.diskName = QStringLiteral("Holidays");
        const auto id = session.add(renamed).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
    }

    void downloadsBesideAFileThatDiffers() {
        writeFile(target(QStringLiteral("über/große Datei.bin")), "my own notes");
        writeFile(target(QStringLiteral("über/große Datei (1).bin")), "more notes");
        TestSession seeder;
        TestSession leecher(path(QStringLiteral("profile/essaim.db")));
        QVERIFY(seeder.start());
        QVERIFY(leecher.start());
        seed(seeder, *m_created);
        AddTorrentRequest both = wanted(ExistingFiles::KeepBoth);
        both.peers = {seeder.peerAddress()};
        const auto id = leecher.add(both).id;
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
        QCOMPARE(readFile(target(QStringLiteral("über/große Datei.bin"))), QByteArray("my own notes"));
        QCOMPARE(readFile(target(QStringLiteral("über/große Datei (1).bin"))), QByteArray("more notes"));
        QCOMPARE(readFile(target(QStringLiteral("über/große Datei (2).bin"))), bytesOf(900'001, 1));
        QVERIFY(leecher.stop());
        TestSession again(path(QStringLiteral("profile/essaim.db")));
        QVERIFY(again.start());
        QVERIFY(again.waitForState(id, TorrentState::Seeding));
        QCOMPARE(readFile(target(QStringLiteral("über/große Datei.bin"))), QByteArray("my own notes"));
    }

    void usesFilesThatAreRightAndSaysSoBefore() {
        makeContent(path(QStringLiteral("dl")));
        writeFile(target(QStringLiteral("b")), "x"); // the torrent has another byte
        QVERIFY(QFile::remove(target(QStringLiteral("über/写真/一.jpg"))));
        TestSession session;
        QVERIFY(session.start());
        std::optional<TargetReport> report;
        connect(session.operator->(), &Session::targetInspected, this, [&](const auto& said) { report = said; });
        session->inspectTarget(5, m_created->torrent, path(QStringLiteral("dl")));
        QTRY_VERIFY(report);
        QCOMPARE(report->requestId, quint64(5));
        QCOMPARE(report->fileCount, 4);
        QCOMPARE(report->existing.size(), 3);
        // The changed file, and the large one: the end of it lies in a piece with files that are missing or changed, so
        // nobody can say that it is right.
        QCOMPARE(report->count(FileState::Differs), 2);
        QCOMPARE(report->count(FileState::Matches), 1);
        QVERIFY(session.snapshots.empty());
    }

    void seedsAtOnceWhatIsAllThere() {
        makeContent(path(QStringLiteral("dl")));
        const auto before = treeOf(path(QStringLiteral("dl")));
        TestSession session;
        QVERIFY(session.start());
        const auto id = session.add(wanted()).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QCOMPARE(treeOf(path(QStringLiteral("dl"))), before);
    }

    void aFolderOrALinkInTheWayIsLeftAlone() {
        QDir().mkpath(target(QStringLiteral("b")));
        writeFile(path(QStringLiteral("elsewhere/x")), "precious");
        QDir().mkpath(target(QStringLiteral("über")));
        QVERIFY(QFile::link(path(QStringLiteral("elsewhere")), target(QStringLiteral("über/写真"))));
        TestSession session;
        QVERIFY(session.start());
        for (const ExistingFiles policy : {ExistingFiles::Refuse, ExistingFiles::KeepBoth, ExistingFiles::Overwrite})
            QVERIFY(session.add(wanted(policy)).error);
        QCOMPARE(treeOf(path(QStringLiteral("elsewhere"))).size(), 1);
    }

    void twoTorrentsNeverWriteTheSameFile() {
        writeFile(path(QStringLiteral("one/same.bin")), bytesOf(50'000, 7));
        writeFile(path(QStringLiteral("two/same.bin")), bytesOf(50'000, 8));
        const CreatedTorrent one = make(path(QStringLiteral("one/same.bin")));
        const CreatedTorrent two = make(path(QStringLiteral("two/same.bin")));
        TestSession session(path(QStringLiteral("profile/essaim.db")));
        QVERIFY(session.start());
        // Both at once: neither waits for the other's answer.
        AddTorrentRequest first = request(one.torrent, path(QStringLiteral("dl")));
        AddTorrentRequest second = request(two.torrent, path(QStringLiteral("dl")));
        first.requestId = 1;
        second.requestId = 2;
        first.existingFiles = second.existingFiles = ExistingFiles::Overwrite;
        session->add(first);
        session->add(second);
        QTRY_COMPARE(session.outcomes.size(), 2);
        // Whichever was slower.
        const auto isRefused = [](const AddTorrentOutcome& outcome) { return bool(outcome.error); };
        const auto refused = std::ranges::find_if(session.outcomes, isRefused);
        QVERIFY(refused != session.outcomes.end());
        QCOMPARE(refused->error->kind, ErrorKind::Busy);
        QCOMPARE(refused->error->detail, std::string("same.bin"));
        QCOMPARE(std::ranges::count_if(session.outcomes, isRefused), 1);
        // The same later, when the store knows.
        const auto later = session.add(refused->requestId == 1 ? first : second);
        QVERIFY(later.error);
        QCOMPARE(later.error->kind, ErrorKind::Busy);
    }

    void goesOnWithItsOwnUnfinishedFilesAfterARemoval() {
        TestSession session(path(QStringLiteral("profile/essaim.db")));
        QVERIFY(session.start());
        const auto id = session.add(wanted()).id;
        QVERIFY(session.waitForState(id, TorrentState::Stalled));
        session->remove({id}, FilesFate::Keep);
        QTRY_COMPARE(session.removedCount, 1);
        writeFile(target(QStringLiteral("b")), QByteArray(1, '\0')); // as a broken-off download would leave it
        QVERIFY(!session.add(wanted()).error);
    }
};

QTEST_GUILESS_MAIN(FoundFilesTest)
#include "found_files_test.moc"
