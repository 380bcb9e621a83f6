// A profile's list of torrents and its files, day by day and on a full disk.
#include "storage/client_store_fixture.h"

#include "storage/removed_store.h"
#include "storage/reserve.h"
#include "storage/small_disk.h"

#include <QTest>

using namespace essaim;
using namespace essaim::storage;
using namespace essaim::storage::test;

class ClientStoreTest : public QObject, ClientStoreFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewProfileIsEmptyAndSaysSo() {
        auto store = open();
        QVERIFY(store.torrents.empty());
        QCOMPARE(store.run.previousEnd, PreviousEnd::FirstStart);
        QVERIFY(store.report == StoreReport{});
    }

    void oneProgramHasTheProfile() {
        auto first = open();
        const auto second = openClientStore(path());
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().kind, ErrorKind::Busy);
        first.database.reset();
        QVERIFY(openClientStore(path()).has_value());
    }

    void everyTorrentHasItsFilesWhenItIsAcknowledged() {
        auto store = open();
        change(store, [](TorrentStore& torrents) { torrents.put(torrent(0)); }).value();
        const auto id = QString::fromStdString(torrent(0).id.toHex());
        QCOMPARE(files(), (QStringList{id + QStringLiteral(".card"), id + QStringLiteral(".torrent")}));
        change(store, [](TorrentStore& torrents) { torrents.remove(torrent(0).id); }).value();
        QCOMPARE(files(), QStringList());
    }

    void rebuildsTheListWithoutADatabase() {
        const auto records = make(12);
        removeDatabase();
        auto store = open();
        QVERIFY(store.torrents == factsOnly(records));
        QCOMPARE(store.report.rebuilt, 12);
        QCOMPARE(store.run.previousEnd, PreviousEnd::PowerLoss);
        store.database.reset();
        store = open();
        QCOMPARE(store.report.rebuilt, 0); // said once
        QVERIFY(store.torrents == factsOnly(records));
    }

    void theFilesFollowEveryChange() {
        auto records = make(3);
        {
            auto store = open();
            change(store, [](TorrentStore& torrents) {
                torrents.setCategory(torrent(0).id, "new");
                torrents.setTags(torrent(0).id, {"b", "a"});
                torrents.setPaused(torrent(1).id, true);
                torrents.setSavePath(torrent(1).id, "/elsewhere");
                torrents.remove(torrent(2).id);
            }).value();
        }
        removeDatabase();
        records.pop_back();
        records[0].category = "new";
        records[0].tags = {"a", "b"};
        records[1].paused = true;
        records[1].savePath = "/elsewhere";
        QVERIFY(open().torrents == factsOnly(records));
    }

    void aMagnetGetsItsMetadataFileWhenItArrives() {
        make(5);
        auto known = torrent(4);
        known.metadata = "d4:info7:arrivede";
        known.name = "now known";
        {
            auto store = open();
            change(store, [&](TorrentStore& torrents) {
                torrents.setMetadata(known.id, known.infoHash, known.name, known.metadata);
            }).value();
        }
        removeDatabase();
        QVERIFY(open().torrents.back() == facts(known));
    }

    void statisticsWriteNoFiles() {
        make(1);
        auto store = open();
        const auto card = m_folder->filePath(QStringLiteral("meta/00/")) +
                          QString::fromStdString(torrent(0).id.toHex()) + QStringLiteral(".card");
        QVERIFY(QFile::remove(card));
        change(store, [](TorrentStore& torrents) {
            torrents.putResume({{torrent(0).id, "resume", 1, 2, 0, 4, 5, 6}});
        }).value();
        QVERIFY(!QFile::exists(card));
        change(store, [](TorrentStore& torrents) { torrents.setPaused(torrent(0).id, true); }).value();
        QVERIFY(QFile::exists(card));
    }

    void aRemovedTorrentHasNoFilesUntilItIsBack() {
        make(1);
        auto store = open();
        store.database
            ->run(
                Operation::SaveStore,
                [](SQLite::Database& database) { RemovedStore(database).put(torrent(0).id, 5, RemovedFiles::Kept); })
            .value();
        QCOMPARE(files(), QStringList());
        store.database
            ->run(
                Operation::SaveStore,
                [](SQLite::Database& database) { QVERIFY(RemovedStore(database).restore(torrent(0).id)); })
            .value();
        QCOMPARE(files().size(), 2);
        store.database.reset();
        removeDatabase();
        QVERIFY(open().torrents == factsOnly({torrent(0)}));
    }

    void aTransactionThatFailsChangesNoFile() {
        make(1);
        auto store = open();
        const auto before = files();
        const auto outcome = store.database->run(Operation::SaveStore, [](SQLite::Database& database) {
            TorrentStore(database).put(torrent(1));
            TorrentStore(database).remove(torrent(0).id);
            database.exec("INSERT INTO nowhere VALUES (1)");
        });
        QVERIFY(!outcome.has_value());
        QCOMPARE(files(), before);
        change(store, [](TorrentStore& torrents) { torrents.setPaused(torrent(0).id, true); }).value();
        QCOMPARE(files(), before);
    }

    void theReserveMakesRoomOnAFullDisk() {
        essaim::test::SmallDisk disk(8 * 1024);
        if (!disk.reason().isEmpty())
            QSKIP(qPrintable(QStringLiteral("cannot mount a small disk: ") + disk.reason()));
        const auto file = disk.filePath(QStringLiteral("state/essaim.db")).toStdString();
        auto store = openClientStore(file);
        QVERIFY(store.has_value());
        change(*store, [](TorrentStore& torrents) { torrents.put(torrent(0)); }).value();
        change(*store, [](TorrentStore& torrents) { torrents.put(torrent(1)); }).value();
        const auto reserve = disk.filePath(QStringLiteral("state/reserve.bin")).toStdString();
        Reserve(reserve, 1024 * 1024, 1024 * 1024).fill();
        QVERIFY(std::filesystem::file_size(reserve) == 1024 * 1024);
        store->database.reset();
        disk.fill();
        // At 0 bytes: starts, lists, removes.
        store = openClientStore(file);
        QVERIFY2(store.has_value(), store ? "" : describe(store.error()).c_str());
        QCOMPARE(store->torrents.size(), 2u);
        const auto removed = change(*store, [](TorrentStore& torrents) { torrents.remove(torrent(0).id); });
        QVERIFY2(removed.has_value(), removed ? "" : describe(removed.error()).c_str());
        store->database.reset();
        QCOMPARE(openClientStore(file).value().torrents.size(), 1u);
    }

    void withoutAReserveTheListOfAFullDiskCanStillBeSeen() {
        essaim::test::SmallDisk disk(8 * 1024);
        if (!disk.reason().isEmpty())
            QSKIP(qPrintable(QStringLiteral("cannot mount a small disk: ") + disk.reason()));
        const auto file = disk.filePath(QStringLiteral("state/essaim.db")).toStdString();
        {
            auto store = openClientStore(file).value();
            for (std::uint32_t number : {0u, 1u})
                change(store, [&](TorrentStore& torrents) { torrents.put(torrent(number)); }).value();
        }
        QVERIFY(QFile::remove(disk.filePath(QStringLiteral("state/reserve.bin"))));
        disk.fill();
        auto store = openClientStore(file);
        QVERIFY2(store.has_value(), store ? "" : describe(store.error()).c_str());
        QCOMPARE(store->torrents.size(), 2u);
        QVERIFY(store->cannotSave.has_value());
        QCOMPARE(store->cannotSave->kind, ErrorKind::DiskFull);
        const auto remove = [](TorrentStore& torrents) { torrents.remove(torrent(0).id); };
        const auto refused = change(*store, remove);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::DiskFull);
        disk.empty();
        QVERIFY(change(*store, remove).has_value());
        store->database.reset();
        store = openClientStore(file);
        QCOMPARE(store->torrents.size(), 1u);
        QVERIFY(!store->cannotSave);
    }
};

QTEST_GUILESS_MAIN(ClientStoreTest)
#include "client_store_test.moc"
