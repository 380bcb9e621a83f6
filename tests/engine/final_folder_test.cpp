// Torrents whose files go to another folder once they are complete.
#include "engine/mover_fixture.h"

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class FinalFolderTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QString database() const { return path("profile/essaim.db"); }

    static bool waitForPath(const TestSession& session, const TorrentId& id, const QString& savePath) {
        return QTest::qWaitFor(
            [&] {
                const TorrentSnapshot* torrent = session.find(id);
                return torrent != nullptr && torrent->savePath == savePath && torrent->finalPath.isEmpty() &&
                       torrent->state == TorrentState::Seeding;
            },
            kDeadlineMs);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void movesWhatIsCompleteAndNothingBefore() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession session(database());
        QVERIFY(session.start());
        AddTorrentRequest wanted = request(created.torrent, path("incomplete"));
        wanted.finalPath = path("final") + u'/';
        const auto outcome = session.add(wanted);
        QVERIFY(!outcome.error);
        QTRY_VERIFY_WITH_TIMEOUT(
            session.find(outcome.id) != nullptr && session.find(outcome.id)->finalPath == path("final"), kDeadlineMs);
        QCOMPARE(session.find(outcome.id)->savePath, path("incomplete"));

        TestSession seeder;
        QVERIFY(seeder.start());
        QVERIFY(!seed(seeder, created).error);
        session->connectPeer(outcome.id, seeder.peerAddress());
        QVERIFY(waitForPath(session, outcome.id, path("final")));
        QCOMPARE(treeOf(path("final")), treeOf(path("content")));
        QVERIFY(treeOf(path("incomplete")).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(session.find(outcome.id)->downloaded >= 900'001, kDeadlineMs); // counted to the last
        QVERIFY(session.stop());
        TestSession again(database());
        QVERIFY(again.start());
        QVERIFY(waitForPath(again, outcome.id, path("final")));
    }

    void theWishOutlivesARestartAndIsCarriedOutAfterIt() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TorrentId id;
        {
            TestSession session(database());
            QVERIFY(session.start());
            id = seed(session, created).id; // complete: nothing will finish any more
            QVERIFY(session.waitForState(id, TorrentState::Seeding));
            session->edit({id}, SetFinalFolder{path("final")});
            QTRY_COMPARE_WITH_TIMEOUT(session.find(id)->finalPath, path("final"), kDeadlineMs);
            QVERIFY(session.stop());
        }
        TestSession again(database());
        QVERIFY(again.start());
        QVERIFY(waitForPath(again, id, path("final")));
        QCOMPARE(treeOf(path("final")).size(), 4);
    }

    void aMoveOfTheUserOverrulesIt() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession session(database());
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        session->edit({id}, SetFinalFolder{path("final")});
        QTRY_COMPARE_WITH_TIMEOUT(session.find(id)->finalPath, path("final"), kDeadlineMs);
        session->move({id}, path("chosen"));
        QVERIFY(waitForPath(session, id, path("chosen")));
    }

    void theFolderOfTheFilesItselfIsNoWish() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession session(database());
        QVERIFY(session.start());
        AddTorrentRequest wanted = request(created.torrent, path("here"));
        wanted.finalPath = path("here") + QStringLiteral("/../here/");
        const auto id = session.add(wanted).id;
        QTRY_VERIFY_WITH_TIMEOUT(session.find(id) != nullptr, kDeadlineMs);
        QVERIFY(session.find(id)->finalPath.isEmpty());
        session->edit({id}, SetFinalFolder{QStringLiteral("not/absolute")});
        QTRY_COMPARE_WITH_TIMEOUT(session.problems.size(), 1, kDeadlineMs);
        QVERIFY(session.find(id)->finalPath.isEmpty());
    }
};

QTEST_GUILESS_MAIN(FinalFolderTest)
#include "final_folder_test.moc"
