// What is left of a damaged database is taken over, row by row.
#include "storage/salvage.h"

#include "storage/backup.h"
#include "storage/client_store_fixture.h"
#include "storage/durable_store.h"
#include "storage/removed_store.h"
#include "storage/torrent_store.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Statement.h>

#include <algorithm>

using namespace essaim;
using namespace essaim::storage;

namespace {

constexpr int kPage = 4096;
constexpr std::uint32_t kTorrents = 80;

TorrentRecord torrent(std::uint32_t number) {
    TorrentRecord record;
    record.infoHash.v1.emplace();
    for (std::size_t i = 0; i < 4; ++i)
        record.infoHash.v1->bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    record.id = record.infoHash.id();
    record.name = "torrent " + std::to_string(number);
    record.savePath = "/srv/" + std::to_string(number);
    record.addedAt = 1000 + number;
    record.metadata = "d4:info" + std::string(200, 'm') + "e";
    record.resumeData = "resume " + std::to_string(number);
    return record;
}

} // namespace

class SalvageTest : public QObject, test::ClientStoreFixture {
    Q_OBJECT

    void make() {
        auto store = open();
        store.database
            ->run(
                Operation::SaveStore,
                [&](SQLite::Database& database) {
                    TorrentStore torrents(database, store.run);
                    for (std::uint32_t number = 0; number < kTorrents; ++number)
                        torrents.put(torrent(number));
                    RemovedStore(database).put(torrent(7).id, 5000, RemovedFiles::Kept);
                    endRun(database, store.run.runId);
                })
            .value();
    }
    /// Overwrites one page of a table or an index: its first or its last leaf, or its root.
    void destroy(const char* object, const char* which) {
        qint64 page = 0;
        {
            SQLite::Database database(path(), SQLite::OPEN_READONLY);
            const auto order = QByteArray(which) == "last" ? " ORDER BY pageno DESC" : " ORDER BY pageno";
            const auto kind = QByteArray(which) == "root" ? " AND path = '/'" : " AND pagetype = 'leaf'";
            page = database
                       .execAndGet(
                           std::string("SELECT pageno FROM dbstat WHERE name = '") + object + "'" + kind + order +
                           " LIMIT 1")
                       .getInt64();
        }
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * kPage));
        QCOMPARE(file.write(QByteArray(kPage, '\x5a')), kPage);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aDestroyedPageCostsNoTorrentAndLittleElse_data() {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<int>("resumeDataLeft"); // at least
        const int all = int(kTorrents) - 1;
        QTest::newRow("index of ids") << QByteArray("sqlite_autoindex_torrent_1") << QByteArray("root") << all;
        QTest::newRow("index of paths") << QByteArray("file_owner_path") << QByteArray("root") << all;
        QTest::newRow("first torrents") << QByteArray("torrent") << QByteArray("first") << all - 45;
        QTest::newRow("last torrents") << QByteArray("torrent") << QByteArray("last") << all - 45;
        QTest::newRow("all torrents") << QByteArray("torrent") << QByteArray("root") << 0;
        QTest::newRow("metadata") << QByteArray("metadata") << QByteArray("first") << all;
        QTest::newRow("resume data") << QByteArray("resume_data") << QByteArray("last") << all - 70;
        QTest::newRow("removed") << QByteArray("removed") << QByteArray("root") << all;
        QTest::newRow("runs") << QByteArray("run") << QByteArray("root") << all;
    }
    void aDestroyedPageCostsNoTorrentAndLittleElse() {
        QFETCH(QByteArray, object);
        QFETCH(QByteArray, page);
        QFETCH(int, resumeDataLeft);
        make();
        destroy(object.constData(), page.constData());
        int withResume = 0;
        {
            const auto store = open();
            QVERIFY(!store.report.movedAside.empty());
            QVERIFY(QFile::exists(QString::fromStdString(store.report.movedAside.string() + "/essaim.db")));
            QCOMPARE(store.torrents.size(), kTorrents - 1); // the removed one has not come back
            for (const TorrentRecord& record : store.torrents) {
                auto wanted = torrent(std::uint32_t(record.addedAt - 1000));
                QCOMPARE(record.savePath, wanted.savePath);
                QCOMPARE(record.metadata, wanted.metadata);
                withResume += record.resumeData == wanted.resumeData ? 1 : 0;
            }
        }
        QVERIFY2(withResume >= resumeDataLeft, qPrintable(QString::number(withResume)));
        const auto again = open();
        QVERIFY(again.report == StoreReport{}); // it is whole
        QCOMPARE(again.torrents.size(), kTorrents - 1);
    }

    void aColumnWhoseNameIsDamagedMakesNoDamagedRowTrusted_data() {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("change");
        QTest::newRow("metadata") << QByteArray("metadata") << QByteArray("torrent = x'64' WHERE place = 3");
        QTest::newRow("facts") << QByteArray("torrent") << QByteArray("save_path = '/elsewhere' WHERE place = 3");
    }
    void aColumnWhoseNameIsDamagedMakesNoDamagedRowTrusted() {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, change);
        make();
        {
            SQLite::Database database(path(), SQLite::OPEN_READWRITE);
            database.exec(("UPDATE " + table + " SET " + change).constData());
            database.exec("PRAGMA writable_schema=ON");
            database.exec(
                ("UPDATE sqlite_schema SET sql = replace(sql, 'checksum', 'chgcksum') WHERE name = '" + table + "'")
                    .constData());
        }
        const auto store = open();
        QVERIFY(!store.report.movedAside.empty());
        QCOMPARE(store.torrents.size(), kTorrents - 1);
        for (const TorrentRecord& record : store.torrents) {
            const auto wanted = torrent(std::uint32_t(record.addedAt - 1000));
            QCOMPARE(record.savePath, wanted.savePath);
            QCOMPARE(record.metadata, wanted.metadata);
        }
    }

    void aTorrentThatWasLostTwiceComesFromTheBackup() {
        make();
        const auto lost = torrent(3);
        {
            const auto store = open();
            store.database
                ->runAlone(
                    Operation::SaveBackup,
                    [this](SQLite::Database& db) {
                        (void)makeBackup(db, path("backup"), BackupKind::Daily, 1'790'000'000).value();
                    })
                .value();
            store.database
                ->run(
                    Operation::SaveStore,
                    [&](SQLite::Database& db) {
                        SQLite::Statement damage(
                            db, "UPDATE metadata SET torrent = x'64' WHERE place = "
                                "(SELECT place FROM torrent WHERE name = 'torrent 3')");
                        damage.exec();
                    })
                .value();
        }
        for (QDirIterator files(m_folder->filePath(QStringLiteral("meta")), QDirIterator::Subdirectories);
             files.hasNext();) {
            const QString file = files.next();
            if (file.endsWith(QString::fromStdString(lost.id.toHex()) + QStringLiteral(".torrent")))
                QVERIFY(QFile::resize(file, 10));
        }
        const auto store = open();
        QCOMPARE(store.report.mended, 1);
        const auto found = std::ranges::find(store.torrents, lost.id, &TorrentRecord::id);
        QVERIFY(found != store.torrents.end());
        QCOMPARE(found->metadata, lost.metadata);
        QVERIFY(found->source.empty());
    }

    void ofAFileThatIsNoDatabaseNothingIsTaken() {
        make();
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QCOMPARE(file.write(QByteArray(100, 'x')), 100);
        file.close();
        const auto store = open();
        QCOMPARE(store.report.rebuilt, int(kTorrents) - 1);
        QCOMPARE(store.torrents.size(), kTorrents - 1);
    }
};

QTEST_GUILESS_MAIN(SalvageTest)
#include "salvage_test.moc"
