// Moving the files of torrents that are in a session: where they go, what the torrent does, what survives.
#include "engine/mover_fixture.h"

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class MoveTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_other;
    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QString database() const { return path("profile/essaim.db"); }
    /// On another file system where there is one.
    QString elsewhere() const { return m_other ? m_other->filePath(QStringLiteral("new")) : path("elsewhere/new"); }

    /// Takes longer to copy than a command takes to arrive.
    QString makeLargeContent() const {
        const QString root = makeContent(path("content"));
        writeFile(root + QStringLiteral("/long"), bytesOf(1 << 20, 5).repeated(160));
        return root;
    }

    /// A session with its moves on record.
    struct MovingSession : TestSession {
        explicit MovingSession(const QString& file)
            : TestSession(file) {
            Session* session = operator->();
            QObject::connect(session, &Session::movesChanged, [this](const QList<MoveSnapshot>& now) {
                moves = now;
                for (const MoveSnapshot& move : now)
                    seen.insert(int(move.state));
            });
            QObject::connect(
                session, &Session::torrentMoved,
                [this](const TorrentId&, const QString&, const QString& to) { movedTo.append(to); });
        }
        [[nodiscard]] bool waitFor(MoveState state) const {
            return QTest::qWaitFor([&] { return !moves.isEmpty() && moves.back().state == state; }, kDeadlineMs);
        }
        QList<MoveSnapshot> moves;
        QSet<int> seen;
        QStringList movedTo;
    };

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_other = otherFileSystem();
    }

    void movesASeedThatSeedsOnWithoutACheck_data() {
        QTest::addColumn<bool>("isApart");
        QTest::newRow("within a file system") << false;
        QTest::newRow("to another file system") << true;
    }
    void movesASeedThatSeedsOnWithoutACheck() {
        QFETCH(bool, isApart);
        const QString target = isApart ? elsewhere() : path("there/new");
        const CreatedTorrent created = make(makeContent(path("content"), 5'000'001));
        const auto content = treeOf(path("content"));
        MovingSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QSet<int> states;
        connect(session.operator->(), &Session::torrentsChanged, [&](const QList<TorrentSnapshot>& torrents) {
            for (const TorrentSnapshot& torrent : torrents)
                states.insert(int(torrent.state));
        });
        session->move({id}, target);
        QVERIFY(session.waitFor(MoveState::Done));
        QVERIFY(QTest::qWaitFor([&] { return session.find(id)->savePath == target; }, kDeadlineMs));
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QCOMPARE(session.movedTo, QStringList{target});
        QCOMPARE(treeOf(target), content);
        QVERIFY(treeOf(path("content")).isEmpty());
        QVERIFY(!QFileInfo::exists(path("content/Été à Zürich")));
        QCOMPARE(session.find(id)->progress, 1.0);

        // Another downloads from the new place.
        TestSession leech(path("leech/essaim.db"));
        QVERIFY(leech.start());
        AddTorrentRequest wanted = request(created.torrent, path("leech/files"));
        wanted.peers = {session.peerAddress()};
        QVERIFY(!leech.add(wanted).error);
        QTRY_COMPARE_WITH_TIMEOUT(leech.finished.size(), 1, kDeadlineMs);
        QCOMPARE(treeOf(path("leech/files")), content);

        QVERIFY(session.stop());
        MovingSession again(database());
        QVERIFY(again.start());
        QVERIFY(again.waitForState(id, TorrentState::Seeding));
        QCOMPARE(again.find(id)->savePath, target);
        QVERIFY(again.moves.isEmpty());
        for (const char* next : {"third", "fourth"}) { // an older move is history once the torrent moves again
            again->move({id}, path(next));
            QTRY_VERIFY_WITH_TIMEOUT(again.find(id)->savePath == path(next), kDeadlineMs);
            QVERIFY(again.waitFor(MoveState::Done));
            QCOMPARE(again.moves.size(), 1);
        }
    }

    void movesWhatIsPartlyThereAndKeepsItPaused() {
        const CreatedTorrent created = make(makeContent(path("content"), 5'000'001));
        QDir().mkpath(path("part/Été à Zürich/über"));
        QVERIFY(QFile::copy(
            path("content/Été à Zürich/über/große Datei.bin"), path("part/Été à Zürich/über/große Datei.bin")));
        MovingSession session(database());
        QVERIFY(session.start());
        AddTorrentRequest added = request(created.torrent, path("part"));
        added.existingFiles = ExistingFiles::Overwrite; // its last piece has bytes of another file
        const auto id = session.add(added).id;
        QVERIFY(session.waitForState(id, TorrentState::Stalled));
        const qint64 done = session.find(id)->wantedDone;
        QVERIFY(done > 4'900'000);
        session->pause({id});
        QVERIFY(session.waitForState(id, TorrentState::Paused));
        session->move({id}, elsewhere());
        QVERIFY(session.waitFor(MoveState::Done));
        QVERIFY(session.waitForState(id, TorrentState::Paused));
        QTRY_COMPARE_WITH_TIMEOUT(session.find(id)->wantedDone, done, kDeadlineMs);
        QCOMPARE(
            readFile(elsewhere() + QStringLiteral("/Été à Zürich/über/große Datei.bin")).size(), qsizetype(5'000'001));
    }

    void refusesWithAReasonAndGoesOnWhereItWas() {
        const CreatedTorrent created = make(makeContent(path("content")));
        writeFile(path("there/Été à Zürich/b"), "somebody's");
        MovingSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        session->move({id}, path("there"));
        QVERIFY(session.waitFor(MoveState::Refused));
        QCOMPARE(session.moves.back().error->kind, ErrorKind::AlreadyExists);
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QCOMPARE(session.find(id)->savePath, path("content"));
        QCOMPARE(readFile(path("there/Été à Zürich/b")), QByteArray("somebody's"));
        session->move({id}, path("content"));
        QTRY_COMPARE_WITH_TIMEOUT(session.problems.size(), 1, kDeadlineMs);
        QCOMPARE(session.problems[0].kind, ErrorKind::AlreadyExists);
        session->dismissMoves({session.moves.back().jobId});
        QTRY_VERIFY_WITH_TIMEOUT(session.moves.isEmpty(), kDeadlineMs);
    }

    void removesWhatIsBeingMovedAfterItsFilesReturned() {
        const CreatedTorrent created = make(makeLargeContent());
        const auto content = treeOf(path("content"));
        MovingSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        session->move({id}, elsewhere());
        session->move({id}, path("third"));
        QTRY_VERIFY_WITH_TIMEOUT(!session.moves.isEmpty(), kDeadlineMs);
        session->remove({id}, FilesFate::Keep);
        QTRY_COMPARE_WITH_TIMEOUT(session.removedCount, 1, kDeadlineMs);
        const QString place = session.movedTo.isEmpty() ? path("content") : elsewhere();
        QCOMPARE(treeOf(place), content);
        QVERIFY(!session.problems.isEmpty()); // the second move, while the first was under way
        QCOMPARE(session.problems[0].kind, ErrorKind::Busy);
    }

    void pausesGoesOnAndComesBackAfterARestart() {
        const CreatedTorrent created = make(makeLargeContent());
        const auto content = treeOf(path("content"));
        TorrentId id;
        {
            MovingSession session(database());
            QVERIFY(session.start());
            id = seed(session, created).id;
            QVERIFY(session.waitForState(id, TorrentState::Seeding));
            session->move({id}, elsewhere());
            QTRY_VERIFY_WITH_TIMEOUT(!session.moves.isEmpty(), kDeadlineMs);
            session->pauseMoves({session.moves.back().jobId});
            QVERIFY(QTest::qWaitFor(
                [&] { return session.moves.back().state == MoveState::Paused || !session.movedTo.isEmpty(); },
                kDeadlineMs));
            if (!session.movedTo.isEmpty())
                QSKIP("moved before it could be paused");
            QVERIFY(session.waitForState(id, TorrentState::Moving));
            QVERIFY(session.stop());
        }
        MovingSession again(database());
        QVERIFY(again.start());
        QVERIFY(again.waitForState(id, TorrentState::Moving));
        QVERIFY(again.waitFor(MoveState::Paused));
        again->resumeMoves({again.moves.back().jobId});
        QVERIFY(again.waitFor(MoveState::Done));
        QVERIFY(again.waitForState(id, TorrentState::Seeding));
        QCOMPARE(treeOf(elsewhere()), content);
        QVERIFY(treeOf(path("content")).isEmpty());
    }

    void takesAMoveBack() {
        const CreatedTorrent created = make(makeLargeContent());
        const auto content = treeOf(path("content"));
        MovingSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        session->move({id}, elsewhere());
        QTRY_VERIFY_WITH_TIMEOUT(!session.moves.isEmpty(), kDeadlineMs);
        session->cancelMoves({session.moves.back().jobId});
        QVERIFY(QTest::qWaitFor([&] { return session.moves.back().isOver(); }, kDeadlineMs));
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        const bool wasTooLate = session.moves.back().state == MoveState::Done;
        QCOMPARE(treeOf(wasTooLate ? elsewhere() : path("content")), content);
        QCOMPARE(QFileInfo::exists(wasTooLate ? path("content/Été à Zürich") : elsewhere()), false);
    }

    void looksForTheFilesWhereTheUserPutThem() {
        const CreatedTorrent created = make(makeContent(path("content")));
        MovingSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QVERIFY(QDir().rename(path("content"), path("by hand")));
        session->setLocation({id}, path("by hand"));
        QVERIFY(QTest::qWaitFor([&] { return session.find(id)->savePath == path("by hand"); }, kDeadlineMs));
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QVERIFY(session.stop());
    }
};

QTEST_GUILESS_MAIN(MoveTest)
#include "move_test.moc"
