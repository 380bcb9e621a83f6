// Comparing the files of torrents in the list with their hashes: what is found, in which order, and what interrupts it.
#include "engine/session_fixture.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

using State = TorrentState;

class CheckTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QString database() const { return path("profile/essaim.db"); }

    /// A sparse file and a torrent with which nothing in it agrees: long to check, quick to make.
    CreatedTorrent large(const QString& name, qint64 size = qint64(1) << 40) const {
        constexpr qint64 kPiece = 16 * 1024 * 1024;
        QDir().mkpath(path("large"));
        QFile file(path("large/") + name);
        if (!file.open(QIODevice::WriteOnly) || !file.resize(size + 1)) // not read before it is in the list
            qFatal("cannot make a large file");
        const QByteArray text = name.toUtf8();
        const QByteArray hashes = bytesOf(20 * size / kPiece, 7);
        QByteArray info = "d6:lengthi" + QByteArray::number(size) + "e4:name" + QByteArray::number(text.size()) + ':' +
                          text + "12:piece lengthi" + QByteArray::number(kPiece) + "e6:pieces" +
                          QByteArray::number(hashes.size()) + ':' + hashes + 'e';
        CreatedTorrent torrent;
        torrent.torrent = "d4:info" + info + 'e';
        const QByteArray hash = QCryptographicHash::hash(info, QCryptographicHash::Sha1);
        torrent.infoHash.v1 = Sha1Hash::fromBytes({hash.constData(), std::size_t(hash.size())});
        torrent.savePath = path("large");
        return torrent;
    }

    /// What differs stays and is downloaded into.
    static AddTorrentRequest into(const CreatedTorrent& torrent) {
        AddTorrentRequest added = request(torrent.torrent, torrent.savePath);
        added.existingFiles = ExistingFiles::Overwrite;
        return added;
    }

    static void addFormats() {
        QTest::addColumn<int>("format");
        QTest::newRow("v1") << int(TorrentFormat::V1);
        QTest::newRow("v2") << int(TorrentFormat::V2);
        QTest::newRow("hybrid") << int(TorrentFormat::Hybrid);
    }

    static void damage(const QString& file, qsizetype at) {
        QByteArray bytes = readFile(file);
        bytes[at] = char(bytes[at] ^ 1);
        writeFile(file, bytes);
    }

    static bool isReading(const TestSession& session, const TorrentId& id) {
        const TorrentSnapshot* torrent = session.find(id);
        return torrent != nullptr && torrent->state == State::Checking && torrent->checkRate > 0;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void findsWhatIsThereWhenATorrentIsAdded_data() { addFormats(); }
    void findsWhatIsThereWhenATorrentIsAdded() {
        QFETCH(int, format);
        const QString content = makeContent(path("content"));
        const CreatedTorrent created = make(content, TorrentFormat(format));
        TestSession session(database());
        QVERIFY(session.start());
        const auto id = session.add(request(created.torrent, path("content"))).id;
        QVERIFY(session.waitForState(id, State::Seeding));
        QCOMPARE(session.find(id)->piecesHave, created.pieceCount);
        QVERIFY(session.finished.isEmpty()); // nothing was downloaded
        QVERIFY(session.problems.isEmpty());
    }

    void losesOnlyThePiecesThatAreWrong_data() { addFormats(); }
    void losesOnlyThePiecesThatAreWrong() {
        QFETCH(int, format);
        const QString content = makeContent(path("content"));
        const CreatedTorrent created = make(content, TorrentFormat(format));
        TestSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, State::Seeding));
        damage(content + QStringLiteral("/über/große Datei.bin"), 500'000);
        session->recheck({id});
        QVERIFY(session.waitForState(id, State::Stalled));
        QTRY_COMPARE(session.find(id)->piecesHave, created.pieceCount - 1);
        damage(content + QStringLiteral("/über/große Datei.bin"), 500'000);
        session->recheck({id});
        QVERIFY(session.waitForState(id, State::Seeding));
        QCOMPARE(session.find(id)->piecesHave, created.pieceCount);
        QVERIFY(session.finished.isEmpty());
        QVERIFY(session.stop());
        TestSession again(database()); // the result was saved
        QVERIFY(again.start());
        QVERIFY(again.waitForState(id, State::Seeding));
    }

    void aStoppedTorrentIsCheckedAndStaysStopped() {
        const QString content = makeContent(path("content"));
        const CreatedTorrent created = make(content);
        TestSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, State::Seeding));
        session->pause({id});
        QVERIFY(session.waitForState(id, State::Complete));
        QVERIFY(QFile::resize(content + QStringLiteral("/über/große Datei.bin"), 400'000));
        QVERIFY(QFile::remove(content + QStringLiteral("/leer")));
        session->recheck({id});
        QVERIFY(session.waitForState(id, State::Paused));
        QTRY_VERIFY(session.find(id)->piecesHave > 20 && session.find(id)->piecesHave < 30);
    }

    /// Pieces of files that are not wanted lie in libtorrent's part file; a check must not lose them.
    void keepsPiecesOfFilesThatAreNotWanted_data() { addFormats(); }
    void keepsPiecesOfFilesThatAreNotWanted() {
        QFETCH(int, format);
        // In pieces of 16 KiB, the files begin and end inside pieces.
        for (int i = 0; i < 6; ++i)
            writeFile(path("content/set/file %1").arg(i), bytesOf(50'000 + i, quint32(i)));
        const CreatedTorrent created = make(path("content/set"), TorrentFormat(format));
        TestSession seeder;
        QVERIFY(seeder.start());
        QVERIFY(!seed(seeder, created).error);
        TestSession session(database());
        QVERIFY(session.start());
        AddTorrentRequest added = request(created.torrent, path("received"));
        added.filePriorities = {4, 0, 4, 0, 0, 4};
        if (TorrentFormat(format) != TorrentFormat::V1) // with pad files between
            added.filePriorities = {4, 0, 0, 0, 4, 0, 0, 0, 0, 0, 4, 0};
        added.peers = {seeder.peerAddress()};
        const auto id = session.add(added).id;
        QVERIFY(session.waitForState(id, State::Seeding));
        const int before = session.find(id)->piecesHave;
        QVERIFY(before > 8);
        if (TorrentFormat(format) == TorrentFormat::V1)
            QVERIFY(
                !QDir(path("received")).entryList({QStringLiteral(".*.parts")}, QDir::Files | QDir::Hidden).isEmpty());
        session->pause({id});
        QVERIFY(session.waitForState(id, State::Complete));
        session->recheck({id});
        QTRY_VERIFY(session.find(id)->state == State::Checking || session.find(id)->state == State::Complete);
        QVERIFY(session.waitForState(id, State::Complete));
        QTest::qWait(0);
        session->resume({id});
        QVERIFY(session.waitForState(id, State::Seeding));
        QCOMPARE(session.find(id)->piecesHave, before);
        QVERIFY(!QFile::exists(path("received/set/file 1")));
        // What was left out comes when it is wanted after all.
        session->setFilePriorities(id, QList<int>(added.filePriorities.size(), 4));
        session->connectPeer(id, seeder.peerAddress());
        QTRY_COMPARE_WITH_TIMEOUT(treeOf(path("received/set")), treeOf(path("content/set")), kDeadlineMs);
    }

    void torrentsOfOneDiskTakeTurns() {
        const CreatedTorrent first = large(QStringLiteral("first"));
        const CreatedTorrent second = large(QStringLiteral("second"));
        TestSession session(database());
        QVERIFY(session.start());
        const auto one = session.add(into(first)).id;
        const auto two = session.add(into(second)).id;
        QTRY_VERIFY_WITH_TIMEOUT(isReading(session, one), kDeadlineMs);
        QVERIFY(session.waitForState(two, State::Queued));
        QVERIFY(session.find(one)->etaSeconds > 0);
        session->pause({one}); // lets the other go on
        QVERIFY(session.waitForState(one, State::Paused));
        QTRY_VERIFY_WITH_TIMEOUT(isReading(session, two), kDeadlineMs);
        session->resume({one});
        QVERIFY(session.waitForState(one, State::Queued));
        session->remove({two}, FilesFate::Keep);
        QTRY_COMPARE_WITH_TIMEOUT(session.removedCount, 1, kDeadlineMs);
        QTRY_VERIFY_WITH_TIMEOUT(isReading(session, one), kDeadlineMs);
        QVERIFY(session.stop()); // in the middle of it
        QVERIFY(session.problems.isEmpty());
    }

    void aCheckThatWasCutShortBeginsAgainAfterARestart() {
        const QString content = makeContent(path("content"));
        const CreatedTorrent created = make(content);
        const CreatedTorrent other = large(QStringLiteral("other"));
        const auto id = created.infoHash.id();
        {
            TestSession session(database());
            QVERIFY(session.start());
            QVERIFY(!seed(session, created).error);
            QVERIFY(session.waitForState(id, State::Seeding));
            // Its disk is busy, so that the check waits when the session ends.
            const auto busy = session.add(into(other)).id;
            QTRY_VERIFY_WITH_TIMEOUT(isReading(session, busy), kDeadlineMs);
            damage(content + QStringLiteral("/über/große Datei.bin"), 500'000);
            session->recheck({id});
            QVERIFY(session.waitForState(id, State::Queued));
            session->remove({busy}, FilesFate::Keep);
            QVERIFY(session.stop());
        }
        TestSession session(database());
        QVERIFY(session.start());
        QVERIFY(session.waitForState(id, State::Stalled)); // not Seeding, as it was before
        QCOMPARE(session.find(id)->piecesHave, created.pieceCount - 1);
    }

    void waitsForFilesThatAreGoneAndFindsThemAgain() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, State::Seeding));
        QVERIFY(QDir().rename(path("content"), path("elsewhere")));
        session->recheck({id});
        QVERIFY(session.waitForState(id, State::MissingFiles));
        QVERIFY(QDir().rename(path("elsewhere"), path("content")));
        session->recheck({id});
        QVERIFY(session.waitForState(id, State::Seeding));
        QCOMPARE(session.find(id)->piecesHave, created.pieceCount);
    }

    void startsOverOnlyWhenItIsTold() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, State::Seeding));
        QVERIFY(QDir(path("content")).removeRecursively());
        session->recheck({id});
        QVERIFY(session.waitForState(id, State::MissingFiles));
        session->resume({id});
        QVERIFY(session.waitForState(id, State::Stalled));
        QCOMPARE(session.find(id)->piecesHave, 0);
    }

    /// The library takes an empty file that is not there for one that was lost.
    void anEmptyFileThatIsGoneIsNoLoss() {
        const QString content = makeContent(path("content"));
        const CreatedTorrent created = make(content);
        TestSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, State::Seeding));
        QVERIFY(QFile::remove(content + QStringLiteral("/leer")));
        session->recheck({id});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(content + QStringLiteral("/leer")), kDeadlineMs);
        QVERIFY(session.waitForState(id, State::Seeding));
        QCOMPARE(session.find(id)->piecesHave, created.pieceCount);
    }

    void choosingOtherFilesMeanwhileChecksAgain() {
        const CreatedTorrent torrent = large(QStringLiteral("one"));
        TestSession session(database());
        QVERIFY(session.start());
        const auto id = session.add(into(torrent)).id;
        QTRY_VERIFY_WITH_TIMEOUT(isReading(session, id) && session.find(id)->progress > 0.0005, kDeadlineMs);
        session->setFilePriorities(id, {1});
        session->setFilePriorities(id, {7});
        QTRY_VERIFY_WITH_TIMEOUT(isReading(session, id), kDeadlineMs);
        session->remove({id}, FilesFate::Keep);
        QTRY_COMPARE_WITH_TIMEOUT(session.removedCount, 1, kDeadlineMs);
    }
};

QTEST_GUILESS_MAIN(CheckTest)
#include "check_test.moc"
