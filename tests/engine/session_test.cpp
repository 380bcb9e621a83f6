// Two sessions of one process exchange torrents over loopback.
#include "engine/session_fixture.h"
#include "storage/database.h"
#include "storage/torrent_store.h"

#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class SessionTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }

    /// Downloads `created` into `savePath` from a session that seeds it.
    void download(const CreatedTorrent& created, const QString& savePath, const AddTorrentRequest& how) {
        TestSession seeder;
        TestSession leecher;
        QVERIFY(seeder.start());
        QVERIFY(leecher.start());
        QVERIFY(!seed(seeder, created).error);
        AddTorrentRequest added = how;
        added.savePath = savePath;
        const auto outcome = leecher.add(added);
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.id, created.infoHash.id());
        leecher->connectPeer(outcome.id, seeder.peerAddress());
        QVERIFY(leecher.waitForState(outcome.id, TorrentState::Seeding));
        QTRY_COMPARE(leecher.finished, QStringList{created.name});
        QCOMPARE(leecher.find(outcome.id)->progress, 1.0);
        QTRY_VERIFY(leecher.find(outcome.id)->downloaded >= created.totalSize); // counted once a second
        QVERIFY(leecher.find(outcome.id)->completedAt.isValid());
        QVERIFY(leecher.stop());
        QVERIFY(seeder.stop());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void downloadsEveryByteFromAPeer_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("v1") << int(TorrentFormat::V1);
        QTest::newRow("v2") << int(TorrentFormat::V2);
        QTest::newRow("hybrid") << int(TorrentFormat::Hybrid);
    }
    void downloadsEveryByteFromAPeer() {
        QFETCH(int, format);
        const QString content = makeContent(path("seed"));
        const CreatedTorrent created = make(content, TorrentFormat(format));
        download(created, path("leech"), request(created.torrent, {}));
        QCOMPARE(treeOf(path("leech")), treeOf(path("seed")));
    }

    void downloadsFromAMagnetLink() {
        const CreatedTorrent created = make(makeContent(path("seed")));
        AddTorrentRequest magnet;
        magnet.magnet = makeMagnet(created.infoHash, QStringLiteral("x"), {});
        download(created, path("leech"), magnet);
        QCOMPARE(treeOf(path("leech")), treeOf(path("seed")));
    }

    void bringsTorrentsBackAfterARestart() {
        const QString database = path("profile/essaim.db");
        const CreatedTorrent one = make(makeContent(path("one")));
        writeFile(path("two.bin"), bytesOf(200'000, 9));
        const CreatedTorrent two = make(path("two.bin"));
        {
            TestSession session(database);
            QVERIFY(session.start());
            QVERIFY(!seed(session, one).error);
            AddTorrentRequest paused = request(two.torrent, path("downloads"));
            paused.paused = true;
            QVERIFY(!session.add(paused).error);
            AddTorrentRequest magnet;
            magnet.magnet = QStringLiteral("magnet:?xt=urn:btih:%1&dn=Later").arg(QString(40, u'a'));
            magnet.savePath = path("downloads");
            QVERIFY(!session.add(magnet).error);
            QVERIFY(session.waitForState(one.infoHash.id(), TorrentState::Seeding));
            QVERIFY(session.stop());
        }
        TestSession session(database);
        QVERIFY(session.start());
        QTRY_COMPARE(session.snapshots.size(), std::size_t(3));
        QVERIFY(session.waitForState(one.infoHash.id(), TorrentState::Seeding));
        QVERIFY(session.waitForState(two.infoHash.id(), TorrentState::Paused));
        const auto magnetId = *TorrentId::fromHex(std::string(40, 'a'));
        QVERIFY(session.waitForState(magnetId, TorrentState::FetchingMetadata));
        QCOMPARE(session.find(magnetId)->name, QStringLiteral("Later"));
        QCOMPARE(session.finished, QStringList()); // nothing was downloaded now
        session->requestTorrentFile(one.infoHash.id());
        QTRY_COMPARE(session.torrentFile, one.torrent);
        QVERIFY(session.stop());
    }

    void continuesADownloadThatWasInterrupted() {
        const QString database = path("profile/essaim.db");
        const CreatedTorrent created = make(makeContent(path("seed"), 12'000'000));
        SessionSettings slow;
        slow.uploadLimit = 2'000'000;
        TestSession seeder({}, slow);
        QVERIFY(seeder.start());
        QVERIFY(!seed(seeder, created).error);
        const TorrentId id = created.infoHash.id();
        qint64 before = 0;
        {
            TestSession leecher(database);
            QVERIFY(leecher.start());
            QVERIFY(!leecher.add(request(created.torrent, path("leech"))).error);
            leecher->connectPeer(id, seeder.peerAddress());
            QTRY_VERIFY_WITH_TIMEOUT(leecher.find(id) && leecher.find(id)->wantedDone > 2'000'000, kDeadlineMs);
            before = leecher.find(id)->piecesHave;
            QVERIFY(leecher.stop());
        }
        {
            const auto store = storage::openDatabase(database.toStdString(), "essaim");
            QVERIFY(store);
            const auto records = storage::TorrentStore(**store).loadAll();
            QCOMPARE(records.size(), std::size_t(1));
            QVERIFY(records[0].downloaded > 1'000'000); // saved at the end; counted once a second
        }
        TestSession leecher(database);
        QVERIFY(leecher.start());
        QTRY_VERIFY_WITH_TIMEOUT(leecher.find(id) && leecher.find(id)->piecesHave >= before, kDeadlineMs);
        slow.offline = true;
        slow.uploadLimit = 0;
        seeder->applySettings(slow);
        leecher->connectPeer(id, seeder.peerAddress());
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
        QVERIFY(leecher.find(id)->sessionDownloaded < created.totalSize);
        QTRY_VERIFY(leecher.find(id)->downloaded > leecher.find(id)->sessionDownloaded);
        QCOMPARE(treeOf(path("leech")), treeOf(path("seed")));
    }

    void pausesAndResumes() {
        const CreatedTorrent created = make(makeContent(path("seed")));
        TestSession session;
        QVERIFY(session.start());
        const auto id = session.add(request(created.torrent, path("leech"))).id;
        QVERIFY(session.waitForState(id, TorrentState::Stalled));
        session->pause({id});
        QVERIFY(session.waitForState(id, TorrentState::Paused));
        session->resume({id});
        QVERIFY(session.waitForState(id, TorrentState::Stalled));
    }

    void removesATorrentAndLeavesItsFiles() {
        const QString database = path("profile/essaim.db");
        const CreatedTorrent created = make(makeContent(path("content")));
        const auto before = treeOf(path("content"));
        {
            TestSession session(database);
            QVERIFY(session.start());
            const auto id = seed(session, created).id;
            session->remove({id}, FilesFate::Keep);
            QTRY_COMPARE(session.removedCount, 1);
            QVERIFY(session.stop());
        }
        QCOMPARE(treeOf(path("content")), before);
        TestSession session(database);
        QVERIFY(session.start());
        QVERIFY(!QTest::qWaitFor([&] { return !session.snapshots.empty(); }, 100));
    }

    void saysThatATorrentIsThereAlready() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession session;
        QVERIFY(session.start());
        QVERIFY(!seed(session, created).error);
        AddTorrentRequest magnet;
        magnet.magnet = makeMagnet(created.infoHash, {}, {});
        magnet.savePath = path("elsewhere");
        const auto outcome = session.add(magnet);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::AlreadyExists);
        QCOMPARE(outcome.id, created.infoHash.id());
        QCOMPARE(outcome.name, created.name);
    }

    void downloadsOnlyTheFilesThatAreWanted() {
        const CreatedTorrent created = make(makeContent(path("seed")));
        const auto description = parseTorrent(created.torrent);
        QVERIFY(description);
        AddTorrentRequest wanted = request(created.torrent, {});
        for (const TorrentFileEntry& file : description->files)
            wanted.filePriorities.append(file.path.endsWith(QStringLiteral("一.jpg")) ? 4 : 0);
        TestSession seeder;
        TestSession leecher;
        QVERIFY(seeder.start());
        QVERIFY(leecher.start());
        QVERIFY(!seed(seeder, created).error);
        wanted.savePath = path("leech");
        wanted.peers = {seeder.peerAddress()};
        const auto id = leecher.add(wanted).id;
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
        QVERIFY(leecher.find(id)->wantedSize < created.totalSize); // whole pieces
        const QString root = path("leech/Été à Zürich");
        QCOMPARE(readFile(root + QStringLiteral("/über/写真/一.jpg")), bytesOf(16'384, 2));
        QVERIFY(!QFileInfo::exists(root + QStringLiteral("/über/große Datei.bin")));

        // The rest on second thoughts, from another peer: the first two parted when neither wanted anything.
        TestSession second;
        QVERIFY(second.start());
        QVERIFY(!seed(second, created).error);
        leecher->setFilePriorities(id, QList<int>(description->files.size(), 4));
        leecher->connectPeer(id, second.peerAddress());
        QTRY_VERIFY_WITH_TIMEOUT(leecher.find(id)->wantedDone == created.totalSize, kDeadlineMs);
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
        QCOMPARE(treeOf(path("leech")), treeOf(path("seed")));
    }

    void seedsUnderAnotherNameThanTheFilesHave() {
        const QString database = path("profile/essaim.db");
        CreateTorrentRequest how;
        how.paths = {makeContent(path("seed"))};
        how.name = QStringLiteral("Holiday");
        const auto created = createTorrent(how);
        QVERIFY(created);
        QCOMPARE(created->name, QStringLiteral("Holiday"));
        QCOMPARE(created->diskName, QStringLiteral("Été à Zürich"));
        {
            TestSession first(database);
            QVERIFY(first.start());
            QVERIFY(!seed(first, *created).error);
            QVERIFY(first.stop());
        }
        TestSession seeder(database);
        TestSession leecher;
        QVERIFY(seeder.start());
        QVERIFY(leecher.start());
        QVERIFY(seeder.waitForState(created->infoHash.id(), TorrentState::Seeding));
        AddTorrentRequest added = request(created->torrent, path("leech"));
        added.peers = {seeder.peerAddress()};
        const auto id = leecher.add(added).id;
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
        QCOMPARE(treeOf(path("leech/Holiday")), treeOf(path("seed/Été à Zürich")));
        QCOMPARE(
            QDir(path("seed")).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
            QStringList{QStringLiteral("Été à Zürich")});
    }

    void rechecksFilesThatChanged() {
        const QString content = makeContent(path("content"));
        const CreatedTorrent created = make(content);
        TestSession session;
        QVERIFY(session.start());
        const auto id = session.add(request(created.torrent, created.savePath)).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QByteArray damaged = bytesOf(900'001, 1);
        damaged[500'000] = char(damaged[500'000] + 1);
        writeFile(content + QStringLiteral("/über/große Datei.bin"), damaged);
        session->pause({id});
        QVERIFY(session.waitForState(id, TorrentState::Complete));
        session->recheck({id});
        QVERIFY(session.waitForState(id, TorrentState::Paused));
        QTRY_COMPARE(session.find(id)->piecesHave, created.pieceCount - 1);
    }

    void tellsAboutOneTorrent() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession session;
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        const QStringList trackers{
            QStringLiteral("http://127.0.0.1:1/announce"), QStringLiteral("udp://127.0.0.1:1/announce")};
        session->addTrackers(id, trackers + QStringList{QStringLiteral("javascript:alert(1)")} + trackers);
        session->requestDetails(id);
        QTRY_VERIFY(session.details);
        QCOMPARE(session.details->id, id);
        QCOMPARE(session.details->description.files.size(), 4);
        QCOMPARE(session.details->fileProgress, (QList<qint64>{1, 0, 900'001, 16'384}));
        QCOMPARE(session.details->filePriorities, QList<int>(4, 4));
        QCOMPARE(session.details->description.trackers, (QList<QStringList>{{trackers[0]}, {trackers[1]}}));
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
