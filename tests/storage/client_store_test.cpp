// The list survives whatever happens to the database.
#include "storage/client_store.h"

#include "storage/backup.h"
#include "storage/removed_store.h"
#include "storage/reserve.h"
#include "storage/small_disk.h"
#include "storage/torrent_facts.h"
#include "storage/torrent_store.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using namespace essaim::storage;

namespace {

TorrentRecord torrent(std::uint32_t number) {
    TorrentRecord record;
    record.infoHash.v1.emplace();
    for (std::size_t i = 0; i < 4; ++i)
        record.infoHash.v1->bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    record.infoHash.v1->bytes[19] = 1;
    record.id = record.infoHash.id();
    record.name = "torrent " + std::to_string(number);
    record.savePath = "/srv/" + std::to_string(number);
    record.category = number % 2 ? "odd" : "even";
    record.tags = {"tag " + std::to_string(number)};
    record.addedAt = 1000 + number;
    if (number % 5 == 4)
        record.source = "magnet:?xt=urn:btih:" + record.id.toHex();
    else
        record.metadata = "d4:info" + std::string(700 + number, 'm') + "e";
    record.resumeData = std::string(300, 'r');
    return record;
}

/// What is left of a torrent when the database is lost.
TorrentRecord facts(TorrentRecord record) {
    record.resumeData.clear();
    record.resumeOrigin = {};
    return record;
}

std::vector<TorrentRecord> factsOnly(std::vector<TorrentRecord> records) {
    for (auto& record : records)
        record = facts(std::move(record));
    return records;
}

} // namespace

class ClientStoreTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::string path(const char* name = "essaim.db") const {
        return m_folder->filePath(QString::fromLatin1(name)).toStdString();
    }

    ClientStore open() {
        auto store = openClientStore(path());
        if (!store)
            qFatal("%s", describe(store.error()).c_str());
        return std::move(*store);
    }

    static Expected<void> change(ClientStore& store, const std::function<void(TorrentStore&)>& work) {
        return store.database->run(Operation::SaveStore, [&](SQLite::Database& database) {
            TorrentStore torrents(database, store.run);
            work(torrents);
        });
    }

    std::vector<TorrentRecord> make(std::uint32_t count) {
        auto store = open();
        std::vector<TorrentRecord> records;
        for (std::uint32_t number = 0; number < count; ++number) {
            records.push_back(torrent(number));
            change(store, [&](TorrentStore& torrents) { torrents.put(records.back()); }).value();
        }
        return records;
    }

    QStringList files() const {
        QStringList names;
        QDirIterator entries(m_folder->filePath(QStringLiteral("meta")), QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext())
            names << QFileInfo(entries.next()).fileName();
        names.sort();
        return names;
    }

    void removeDatabase() {
        for (const char* name : {"essaim.db", "essaim.db-wal", "essaim.db-journal"})
            QFile::remove(QString::fromStdString(path(name)));
    }

    static void flipBits(const std::string& file, QRandomGenerator& random, int count) {
        QFile damaged(QString::fromStdString(file));
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        for (int i = 0; i < count; ++i) {
            const auto at = random.bounded(damaged.size());
            damaged.seek(at);
            char byte = 0;
            damaged.getChar(&byte);
            damaged.seek(at);
            damaged.putChar(static_cast<char>(byte ^ 1 << random.bounded(8)));
        }
    }

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

    void aRowThatVanishedIsInTheListAgain() {
        const auto records = make(4);
        {
            auto database = openDatabase(path(), "essaim");
            (*database)->exec("DELETE FROM torrent WHERE place = 2");
        }
        auto store = open();
        QCOMPARE(store.report.rebuilt, 1);
        QVERIFY(factsOnly(store.torrents) == factsOnly(records));
    }

    void aDamagedRowIsMendedFromItsCard() {
        const auto records = make(4);
        {
            auto database = openDatabase(path(), "essaim");
            (*database)->exec("UPDATE torrent SET save_path = '/srv/X' WHERE place = 2");
            (*database)->exec("UPDATE metadata SET torrent = x'00' WHERE place = 3");
        }
        auto store = open();
        QCOMPARE(store.report.mended, 2);
        QCOMPARE(store.report.lost, 0);
        QVERIFY(factsOnly(store.torrents) == factsOnly(records));
    }

    void aDamagedRowWhoseMetadataIsGoneGetsBoth() {
        const auto records = factsOnly(make(2));
        {
            const auto database = openDatabase(path(), "essaim");
            (*database)->exec(
                "UPDATE torrent SET name = 'another' WHERE place = 1; DELETE FROM metadata WHERE place = 1");
        }
        QVERIFY(factsOnly(open().torrents) == records);
        QVERIFY(factsOnly(open().torrents) == records);
    }

    void cardsThatWereLostAreWrittenAgain() {
        make(4);
        QVERIFY(QDir(m_folder->filePath(QStringLiteral("meta"))).removeRecursively());
        open();
        QCOMPARE(files().size(), 8);
    }

    void aTorrentFileThatWasLostIsWrittenAgain() {
        make(4);
        const auto file = m_folder->filePath(QStringLiteral("meta/02/")) +
                          QString::fromStdString(torrent(2).id.toHex()) + QStringLiteral(".torrent");
        QVERIFY(QFile::remove(file));
        open();
        QCOMPARE(files().size(), 8);
    }

    void somethingThatIsNoDatabaseIsMovedAsideAndKept() {
        const auto records = make(6);
        const QByteArray noise(20'000, 'n');
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(noise);
        file.close();
        auto store = open();
        QVERIFY(factsOnly(store.torrents) == factsOnly(records));
        QFile aside(QString::fromStdString((store.report.movedAside / "essaim.db").string()));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), noise);
    }

    void aDiskThatFailsIsNotTakenForADamagedDatabase() {
        const auto records = make(4);
        // As the first version of the program left it: nothing could be made again from the cards.
        QVERIFY(QDir(m_folder->filePath(QStringLiteral("meta"))).removeRecursively());
        const auto log = m_folder->filePath(QStringLiteral("essaim.db-wal"));
        QVERIFY(!QFile::exists(log));
        QVERIFY(QDir().mkdir(log)); // cannot be opened, as on a disk that fails
        const auto refused = openClientStore(path());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Internal);
        QCOMPARE(refused.error().operation, Operation::OpenStore);
        QVERIFY(!QDir(m_folder->filePath(QStringLiteral("quarantine"))).exists());
        QVERIFY(QDir().rmdir(log));
        const auto store = open();
        QVERIFY(factsOnly(store.torrents) == factsOnly(records));
        QCOMPARE(store.report.rebuilt, 0);
    }

    void aDatabaseThatTheDiskDoesNotGiveBackIsPutAsideIfTheUserWantsThat() {
        const auto records = make(4);
        const auto log = m_folder->filePath(QStringLiteral("essaim.db-wal"));
        QVERIFY(QDir().mkdir(log));
        ClientStoreOptions options;
        options.replaceUnreadable = true;
        const auto store = openClientStore(path(), options).value();
        QVERIFY(factsOnly(store.torrents) == factsOnly(records));
        QVERIFY(!store.report.isReplaced);
        QVERIFY(std::filesystem::remove(store.report.movedAside / "essaim.db-wal"));
        SQLite::Database kept((store.report.movedAside / "essaim.db").string(), SQLite::OPEN_READONLY);
        QCOMPARE(kept.execAndGet("SELECT count(*) FROM torrent").getInt(), 4);
    }

    void withoutDatabaseAndFilesTheNewestBackupThatCanBeReadIsTheList() {
        const auto records = make(4);
        {
            auto store = open();
            QVERIFY(store.database
                        ->runAlone(
                            Operation::SaveBackup,
                            [&](SQLite::Database& database) {
                                makeBackup(database, path("backup"), BackupKind::Daily, 1'000'000).value();
                            })
                        .has_value());
        }
        QFile damaged(m_folder->filePath(QStringLiteral("backup/daily-20240229-120000.db")));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("no backup") == 9);
        damaged.close();
        QVERIFY(QDir(m_folder->filePath(QStringLiteral("meta"))).removeRecursively());
        QVERIFY(QDir().mkdir(m_folder->filePath(QStringLiteral("essaim.db-wal"))));
        ClientStoreOptions options;
        options.replaceUnreadable = true;
        const auto store = openClientStore(path(), options).value();
        QCOMPARE(store.report.rebuilt, 4);
        QVERIFY(factsOnly(store.torrents) == factsOnly(records));
        QVERIFY(!files().isEmpty());
    }

    void aDatabaseOfANewerVersionIsLeftAsItIs() {
        make(2);
        {
            auto database = openDatabase(path(), "essaim");
            (*database)->exec("PRAGMA user_version=9999; INSERT INTO schema VALUES (9999, 'to come', '')");
        }
        const auto before = QFile(QString::fromStdString(path())).size();
        const auto refused = openClientStore(path());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        QCOMPARE(QFile(QString::fromStdString(path())).size(), before);
        QVERIFY(!QDir(m_folder->filePath(QStringLiteral("quarantine"))).exists());
    }

    void aListOfItsOwnIsMadeBesideANewerOneIfTheUserWantsThat() {
        const auto records = make(4);
        {
            auto database = openDatabase(path(), "essaim");
            (*database)->exec("PRAGMA user_version=9999; INSERT INTO schema VALUES (9999, 'to come', '')");
        }
        ClientStoreOptions options;
        options.replaceNewer = true;
        const auto store = openClientStore(path(), options).value();
        QVERIFY(factsOnly(store.torrents) == factsOnly(records));
        QVERIFY(store.report.isReplaced);
        SQLite::Database kept((store.report.movedAside / "essaim.db").string(), SQLite::OPEN_READONLY);
        QCOMPARE(kept.execAndGet("PRAGMA user_version").getInt(), 9999);
        QCOMPARE(kept.execAndGet("SELECT count(*) FROM torrent").getInt(), 4);
    }

    void noTorrentIsLostWhateverBitsAreFlipped() {
        const auto records = factsOnly(make(12));
        const auto good = m_folder->filePath(QStringLiteral("good.db"));
        QVERIFY(QFile::copy(QString::fromStdString(path()), good));
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int round = 0; round < 200; ++round) {
            removeDatabase();
            QVERIFY(QFile::copy(good, QString::fromStdString(path())));
            flipBits(path(), random, 1 + random.bounded(64));
            auto store = openClientStore(path());
            QVERIFY2(store, qPrintable(QStringLiteral("seed %1 round %2").arg(seed).arg(round)));
            std::set<TorrentId> ids;
            for (const auto& record : store->torrents)
                ids.insert(record.id);
            QVERIFY2(
                ids.size() == 12,
                qPrintable(QStringLiteral("seed %1 round %2: %3").arg(seed).arg(round).arg(ids.size())));
            for (const auto& record : factsOnly(store->torrents)) {
                const auto expected = std::ranges::find(records, record.id, &TorrentRecord::id);
                QVERIFY2(
                    expected != records.end() && factsOf(record) == factsOf(*expected) &&
                        record.metadata == expected->metadata,
                    qPrintable(QStringLiteral("seed %1 round %2").arg(seed).arg(round)));
            }
        }
    }

    void theReserveMakesRoomOnAFullDisk() {
        test::SmallDisk disk(8 * 1024);
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
        test::SmallDisk disk(8 * 1024);
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
