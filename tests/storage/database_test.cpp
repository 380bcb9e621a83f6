// Opening a database: what it makes, what it refuses, what it leaves alone.
#include "storage/database.h"

#include "storage/database_error.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/Statement.h>

#include <sqlite3.h>

#include <unistd.h>

using namespace essaim;
using namespace essaim::storage;

class DatabaseTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    static QByteArray contentOf(const std::filesystem::path& path) {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    static QFile::Permissions permissionsOf(const std::filesystem::path& path) {
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                                 QFile::WriteOther | QFile::ExeOther;
        return QFileInfo(QString::fromStdString(path.string())).permissions() & kOthers;
    }

    static std::string pragma(SQLite::Database& database, const std::string& name) {
        return database.execAndGet("PRAGMA " + name).getString();
    }

    /// A database without any of our settings, to prepare files with.
    static void prepare(const std::filesystem::path& path, const std::string& sql) {
        SQLite::Database plain(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        plain.exec(sql);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void makesItsFolderAndFileForTheOwnerOnly() {
        const auto file = path("made/here/essaim.db");
        const auto database = openDatabase(file, "essaim");
        QVERIFY(database.has_value());
        QVERIFY(std::filesystem::exists(file));
        QCOMPARE(permissionsOf(file.parent_path()), QFile::Permissions());
        QCOMPARE(permissionsOf(file), QFile::Permissions());
        (*database)->exec("UPDATE torrent SET paused = 1");
        QCOMPARE(permissionsOf(file.string() + "-wal"), QFile::Permissions());
    }

    void takesTheRightsOfOthersAwayFromAnOldFile() {
        const auto file = path("old.db");
        QVERIFY(openDatabase(file, "essaim").has_value());
        std::filesystem::permissions(file, std::filesystem::perms{0644});
        QVERIFY(openDatabase(file, "essaim").has_value());
        QCOMPARE(permissionsOf(file), QFile::Permissions());
    }

    void isSetUpToLoseNothing() {
        auto database = openDatabase(path("pragmas.db"), "essaim");
        QVERIFY(database.has_value());
        QCOMPARE(pragma(**database, "locking_mode"), "exclusive");
        QCOMPARE(pragma(**database, "journal_mode"), "wal");
        QCOMPARE(pragma(**database, "synchronous"), "2"); // FULL
        QCOMPARE(pragma(**database, "foreign_keys"), "1");
        QCOMPARE(pragma(**database, "trusted_schema"), "0");
        QCOMPARE(pragma(**database, "cell_size_check"), "1");
        QCOMPARE(pragma(**database, "mmap_size"), "0");
        QCOMPARE(pragma(**database, "wal_autocheckpoint"), "256");
        QCOMPARE(pragma(**database, "journal_size_limit"), "1048576");
        QVERIFY(!std::filesystem::exists(path("pragmas.db-shm")));
        int defensive = 0;
        sqlite3_db_config((*database)->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
        QCOMPARE(defensive, 1);
    }

    void keepsRowsWhenOpenedAgain() {
        const auto file = path("again.db");
        {
            auto database = openDatabase(file, "tracker");
            QVERIFY(database.has_value());
            (*database)->exec("INSERT INTO hosted (id, v1, name, size, hosted_at, completed)"
                              " VALUES (zeroblob(20), zeroblob(20), 'kept', 1, 2, 3)");
        }
        auto database = openDatabase(file, "tracker");
        QVERIFY(database.has_value());
        QCOMPARE((*database)->execAndGet("SELECT name FROM hosted").getString(), "kept");
    }

    void refusesASecondOpenerAsBusy() {
        const auto first = openDatabase(path("busy.db"), "essaim");
        QVERIFY(first.has_value());
        const auto second = openDatabase(path("busy.db"), "essaim");
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().kind, ErrorKind::Busy);
        QCOMPARE(second.error().operation, Operation::OpenStore);
        QCOMPARE(second.error().subject, path("busy.db").string());
    }

    void refusesANewerVersionAndLeavesItsBytesAlone() {
        const auto file = path("newer.db");
        {
            auto database = openDatabase(file, "essaim");
            QVERIFY(database.has_value());
            (*database)->exec("PRAGMA user_version=9999; INSERT INTO schema VALUES (9999, 'to come', '')");
        }
        const auto before = contentOf(file);
        const auto database = openDatabase(file, "essaim");
        QVERIFY(!database.has_value());
        QCOMPARE(database.error().kind, ErrorKind::Unsupported);
        QCOMPARE(contentOf(file), before);
    }

    void leavesTheLogOfANewerVersionAlone() {
        const auto original = path("log.db");
        const auto copy = path("log_copy.db");
        {
            auto database = openDatabase(original, "essaim");
            QVERIFY(database.has_value());
            (*database)->exec("PRAGMA user_version=9999; INSERT INTO schema VALUES (9999, 'to come', '')");
            // As a crash would leave them: the new version stands in the log only.
            std::filesystem::copy_file(original, copy);
            std::filesystem::copy_file(original.string() + "-wal", copy.string() + "-wal");
        }
        const auto file = contentOf(copy);
        const auto log = contentOf(copy.string() + "-wal");
        QVERIFY(!log.isEmpty());
        const auto database = openDatabase(copy, "essaim");
        QVERIFY(!database.has_value());
        QCOMPARE(database.error().kind, ErrorKind::Unsupported);
        QCOMPARE(contentOf(copy), file);
        QCOMPARE(contentOf(copy.string() + "-wal"), log);
    }

    void refusesTheDatabaseOfSomethingElse() {
        const auto file = path("foreign.db");
        prepare(file, "CREATE TABLE recipes (name)");
        const auto before = contentOf(file);
        const auto database = openDatabase(file, "essaim");
        QVERIFY(!database.has_value());
        QCOMPARE(database.error().kind, ErrorKind::Database);
        QCOMPARE(contentOf(file), before);
    }

    void tellsAFailingDiskFromADamagedFile() {
        const auto kindOf = [](int code) {
            return databaseError(SQLite::Exception("x", code), nullptr, Operation::OpenStore, "file").kind;
        };
        for (const int code :
             {SQLITE_IOERR, SQLITE_IOERR_READ, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE,
              SQLITE_CANTOPEN, SQLITE_NOMEM, SQLITE_INTERRUPT})
            QCOMPARE(kindOf(code), ErrorKind::Internal);
        for (const int code : {SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_IOERR_SHORT_READ})
            QCOMPARE(kindOf(code), ErrorKind::Database);
        QCOMPARE(kindOf(SQLITE_FULL), ErrorKind::DiskFull);
        QCOMPARE(kindOf(SQLITE_PROTOCOL), ErrorKind::Busy);
    }

    void tellsItsTwoDatabasesApart() {
        const auto file = path("swapped.db");
        QVERIFY(openDatabase(file, "tracker").has_value());
        const auto database = openDatabase(file, "essaim");
        QVERIFY(!database.has_value());
        QCOMPARE(database.error().kind, ErrorKind::Database);
    }

    void refusesAFileThatIsNoDatabaseAndKeepsIt() {
        const auto file = path("noise.db");
        QFile noise(QString::fromStdString(file.string()));
        QVERIFY(noise.open(QIODevice::WriteOnly));
        noise.write(QByteArray(8192, 'x'));
        noise.close();
        const auto database = openDatabase(file, "essaim");
        QVERIFY(!database.has_value());
        QCOMPARE(database.error().kind, ErrorKind::Database);
        QCOMPARE(contentOf(file), QByteArray(8192, 'x'));
    }

    void saysThatAFileStandsWhereItsFolderShouldBe() {
        const auto file = path("in_the_way");
        QFile obstacle(QString::fromStdString(file.string()));
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        const auto database = openDatabase(file / "essaim.db", "essaim");
        QVERIFY(!database.has_value());
        QCOMPARE(database.error().operation, Operation::OpenStore);
        QVERIFY(!database.error().detail.empty());
    }

    void saysThatAFolderMayNotBeWritten() {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        const auto folder = path("locked");
        std::filesystem::create_directory(folder);
        std::filesystem::permissions(folder, std::filesystem::perms{0500});
        const auto database = openDatabase(folder / "essaim.db", "essaim");
        QVERIFY(!database.has_value());
        QCOMPARE(database.error().kind, ErrorKind::PermissionDenied);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
