// Units of work: in order, whole or not at all, and told truly, on a full disk too.
#include "storage/database.h"
#include "storage/pragmas.h"
#include "storage/small_disk.h"
#include "storage/torrent_store.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>

using namespace essaim;
using namespace essaim::storage;

namespace {

TorrentRecord torrent(std::uint32_t number) {
    TorrentRecord record;
    record.infoHash.v1.emplace();
    for (std::size_t i = 0; i < 4; ++i)
        record.infoHash.v1->bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    record.id = record.infoHash.id();
    record.savePath = "/srv";
    record.source = "magnet:?xt=urn:btih:" + record.id.toHex();
    record.resumeData = std::string(2000, static_cast<char>('a' + number % 26));
    record.resumeOrigin.sequence = 1;
    return record;
}

Expected<void> put(DatabaseThread& thread, const TorrentRecord& record) {
    return thread.run(Operation::SaveStore, [&](SQLite::Database& database) { TorrentStore(database).put(record); });
}

std::vector<TorrentRecord> load(DatabaseThread& thread) {
    return thread.run(Operation::OpenStore, [](SQLite::Database& database) { return TorrentStore(database).loadAll(); })
        .value_or(std::vector<TorrentRecord>{});
}

} // namespace

class DatabaseThreadTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::string file() const { return m_folder->filePath(QStringLiteral("essaim.db")).toStdString(); }

    std::unique_ptr<DatabaseThread> open() const {
        auto thread = DatabaseThread::open(file(), "essaim");
        return thread ? std::move(*thread) : nullptr;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void givesBackWhatTheWorkReturns() {
        const auto thread = open();
        QVERIFY(thread);
        QCOMPARE(thread->run(Operation::None, [](SQLite::Database&) { return 42; }), Expected<int>(42));
        QVERIFY(thread->run(Operation::None, [](SQLite::Database&) {}).has_value());
    }

    void saysWhyItCannotOpen() {
        const auto first = open();
        QVERIFY(first);
        const auto second = DatabaseThread::open(file(), "essaim");
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().kind, ErrorKind::Busy);
    }

    void runsWorkInTheOrderInWhichItWasPosted() {
        std::vector<int> order;
        {
            const auto thread = open();
            for (int i = 0; i < 100; ++i)
                thread->post(Operation::None, [&order, i](SQLite::Database&) { order.push_back(i); });
        } // finishes what is queued
        QCOMPARE(order.size(), 100u);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void takesWorkFromManyThreads() {
        std::atomic<int> done = 0;
        {
            const auto thread = open();
            std::vector<std::thread> posters;
            for (std::uint32_t poster = 0; poster < 4; ++poster) {
                posters.emplace_back([&, poster] {
                    for (std::uint32_t i = 0; i < 25; ++i) {
                        const auto record = torrent(poster * 100 + i);
                        thread->post(
                            Operation::SaveStore,
                            [record](SQLite::Database& database) { TorrentStore(database).put(record); },
                            [&done](const Expected<void>& outcome) { done += outcome ? 1 : 0; });
                    }
                });
            }
            for (auto& poster : posters)
                poster.join();
        }
        QCOMPARE(done.load(), 100);
        const auto again = open();
        QCOMPARE(load(*again).size(), 100u);
    }

    void undoesAllOfAUnitThatThrows() {
        const auto thread = open();
        QVERIFY(put(*thread, torrent(1)).has_value());
        const auto outcome = thread->run(Operation::SaveStore, [](SQLite::Database& database) {
            TorrentStore(database).remove(torrent(1).id);
            TorrentStore(database).put(torrent(2));
            database.exec("INSERT INTO nowhere VALUES (1)");
        });
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, ErrorKind::Database);
        QCOMPARE(outcome.error().operation, Operation::SaveStore);
        QCOMPARE(outcome.error().subject, file());
        QVERIFY(load(*thread) == std::vector{torrent(1)});
    }

    void survivesWorkThatThrowsSomethingElse() {
        const auto thread = open();
        const auto outcome =
            thread->run(Operation::None, [](SQLite::Database&) { throw std::runtime_error("a fault of ours"); });
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, ErrorKind::Internal);
        QCOMPARE(outcome.error().detail, "a fault of ours");
        QVERIFY(put(*thread, torrent(1)).has_value());
    }

    void leavesOneWholeFileAtTheEnd() {
        {
            const auto thread = open();
            QVERIFY(put(*thread, torrent(1)).has_value());
            QVERIFY(std::filesystem::file_size(file() + "-wal") > 0);
        }
        QVERIFY(!std::filesystem::exists(file() + "-wal"));
        // A copy of the file alone has everything.
        const auto copy = m_folder->filePath(QStringLiteral("copy.db")).toStdString();
        std::filesystem::copy_file(file(), copy);
        const auto thread = DatabaseThread::open(copy, "essaim");
        QVERIFY(thread.has_value());
        QVERIFY(load(**thread) == std::vector{torrent(1)});
    }

    void emptiesTheLogOnRequest() {
        auto database = openDatabase(file(), "essaim");
        QVERIFY(database.has_value());
        TorrentStore(**database).put(torrent(1));
        QVERIFY(std::filesystem::file_size(file() + "-wal") > 0);
        emptyLog(**database);
        QCOMPARE(std::filesystem::file_size(file() + "-wal"), std::uintmax_t{0});
    }

    void syncsMoreWhereThereIsNoLog() {
        // A database in memory refuses the log, as some file systems do.
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        secureConnection(database);
        makeDurable(database, m_folder->path().toStdString());
        QCOMPARE(database.execAndGet("PRAGMA synchronous").getInt(), 3); // EXTRA
    }

    void refusesRowsOverTheLimitAndKeepsTheRest() {
        const auto thread = open();
        QVERIFY(put(*thread, torrent(1)).has_value());
        auto huge = torrent(2);
        huge.metadata.assign(std::size_t{65} * 1024 * 1024, 'x');
        const auto outcome = put(*thread, huge);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, ErrorKind::Unsupported);
        QVERIFY(load(*thread) == std::vector{torrent(1)});
    }

    void callsAFullDatabaseAFullDisk() {
        const auto thread = open();
        thread->run(Operation::None, [](SQLite::Database& database) { database.exec("PRAGMA max_page_count=20"); })
            .value();
        Expected<void> outcome;
        std::uint32_t stored = 0;
        while ((outcome = put(*thread, torrent(stored))) && stored < 1000)
            ++stored;
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, ErrorKind::DiskFull);
        QCOMPARE(load(*thread).size(), std::size_t{stored});
    }

    void losesNothingOnAFullDiskAndGoesOnAfterwards() {
        test::SmallDisk disk(1024);
        if (!disk.reason().isEmpty())
            QSKIP(qPrintable(QStringLiteral("cannot mount a small disk: ") + disk.reason()));
        const auto path = disk.filePath(QStringLiteral("state/essaim.db")).toStdString();
        std::vector<TorrentRecord> acknowledged;
        {
            auto opened = DatabaseThread::open(path, "essaim");
            QVERIFY(opened.has_value());
            auto& thread = **opened;
            QVERIFY(put(thread, torrent(0)).has_value());
            acknowledged.push_back(torrent(0));
            disk.fill();
            Expected<void> outcome;
            for (std::uint32_t i = 1; (outcome = put(thread, torrent(i))) && i < 1000; ++i)
                acknowledged.push_back(torrent(i));
            QVERIFY(!outcome.has_value());
            QCOMPARE(outcome.error().kind, ErrorKind::DiskFull);
            QVERIFY(load(thread) == acknowledged);
        }
        {
            // Still full: all of it can be read.
            auto opened = DatabaseThread::open(path, "essaim");
            QVERIFY2(opened.has_value(), opened ? "" : describe(opened.error()).c_str());
            QVERIFY(load(**opened) == acknowledged);
        }
        disk.empty();
        auto opened = DatabaseThread::open(path, "essaim");
        QVERIFY(opened.has_value());
        QVERIFY(put(**opened, torrent(5000)).has_value());
        acknowledged.push_back(torrent(5000));
        QVERIFY(load(**opened) == acknowledged);
    }
};

QTEST_GUILESS_MAIN(DatabaseThreadTest)
#include "database_thread_test.moc"
