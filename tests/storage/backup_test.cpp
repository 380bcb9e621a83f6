// Backups: taken by the day, verified, kept for weeks, and of use when they are needed.
#include "storage/backup.h"

#include "storage/client_store.h"
#include "storage/migration.h"
#include "storage/migrator.h"
#include "storage/torrent_store.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <atomic>

using namespace essaim;
using namespace essaim::storage;

namespace {

constexpr int kDeadlineMs = 20'000;
constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kNow = 20'000 * kDay + 5 * kHour;

TorrentRecord torrent(std::uint32_t number) {
    TorrentRecord record;
    record.infoHash.v1.emplace();
    for (std::size_t i = 0; i < 4; ++i)
        record.infoHash.v1->bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    record.id = record.infoHash.id();
    record.name = "torrent " + std::to_string(number);
    record.savePath = "/srv";
    record.metadata = "d4:info" + std::string(3000, static_cast<char>('a' + number % 26)) + "e";
    return record;
}

BackupFile daily(std::int64_t day, std::uintmax_t size = 1000) {
    const auto moment = day * kDay;
    return {backupPath("/b", BackupKind::Daily, moment), BackupKind::Daily, moment, size};
}

} // namespace

class BackupTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::atomic<std::int64_t> m_now = kNow;

    std::filesystem::path path(const char* name) const {
        return m_folder->filePath(QString::fromLatin1(name)).toStdString();
    }
    std::filesystem::path backups() const { return path("backup"); }

    ClientStore open(std::chrono::milliseconds idleAfter = std::chrono::hours(1)) {
        ClientStoreOptions options;
        options.now = [this] { return m_now.load(); };
        options.idleAfter = idleAfter;
        auto store = openClientStore(path("essaim.db"), options);
        if (!store)
            qFatal("%s", describe(store.error()).c_str());
        return std::move(*store);
    }

    static void put(ClientStore& store, std::uint32_t number) {
        store.database
            ->run(Operation::SaveStore, [&](SQLite::Database& db) { TorrentStore(db, store.run).put(torrent(number)); })
            .value();
    }

    std::unique_ptr<SQLite::Database> plainDatabase(std::uint32_t count) const {
        auto database = openDatabase(path("source.db"), "essaim").value();
        for (std::uint32_t number = 0; number < count; ++number)
            TorrentStore(*database).put(torrent(number));
        return database;
    }

    std::filesystem::path backupOf(std::uint32_t count, std::int64_t moment) const {
        std::filesystem::remove(path("source.db"));
        const auto source = plainDatabase(count);
        return makeBackup(*source, backups(), BackupKind::Daily, moment).value();
    }

    static void write(const std::filesystem::path& file, const QByteArray& bytes) {
        QFile out(QString::fromStdString(file.string()));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    static QByteArray read(const std::filesystem::path& file) {
        QFile in(QString::fromStdString(file.string()));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    QStringList names() const { return QDir(m_folder->filePath(QStringLiteral("backup"))).entryList(QDir::Files); }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = kNow;
    }

    void itsNameSaysWhatItIsAndWhenItWasTaken() {
        QDir().mkpath(m_folder->filePath(QStringLiteral("backup")));
        const auto weekly = backupPath(backups(), BackupKind::Weekly, 1'700'000'000);
        QCOMPARE(weekly.filename().string(), std::string("weekly-20231114-221320.db"));
        for (const auto kind : {BackupKind::Daily, BackupKind::BeforeRestore, BackupKind::BeforeUpdate})
            write(backupPath(backups(), kind, 1'600'000'000 + int(kind)), "x");
        write(weekly, "four");
        write(backups() / "daily-2023-11-14.db", "another name");
        write(backups() / "holiday.jpg", "somebody's");
        const auto found = listBackups(backups());
        QCOMPARE(found.size(), 4u);
        QVERIFY(found.front() == (BackupFile{weekly, BackupKind::Weekly, 1'700'000'000, 4}));
        QCOMPARE(found.back().kind, BackupKind::Daily);
    }

    void takesOneADayWhileNothingElseIsDone() {
        auto store = open(std::chrono::milliseconds(1));
        put(store, 1);
        put(store, 2);
        QTRY_COMPARE_WITH_TIMEOUT(listBackups(backups()).size(), 1u, kDeadlineMs);
        const auto first = listBackups(backups()).front();
        QCOMPARE(first.takenAt, kNow);
        QVERIFY(verifyBackup(first.file).has_value());
        m_now = kNow + 10 * kHour;
        put(store, 3);
        m_now = kNow + kDay;
        put(store, 4);
        QTRY_COMPARE_WITH_TIMEOUT(listBackups(backups()).size(), 2u, kDeadlineMs);
        QCOMPARE(listBackups(backups()).front().takenAt, kNow + kDay);
        // The new day may be seen before the last one is put.
        const auto contents = verifyBackup(listBackups(backups()).front().file).value();
        QVERIFY(contents == (BackupContents{3, 0}) || contents == (BackupContents{4, 0}));
    }

    void itIsOneFileThatNeedsNothingBesideIt() {
        const auto file = backupOf(5, kNow);
        QCOMPARE(names(), QStringList{QString::fromStdString(file.filename().string())});
        QVERIFY(
            QFile(QString::fromStdString(file.string())).permissions() ==
            (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
        const auto before = read(file);
        QVERIFY(verifyBackup(file).value() == (BackupContents{5, 0}));
        QVERIFY(read(file) == before);
        QCOMPARE(names().size(), 1);
    }

    void whatIsCommittedWhileItIsMadeIsInIt() {
        auto source = plainDatabase(40);
        auto copy = BackupCopy::start(*source, backupPath(backups(), BackupKind::Daily, kNow)).value();
        QVERIFY(!copy->step(5).value());
        TorrentStore(*source).put(torrent(40));
        TorrentStore(*source).remove(torrent(0).id);
        TorrentStore(*source).put(torrent(41));
        while (!copy->step(5).value()) {
        }
        QVERIFY(copy->finish().value() == (BackupContents{41, 0}));
        QVERIFY(std::filesystem::exists(copy->target()));
    }

    void aCopyThatIsDamagedNeverGetsAName() {
        auto source = plainDatabase(10);
        auto copy = BackupCopy::start(*source, backupPath(backups(), BackupKind::Daily, kNow)).value();
        QVERIFY(copy->step(-1).value());
        // A row's own byte: the pages are well, only its checksum tells.
        const auto fresh = std::filesystem::path(copy->target().string() + ".new");
        auto bytes = read(fresh);
        bytes.replace("torrent 7", "torrent X");
        write(fresh, bytes);
        const auto finished = copy->finish();
        QVERIFY(!finished.has_value());
        QCOMPARE(finished.error().kind, ErrorKind::Database);
        copy.reset();
        QVERIFY(names().isEmpty());
    }

    void aCopyCanBeGivenUp() {
        auto source = plainDatabase(10);
        auto copy = BackupCopy::start(*source, backupPath(backups(), BackupKind::Daily, kNow)).value();
        QVERIFY(copy->step(-1).value());
        int asked = 0;
        const auto finished = copy->finish([&] { return ++asked > 0; });
        QCOMPARE(finished.has_value(), asked == 0); // a list this small may be read in one go
        copy.reset();
        QCOMPARE(names().size(), asked == 0 ? 1 : 0);
    }

    void keepsADayForAWeekAndAWeekForAMonth() {
        std::vector<BackupFile> kept;
        for (std::int64_t day = 100; day < 160; ++day) {
            kept.push_back(daily(day));
            const auto rotation = rotateBackups(kept, kept.back().file, 1'000'000);
            for (const auto& file : rotation.obsolete)
                std::erase(kept, file);
            for (const auto& file : rotation.toWeekly)
                std::ranges::find(kept, file)->kind = BackupKind::Weekly;
        }
        const auto weeklies = std::ranges::count(kept, BackupKind::Weekly, &BackupFile::kind);
        QCOMPARE(weeklies, 4);
        QCOMPARE(kept.size(), 11u);
        const auto oldest = std::ranges::min(kept, {}, &BackupFile::takenAt).takenAt / kDay;
        QVERIFY2(159 - oldest >= 28 && 159 - oldest <= 41, qPrintable(QString::number(159 - oldest)));
    }

    void keepsFewerWhenTheyAreLarge() {
        std::vector<BackupFile> all;
        for (std::int64_t day = 100; day < 107; ++day)
            all.push_back(daily(day, 1000));
        const auto rotation = rotateBackups(all, all.back().file, 3500);
        QCOMPARE(rotation.obsolete.size(), 4u);
        QVERIFY(std::ranges::find(rotation.obsolete, all.back()) == rotation.obsolete.end());
        QCOMPARE(rotateBackups(all, all.back().file, 1).obsolete.size(), 5u); // two stay whatever their size
    }

    void theNewestStaysEvenIfTheClockWentBack() {
        std::vector<BackupFile> all;
        for (std::int64_t day = 100; day < 108; ++day)
            all.push_back(daily(day));
        all.push_back(daily(50));
        const auto rotation = rotateBackups(all, all.back().file, 1'000'000);
        QVERIFY(std::ranges::find(rotation.obsolete, all.back()) == rotation.obsolete.end());
        QVERIFY(std::ranges::find(rotation.toWeekly, all.back()) == rotation.toWeekly.end());
    }

    void aListThatShrankDoesNotPushTheFullOnesOut() {
        (void)backupOf(20, kNow);
        const auto small = path("small.db");
        std::filesystem::rename(backupOf(2, kNow + kDay), small);
        for (int day = 1; day <= 60; ++day) {
            const auto fresh = backupPath(backups(), BackupKind::Daily, kNow + day * kDay);
            std::filesystem::copy_file(small, fresh);
            tidyBackups(backups(), fresh, {2, 0});
        }
        const auto left = listBackups(backups());
        QVERIFY(std::ranges::any_of(
            left, [](const BackupFile& file) { return verifyBackup(file.file).value().torrents == 20; }));
        QVERIFY2(left.size() <= 12, qPrintable(QString::number(left.size())));
    }

    void whatWasNeverFinishedIsTidiedAway() {
        const auto file = backupOf(1, kNow);
        write(backups() / "daily-20200101-000000.db.new", "half");
        write(backups() / "notes.new", "somebody's");
        tidyBackups(backups(), file, {1, 0});
        QVERIFY(!std::filesystem::exists(backups() / "daily-20200101-000000.db.new"));
        QVERIFY(std::filesystem::exists(backups() / "notes.new"));
    }

    void aBackupOfAnOlderVersionCanBeReadAndStaysAsItIs() {
        const auto file = path("old.db");
        const auto steps = embeddedMigrations();
        {
            SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            Migrator("essaim", steps.first(1)).apply(database);
            database.exec("INSERT INTO torrent VALUES (1, x'0100000000000000000000000000000000000000',"
                          " x'0100000000000000000000000000000000000000', NULL, 'old one', '/srv', '', '', x'', 0, 5, 0,"
                          " 7, 9)");
        }
        const auto before = read(file);
        QVERIFY(verifyBackup(file).value() == (BackupContents{1, 0}));
        QVERIFY(read(file) == before);
    }

    void theListIsKeptBeforeAnUpdateChangesItsForm() {
        {
            SQLite::Database database(path("essaim.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            Migrator("essaim", embeddedMigrations().first(1)).apply(database);
        }
        open();
        const auto kept = listBackups(backups());
        QCOMPARE(kept.size(), 1u);
        QCOMPARE(kept.front().kind, BackupKind::BeforeUpdate);
        SQLite::Database database(kept.front().file.string(), SQLite::OPEN_READONLY);
        QCOMPARE(Migrator::version(database), 1);
    }

    void aDatabaseThatWasCopiedByHandWillDo() {
        {
            auto store = open();
            put(store, 1);
        }
        const auto copy = path("copy #1?.db");
        std::filesystem::copy_file(path("essaim.db"), copy);
        QVERIFY(verifyBackup(copy).value() == (BackupContents{1, 0}));
    }

    void somethingElseIsNoBackup() {
        QCOMPARE(verifyBackup(path("nowhere.db")).error().kind, ErrorKind::NotFound);
        write(path("empty.db"), "");
        QCOMPARE(verifyBackup(path("empty.db")).error().kind, ErrorKind::Database);
        write(path("text.db"), QByteArray(9000, 't'));
        QCOMPARE(verifyBackup(path("text.db")).error().kind, ErrorKind::Database);
        QVERIFY(openDatabase(path("tracker.db"), "tracker").has_value());
        QCOMPARE(verifyBackup(path("tracker.db")).error().kind, ErrorKind::Database);
        const auto newer = backupOf(1, kNow);
        SQLite::Database(newer.string(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version=9999; INSERT INTO schema VALUES (9999, 'to come', '')");
        QCOMPARE(verifyBackup(newer).error().kind, ErrorKind::Unsupported);
    }

    void aBackupThatIsDamagedAnyhowIsFoundOutOrSound() {
        const auto good = read(backupOf(12, kNow));
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const auto file = path("damaged.db");
        for (int round = 0; round < 150; ++round) {
            auto bytes = good;
            if (round % 5 == 0)
                bytes.truncate(random.bounded(int(bytes.size())));
            for (int i = 0; i < 1 + round % 9 && !bytes.isEmpty(); ++i) {
                const auto at = random.bounded(int(bytes.size()));
                bytes[at] = char(bytes[at] ^ 1 << random.bounded(8));
            }
            write(file, bytes);
            const auto contents = verifyBackup(file);
            QVERIFY2(
                !contents || contents->torrents + contents->removed == 12,
                qPrintable(QStringLiteral("seed %1 round %2").arg(seed).arg(round)));
        }
    }

    void totalsComeFromTheNewestBackupWhenTheDatabaseIsLost() {
        {
            auto store = open();
            put(store, 1);
            put(store, 2);
            const auto total = [&store](std::uint32_t number, std::int64_t uploaded) {
                store.database
                    ->run(
                        Operation::SaveStore,
                        [&](SQLite::Database& db) {
                            TorrentStore(db, store.run)
                                .putResume({{torrent(number).id, "resume", uploaded, 5, 0, 0, 0, 0}});
                        })
                    .value();
            };
            total(1, 70);
            const auto backUp = [&](std::int64_t moment) {
                store.database
                    ->runAlone(
                        Operation::SaveBackup,
                        [&](SQLite::Database& db) {
                            (void)makeBackup(db, backups(), BackupKind::Daily, moment).value();
                        })
                    .value();
            };
            backUp(kNow - kDay);
            total(1, 90);
            backUp(kNow);
            write(backupPath(backups(), BackupKind::Daily, kNow + kHour), "damaged");
        }
        std::filesystem::remove(path("essaim.db"));
        std::filesystem::remove(path("essaim.db-wal"));
        const auto store = open();
        QCOMPARE(store.torrents.size(), 2u);
        QCOMPARE(std::ranges::find(store.torrents, torrent(1).id, &TorrentRecord::id)->uploaded, 90);
        QCOMPARE(std::ranges::find(store.torrents, torrent(2).id, &TorrentRecord::id)->uploaded, 0);
        QVERIFY(store.torrents.front().resumeData.empty());
    }

    void anIndexThatLiesIsFoundWhenTheDatabaseIsOpened() {
        {
            auto store = open();
            for (std::uint32_t number = 0; number < 30; ++number)
                put(store, number);
        }
        { // every row is as it was, so only a thorough look finds it
            SQLite::Database database(path("essaim.db").string(), SQLite::OPEN_READWRITE);
            database.exec("PRAGMA writable_schema=ON");
            database.exec("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name ="
                          " 'file_owner_path') WHERE name = 'sqlite_autoindex_torrent_1'");
        }
        auto store = open();
        QCOMPARE(store.torrents.size(), 30u);
        QVERIFY(!store.report.movedAside.empty());
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
