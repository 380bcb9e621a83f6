// A complete torrent to which nothing happens costs no start and no end a row; what happens to one is saved.
#include "engine/session_fixture.h"
#include "storage/database.h"
#include "storage/torrent_store.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class QuietTorrentsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_world;
    CreatedTorrent m_torrent;
    TorrentId m_id;

    QString path(const char* name) const { return m_world->filePath(QString::fromUtf8(name)); }

    storage::TorrentRecord row() const {
        const auto database = storage::openDatabase(path("essaim.db").toStdString(), "essaim");
        if (!database)
            qFatal("no database");
        auto record = storage::TorrentStore(**database).load(m_id);
        if (!record)
            qFatal("no row");
        return *record;
    }
    /// From start to end; `between` while the torrent is seeded.
    [[nodiscard]] bool runOnce(const std::function<bool(TestSession&)>& between = [](TestSession&) { return true; }) {
        TestSession session(path("essaim.db"));
        return session.start() && session.waitForState(m_id, TorrentState::Seeding) && between(session) &&
               session.stop();
    }

private Q_SLOTS:
    /// A list with one complete torrent that has been synced.
    void init() {
        m_world = std::make_unique<QTemporaryDir>();
        m_torrent = make(makeContent(path("content")));
        TestSession session(path("essaim.db"));
        QVERIFY(session.start());
        const AddTorrentOutcome outcome = session.add(request(m_torrent.torrent, path("content")));
        QVERIFY(!outcome.error);
        m_id = outcome.id;
        QVERIFY(session.waitForState(m_id, TorrentState::Seeding));
        QVERIFY(session.stop());
        QVERIFY(runOnce());
    }

    void aTorrentToWhichNothingHappensIsNotSavedAgain() {
        const auto before = row().resumeOrigin;
        QVERIFY(before.sequence > 0);
        QVERIFY(runOnce());
        QVERIFY(runOnce());
        QCOMPARE(row().resumeOrigin.sequence, before.sequence);
    }

    void howLongItRanIsSavedAllTheSame() {
        const auto before = row();
        const auto grown = [&] {
            return row().activeSeconds >= before.activeSeconds + 2 && row().seedingSeconds >= before.seedingSeconds + 2;
        };
        // A torrent counts from when libtorrent starts it, which is later than the list shows it.
        for (int run = 0; run < 5 && !grown(); ++run) {
            QVERIFY(runOnce([](TestSession&) {
                QElapsedTimer running;
                running.start();
                return QTest::qWaitFor([&] { return running.elapsed() > 2100; });
            }));
        }
        QVERIFY(grown());
        QCOMPARE(row().resumeOrigin.sequence, before.resumeOrigin.sequence);
    }

    void whatAPeerGotIsSaved() {
        const auto before = row().resumeOrigin;
        TestSession peer;
        QVERIFY(peer.start());
        QVERIFY(runOnce([&](TestSession& session) {
            AddTorrentRequest wanted = request(m_torrent.torrent, path("downloads"));
            wanted.peers = {session.peerAddress()};
            const AddTorrentOutcome outcome = peer.add(wanted);
            // libtorrent counts once a second.
            return !outcome.error && peer.waitForState(outcome.id, TorrentState::Seeding) &&
                   QTest::qWaitFor([&] { return session.find(m_id)->uploaded > 0; }, kDeadlineMs);
        }));
        QVERIFY(row().resumeOrigin.sequence > before.sequence);
        QVERIFY(row().uploaded > 0);
        QVERIFY(peer.stop());
    }

    void thatTheUserStoppedItIsSaved() {
        const auto before = row().resumeOrigin;
        QVERIFY(runOnce([&](TestSession& session) {
            session->pause({m_id});
            return session.waitForState(m_id, TorrentState::Complete);
        }));
        QVERIFY(row().resumeOrigin.sequence > before.sequence);
        QVERIFY(row().paused);
    }

    void filesThatAreGoneAreNoticedAllTheSame() {
        QVERIFY(QDir(path("content/Été à Zürich")).removeRecursively());
        TestSession session(path("essaim.db"));
        QVERIFY(session.start());
        QVERIFY(session.waitForState(m_id, TorrentState::MissingFiles));
        QVERIFY(session.stop());
    }
};

QTEST_GUILESS_MAIN(QuietTorrentsTest)
#include "quiet_torrents_test.moc"
