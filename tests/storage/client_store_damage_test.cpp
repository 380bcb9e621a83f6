// The list survives whatever happens to the database.
#include "storage/backup.h"
#include "storage/client_store_fixture.h"
#include "storage/torrent_facts.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace essaim;
using namespace essaim::storage;
using namespace essaim::storage::test;

class ClientStoreDamageTest : public QObject, ClientStoreFixture {
    Q_OBJECT

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
};

QTEST_GUILESS_MAIN(ClientStoreDamageTest)
#include "client_store_damage_test.moc"
