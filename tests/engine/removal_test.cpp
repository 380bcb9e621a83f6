// Removing torrents with their files from a session, and bringing them back.
#include "storage/database.h"
#include "storage/file_owner_store.h"
#include "storage/removed_store.h"
#include "storage/torrent_store.h"

#include "engine/session_fixture.h"

#include <QTemporaryDir>

#include <libtorrent/read_resume_data.hpp>

#include <algorithm>
#include <unistd.h>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

namespace {

/// Two sessions: one seeds what was made, the other has downloaded it.
struct Pair {
    explicit Pair(const QString& folder)
        : created(make(makeContent(folder + QStringLiteral("/content"))))
        , root(folder + QStringLiteral("/dl/Été à Zürich"))
        , seeder()
        , leecher(folder + QStringLiteral("/profile/essaim.db"))
        , savePath(folder + QStringLiteral("/dl")) {}

    [[nodiscard]] bool download() {
        if (!seeder.start() || !leecher.start())
            return false;
        seed(seeder, created);
        AddTorrentRequest wanted = request(created.torrent, savePath);
        wanted.peers = {seeder.peerAddress()};
        id = leecher.add(wanted).id;
        // libtorrent counts once a second.
        return leecher.waitForState(id, TorrentState::Seeding) &&
               QTest::qWaitFor([this] { return leecher.find(id)->downloaded > 0; }, kDeadlineMs);
    }

    CreatedTorrent created;
    QString root;
    TestSession seeder;
    TestSession leecher;
    QString savePath;
    TorrentId id;
};

} // namespace

class RemovalTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QString bin() const { return path("data/Trash/files"); }

    [[nodiscard]] QStringList partFiles() const {
        return QDir(path("dl")).entryList({QStringLiteral("*.parts")}, QDir::Files | QDir::Hidden);
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", QFile::encodeName(path("data")));
    }

    void removesADownloadWithItsFilesAndBringsBothBack() {
        Pair pair(m_folder->path());
        QVERIFY(pair.download());
        const auto before = treeOf(pair.root);
        const qint64 downloaded = pair.leecher.find(pair.id)->downloaded;
        QList<FilesRemoved> removed;
        connect(pair.leecher.operator->(), &Session::filesRemoved, this, [&](const auto& said) { removed << said; });
        pair.leecher->remove({pair.id}, FilesFate::Bin);
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(pair.leecher.removedCount, 1);
        QCOMPARE(removed[0].removed, 4);
        QCOMPARE(removed[0].kept, 0);
        QVERIFY(!QFileInfo::exists(pair.root));
        QVERIFY(QFileInfo::exists(bin() + QStringLiteral("/Été à Zürich/b")));

        QList<RestoreOutcome> restored;
        connect(
            pair.leecher.operator->(), &Session::torrentRestored, this, [&](const auto& said) { restored << said; });
        pair.leecher->restoreRemoved({pair.id});
        QTRY_COMPARE(restored.size(), 1);
        QVERIFY(restored[0].isBack);
        QVERIFY(!restored[0].error);
        QVERIFY(pair.leecher.waitForState(pair.id, TorrentState::Seeding));
        QCOMPARE(treeOf(pair.root), before);
        QCOMPARE(pair.leecher.find(pair.id)->downloaded, downloaded);
    }

    void bringsATorrentBackPausedIfSomebodyChangedItsFiles() {
        Pair pair(m_folder->path());
        QVERIFY(pair.download());
        QList<FilesRemoved> removed;
        connect(pair.leecher.operator->(), &Session::filesRemoved, this, [&](const auto& said) { removed << said; });
        pair.leecher->remove({pair.id}, FilesFate::Keep);
        QTRY_COMPARE(pair.leecher.removedCount, 1);
        writeFile(pair.root + QStringLiteral("/b"), "my own words");
        pair.leecher->restoreRemoved({pair.id});
        QTRY_VERIFY(pair.leecher.find(pair.id) != nullptr);
        QTRY_VERIFY(pair.leecher.find(pair.id)->isStopped());
        pair.leecher->connectPeer(pair.id, pair.seeder.peerAddress());
        QVERIFY(pair.leecher.stop());
        QCOMPARE(readFile(pair.root + QStringLiteral("/b")), QByteArray("my own words"));
    }

    void takesFilesThatAreWantedLaterForItsOwnWork() {
        const QString database = path("profile/essaim.db");
        const auto stampOf = [&](const TorrentId& id, std::optional<storage::FileStamp> set) {
            const auto store = storage::openDatabase(database.toStdString(), "essaim").value();
            storage::FileOwnerStore owners(*store);
            if (set)
                owners.stamp(id, {{3, *set}});
            return owners.load(id).at(3).stamp;
        };
        TorrentId id;
        {
            const CreatedTorrent created = make(makeContent(path("content")));
            TestSession seeder;
            TestSession leecher(database);
            QVERIFY(seeder.start() && leecher.start());
            seed(seeder, created);
            AddTorrentRequest wanted = request(created.torrent, path("dl"));
            wanted.peers = {seeder.peerAddress()};
            wanted.filePriorities = {4, 4, 4, 0};
            id = leecher.add(wanted).id;
            QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
            QVERIFY(leecher.stop());
        }
        // As if it had been wanted at first, and was left as it was then.
        stampOf(id, storage::FileStamp{5, 5, 5, 5});
        {
            TestSession session(database);
            QVERIFY(session.start());
            QVERIFY(session.waitForState(id, TorrentState::Seeding));
            session->setFilePriorities(id, {4, 4, 4, 4}); // what is in the part file goes to the file
            QVERIFY(session.waitForState(id, TorrentState::Stalled));
            QVERIFY(session.stop());
        }
        QCOMPARE(stampOf(id, std::nullopt).size, -1);
    }

    void bringsATorrentBackAfterARestart() {
        const QString database = path("profile/essaim.db");
        TorrentId id;
        {
            Pair pair(m_folder->path());
            QVERIFY(pair.download());
            id = pair.id;
            pair.leecher->setFilePriorities(id, {4, 4, 4, 4});
            pair.leecher->remove({id}, FilesFate::Keep);
            QTRY_COMPARE(pair.leecher.removedCount, 1);
            QVERIFY(pair.leecher.stop());
        }
        TestSession session(database);
        QVERIFY(session.start());
        QList<RemovedTorrent> listed;
        connect(session.operator->(), &Session::removedListed, this, [&](const auto& said) { listed = said; });
        session->requestRemoved();
        QTRY_COMPARE(listed.size(), 1);
        QCOMPARE(listed[0].id, id);
        QCOMPARE(listed[0].name, QStringLiteral("Été à Zürich"));
        QVERIFY(session.snapshots.empty());
        session->restoreRemoved({id});
        QVERIFY(session.waitForState(id, TorrentState::Seeding));
        QVERIFY(session.find(id)->downloaded > 0);
        session->requestRemoved();
        QTRY_VERIFY(listed.isEmpty());
    }

    void claimsNoPiecesOfThePartFileAfterItHasGone() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession seeder;
        TestSession leecher(path("profile/essaim.db"));
        QVERIFY(seeder.start() && leecher.start());
        seed(seeder, created);
        AddTorrentRequest wanted = request(created.torrent, path("dl"));
        wanted.peers = {seeder.peerAddress()};
        wanted.filePriorities = {4, 4, 0, 4}; // the large one is left out; pieces 0 and 54 reach into it
        const TorrentId id = leecher.add(wanted).id;
        QVERIFY(QTest::qWaitFor([&] { return leecher.find(id)->piecesHave == 3; }, kDeadlineMs));
        leecher->pause({id});
        QTRY_VERIFY(leecher.find(id)->isStopped());
        leecher->remove({id}, FilesFate::Keep);
        QTRY_COMPARE(leecher.removedCount, 1);
        QTRY_COMPARE_WITH_TIMEOUT(partFiles().size(), 1, kDeadlineMs);
        QVERIFY(QFile::remove(path("dl/") + partFiles().first()));

        bool isBack = false;
        connect(leecher.operator->(), &Session::torrentRestored, this, [&](const auto& said) { isBack = said.isBack; });
        leecher->restoreRemoved({id});
        QTRY_VERIFY(isBack);
        // As it would be found if the program were killed now.
        QVERIFY(QDir().mkpath(path("copy")));
        for (const char* name : {"essaim.db", "essaim.db-wal"})
            QVERIFY(QFile::copy(path("profile/") + QLatin1String(name), path("copy/") + QLatin1String(name)));
        auto opened = storage::openDatabase(path("copy/essaim.db").toStdString(), "essaim");
        QVERIFY(opened.has_value());
        const auto row = storage::TorrentStore(**opened).load(id);
        QVERIFY(row.has_value());
        const auto resume = lt::read_resume_data({row->resumeData.data(), std::ptrdiff_t(row->resumeData.size())});
        QCOMPARE(resume.have_pieces.size(), 56);
        QCOMPARE(resume.have_pieces.count(), 1);
        QVERIFY(resume.have_pieces.get_bit(lt::piece_index_t(55)));
    }

    void keepsPiecesOfUnwantedFilesUntilTheTorrentIsForgotten_data() {
        QTest::addColumn<FilesFate>("fate");
        QTest::newRow("files stay") << FilesFate::Keep;
        QTest::newRow("files go to the bin") << FilesFate::Bin;
    }
    void keepsPiecesOfUnwantedFilesUntilTheTorrentIsForgotten() {
        QFETCH(FilesFate, fate);
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession seeder;
        TestSession leecher(path("profile/essaim.db"));
        QVERIFY(seeder.start() && leecher.start());
        seed(seeder, created);
        AddTorrentRequest wanted = request(created.torrent, path("dl"));
        wanted.peers = {seeder.peerAddress()};
        wanted.filePriorities = {4, 4, 0, 4}; // pieces 0 and 54 reach into what is left out
        const TorrentId id = leecher.add(wanted).id;
        QTRY_COMPARE_WITH_TIMEOUT(leecher.find(id)->piecesHave, 3, kDeadlineMs);
        QVERIFY(seeder.stop()); // nobody has them any more
        QList<RestoreOutcome> restored;
        connect(leecher.operator->(), &Session::torrentRestored, this, [&](const auto& said) { restored << said; });
        leecher->remove({id}, fate);
        QTRY_COMPARE_WITH_TIMEOUT(leecher.removedCount, 1, kDeadlineMs);
        leecher->restoreRemoved({id});
        QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, kDeadlineMs);
        QVERIFY(restored[0].isBack && !restored[0].error);
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
        QCOMPARE(leecher.find(id)->piecesHave, 3);
        QCOMPARE(partFiles().size(), 1);

        leecher->remove({id}, FilesFate::Keep);
        QTRY_COMPARE_WITH_TIMEOUT(leecher.removedCount, 2, kDeadlineMs);
        leecher->forgetRemoved({id});
        QTRY_VERIFY_WITH_TIMEOUT(partFiles().isEmpty(), kDeadlineMs);
    }

    void noticesAtTheStartThatThePartFileHasGone() {
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession seeder;
        QVERIFY(seeder.start());
        seed(seeder, created);
        TorrentId id;
        {
            TestSession leecher(path("profile/essaim.db"));
            QVERIFY(leecher.start());
            AddTorrentRequest wanted = request(created.torrent, path("dl"));
            wanted.peers = {seeder.peerAddress()};
            wanted.filePriorities = {4, 4, 0, 4}; // pieces 0 and 54 reach into what is left out
            id = leecher.add(wanted).id;
            QVERIFY(QTest::qWaitFor([&] { return leecher.find(id)->piecesHave == 3; }, kDeadlineMs));
            QVERIFY(leecher.stop());
        }
        QCOMPARE(partFiles().size(), 1);
        QVERIFY(QFile::remove(path("dl/") + partFiles().first()));
        TestSession leecher(path("profile/essaim.db"));
        QVERIFY(leecher.start());
        leecher->connectPeer(id, seeder.peerAddress());
        QVERIFY(QTest::qWaitFor([&] { return partFiles().size() == 1; }, kDeadlineMs)); // they came once more
        QVERIFY(QTest::qWaitFor([&] { return leecher.find(id)->piecesHave == 3; }, kDeadlineMs));
        QVERIFY(leecher.stop());
    }

    void neverTakesTheFilesThatSomebodySharesFromWhereTheyAre() {
        const CreatedTorrent created = make(makeContent(path("content")));
        const auto before = treeOf(path("content"));
        TestSession session(path("profile/essaim.db"));
        QVERIFY(session.start());
        const auto id = seed(session, created).id;
        std::optional<RemovalPlan> plan;
        connect(session.operator->(), &Session::removalPlanned, this, [&](const auto& said) { plan = said; });
        session->planRemoval(7, {id});
        QTRY_VERIFY(plan);
        QCOMPARE(plan->requestId, quint64(7));
        QCOMPARE(plan->torrents.at(0).files.size(), 4);
        for (const RemovalFile& file : plan->torrents[0].files)
            QCOMPARE(file.kept, KeptBecause::WasThere);
        std::optional<FilesRemoved> removed;
        connect(session.operator->(), &Session::filesRemoved, this, [&](const auto& said) { removed = said; });
        session->remove({id}, FilesFate::Delete);
        QTRY_VERIFY(removed);
        QCOMPARE(removed->kept, 4);
        QCOMPARE(treeOf(path("content")), before);
    }

    void takesFilesOfUnknownOriginOnlyWithConsent() {
        const QString database = path("profile/essaim.db");
        Pair pair(m_folder->path());
        QVERIFY(pair.download());
        QVERIFY(pair.leecher.stop());
        {
            auto opened = storage::openDatabase(database.toStdString(), "essaim");
            QVERIFY(opened.has_value());
            (*opened)->exec("DELETE FROM file_owner"); // as an old version left it
        }
        TestSession session(database);
        QVERIFY(session.start());
        std::optional<RemovalPlan> plan;
        connect(session.operator->(), &Session::removalPlanned, this, [&](const auto& said) { plan = said; });
        session->planRemoval(1, {pair.id});
        QTRY_VERIFY(plan);
        QCOMPARE(plan->torrents.at(0).files.size(), 4);
        for (const RemovalFile& file : plan->torrents[0].files)
            QCOMPARE(file.kept, KeptBecause::Unknown);
        std::optional<FilesRemoved> removed;
        connect(session.operator->(), &Session::filesRemoved, this, [&](const auto& said) { removed = said; });
        session->remove({pair.id}, FilesFate::Bin);
        QTRY_VERIFY(removed);
        QCOMPARE(removed->removed, 0);
        bool isBack = false;
        connect(session.operator->(), &Session::torrentRestored, this, [&](const auto& said) { isBack = said.isBack; });
        session->restoreRemoved({pair.id});
        QTRY_VERIFY(isBack);
        removed.reset();
        session->remove({pair.id}, FilesFate::Bin, true);
        QTRY_VERIFY(removed);
        QCOMPARE(removed->removed, 4);
        QVERIFY(!QFileInfo::exists(pair.root));
        QVERIFY(QFileInfo::exists(bin() + QStringLiteral("/Été à Zürich/b")));
    }

    void finishesARemovalThatWasCutShort() {
        const QString database = path("profile/essaim.db");
        Pair pair(m_folder->path());
        QVERIFY(pair.download());
        QVERIFY(pair.leecher.stop());
        {
            auto opened = storage::openDatabase(database.toStdString(), "essaim");
            QVERIFY(opened.has_value());
            storage::RemovedStore(**opened).put(pair.id, std::time(nullptr), storage::RemovedFiles::Bin);
        }
        TestSession session(database);
        QVERIFY(session.start());
        QTRY_VERIFY(!QFileInfo::exists(pair.root));
        QVERIFY(QFileInfo::exists(bin() + QStringLiteral("/Été à Zürich/b")));
        QVERIFY(session.snapshots.empty());
    }
};

QTEST_GUILESS_MAIN(RemovalTest)
#include "removal_test.moc"
