// tracker.db survives damage: what can be read stays, what cannot comes from a backup, and nothing is deleted.
#include "storage/tracker_database.h"

#include "storage/backup.h"
#include "storage/friend_store.h"
#include "storage/tracker_store.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace essaim;
using namespace essaim::storage;

namespace {

constexpr int kDeadlineMs = 20'000;
constexpr std::int64_t kNow = 1'790'000'000;
constexpr int kFriends = 60;
constexpr int kTorrents = 40;

HostedRecord hosted(std::uint32_t number) {
    HostedRecord record;
    record.infoHash.v1.emplace();
    for (std::size_t i = 0; i < 4; ++i)
        record.infoHash.v1->bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    record.name = "torrent " + std::to_string(number);
    record.hostedAt = kNow;
    return record;
}

FriendRecord friendOf(int number) {
    FriendRecord record;
    record.name = "friend " + std::to_string(number);
    record.digest.bytes[0] = static_cast<std::uint8_t>(number);
    record.addedAt = kNow;
    record.note = std::string(200, 'n');
    return record;
}

struct Contents {
    std::set<std::string> friends;
    std::set<std::string> paused;
    std::set<std::string> torrents;
    std::size_t files = 0;
};

} // namespace

class TrackerDatabaseTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path path(const char* name) const {
        return m_folder->filePath(QString::fromLatin1(name)).toStdString();
    }

    TrackerDatabase open() const {
        auto opened = openTrackerDatabase(path("tracker.db"), [] { return kNow; });
        if (!opened)
            qFatal("%s", describe(opened.error()).c_str());
        return std::move(*opened);
    }

    void fill() const {
        const auto database = open();
        database.thread
            ->run(
                Operation::SaveStore,
                [](SQLite::Database& db) {
                    for (int number = 0; number < kFriends; ++number) {
                        auto record = friendOf(number);
                        FriendStore(db).putFriend(record);
                    }
                    for (std::uint32_t number = 0; number < kTorrents; ++number) {
                        TrackerStore(db).putHosted(hosted(number));
                        TrackerStore(db).putFile(hosted(number).infoHash.id(), std::string(9000, 'f'));
                    }
                })
            .value();
    }

    void backUp() const {
        const auto database = open();
        database.thread
            ->runAlone(
                Operation::SaveBackup,
                [this](SQLite::Database& db) {
                    (void)makeBackup(db, path("tracker-backup"), BackupKind::Daily, kNow, kTrackerSchema).value();
                })
            .value();
    }

    static Contents contentsOf(const TrackerDatabase& database) {
        return database.thread
            ->run(
                Operation::OpenStore,
                [](SQLite::Database& db) {
                    Contents contents;
                    for (const auto& record : FriendStore(db).loadFriends()) {
                        contents.friends.insert(record.name);
                        if (record.isPaused)
                            contents.paused.insert(record.name);
                    }
                    for (const auto& record : TrackerStore(db).loadHosted())
                        contents.torrents.insert(record.name);
                    contents.files = TrackerStore(db).loadFiles().size();
                    return contents;
                })
            .value();
    }

    /// Page of the beginning of a table, from 1.
    int rootOf(const char* table) const {
        const auto database = open();
        return database.thread
            ->run(
                Operation::OpenStore,
                [table](SQLite::Database& db) {
                    return db.execAndGet(std::string("SELECT rootpage FROM sqlite_schema WHERE name = '") + table + "'")
                        .getInt();
                })
            .value();
    }

    void destroyPage(int page) const {
        QFile file(QString::fromStdString(path("tracker.db").string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(qint64(page - 1) * 4096));
        file.write(QByteArray(4096, 'x'));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void takesTheBackupOfTheDay() {
        fill();
        const auto database = open();
        QTRY_VERIFY_WITH_TIMEOUT(!listBackups(path("tracker-backup")).empty(), kDeadlineMs);
        const auto backups = listBackups(path("tracker-backup"));
        const auto contents = verifyBackup(backups.front().file, {}, kTrackerSchema);
        QVERIFY(contents.has_value());
        QCOMPARE(contents->torrents, kFriends + kTorrents);
    }

    void keepsWhatCanBeRead() {
        fill();
        destroyPage(rootOf("activity"));
        const auto database = open();
        QVERIFY(database.repair.has_value());
        QVERIFY(database.repair->isWhole);
        QVERIFY(std::filesystem::exists(database.repair->movedAside / "tracker.db"));
        const auto contents = contentsOf(database);
        QCOMPARE(contents.friends.size(), std::size_t(kFriends));
        QCOMPARE(contents.torrents.size(), std::size_t(kTorrents));
        QCOMPARE(contents.files, std::size_t(kTorrents));
        QVERIFY(contents.paused.empty());
    }

    void takesLostFriendsFromTheBackupAndPausesThem() {
        fill();
        backUp();
        destroyPage(rootOf("friend"));
        const auto database = open();
        QVERIFY(database.repair.has_value());
        QVERIFY(!database.repair->isWhole);
        QCOMPARE(database.repair->friendsFromBackup, kFriends);
        const auto contents = contentsOf(database);
        QCOMPARE(contents.friends.size(), std::size_t(kFriends));
        QCOMPARE(contents.paused, contents.friends);
        QCOMPARE(contents.torrents.size(), std::size_t(kTorrents));
    }

    void takesAllFromTheBackupOfADestroyedFile() {
        fill();
        backUp();
        QFile file(QString::fromStdString(path("tracker.db").string()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(50'000, 'x'));
        file.close();
        const auto database = open();
        QVERIFY(database.repair.has_value());
        QCOMPARE(contentsOf(database).friends.size(), std::size_t(kFriends));
        QCOMPARE(contentsOf(database).torrents.size(), std::size_t(kTorrents));
    }

    void goesOnWhereItWasKilled_data() {
        QTest::addColumn<bool>("isDamagedStillThere");
        QTest::newRow("before the damaged one went") << true;
        QTest::newRow("after it") << false;
    }
    void goesOnWhereItWasKilled() {
        QFETCH(bool, isDamagedStillThere);
        fill();
        std::filesystem::rename(path("tracker.db"), path("tracker.db.mended"));
        if (isDamagedStillThere) {
            QFile damaged(QString::fromStdString(path("tracker.db").string()));
            QVERIFY(damaged.open(QIODevice::WriteOnly));
            damaged.write(QByteArray(50'000, 'x'));
        }
        const auto database = open();
        QVERIFY(database.repair.has_value());
        QCOMPARE(contentsOf(database).friends.size(), std::size_t(kFriends));
    }

    void neverUsesAMendedOneThatWasNotFinished() {
        fill();
        QFile half(QString::fromStdString(path("tracker.db.mending").string()));
        QVERIFY(half.open(QIODevice::WriteOnly));
        half.write("half");
        half.close();
        const auto database = open();
        QVERIFY(!database.repair.has_value());
        QCOMPARE(contentsOf(database).friends.size(), std::size_t(kFriends));
        QVERIFY(!half.exists());
    }

    void losesNothingThatABackupHasWhereverAPageIsDestroyed() {
        fill();
        backUp();
        const auto whole = path("whole.db");
        std::filesystem::copy_file(path("tracker.db"), whole);
        const int pages = int(std::filesystem::file_size(whole) / 4096);
        QRandomGenerator random(7);
        for (int round = 0; round < 40; ++round) {
            std::filesystem::copy_file(whole, path("tracker.db"), std::filesystem::copy_options::overwrite_existing);
            const int page = 1 + int(random.bounded(pages));
            destroyPage(page);
            const auto contents = contentsOf(open());
            QVERIFY2(contents.friends.size() == kFriends, qPrintable(QString::number(page)));
            QVERIFY2(contents.torrents.size() == kTorrents, qPrintable(QString::number(page)));
            QVERIFY2(contents.files == kTorrents, qPrintable(QString::number(page)));
        }
    }
};

QTEST_GUILESS_MAIN(TrackerDatabaseTest)
#include "tracker_database_test.moc"
