// Steps of a schema: in order, once, all or none.
#include "storage/migrator.h"

#include <QTest>

#include <SQLiteCpp/Exception.h>

#include <array>

using namespace essaim;
using namespace essaim::storage;

namespace {

constexpr Migration kFirst{"mine", 1, "0001_first.sql", "CREATE TABLE a (x); INSERT INTO a VALUES (1);"};
constexpr Migration kSecond{"mine", 2, "0002_second.sql", "ALTER TABLE a ADD COLUMN y; UPDATE a SET y = x + 1;"};
constexpr Migration kBroken{"mine", 3, "0003_broken.sql", "CREATE TABLE b (x); INSERT INTO missing VALUES (1);"};
constexpr Migration kOther{"other", 1, "0001_other.sql", "CREATE TABLE theirs (x);"};

} // namespace

class MigratorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SQLite::Database> m_database;

    Expected<void> migrate(std::span<const Migration> steps) {
        const Migrator migrator("mine", steps);
        auto checked = migrator.check(*m_database);
        if (checked)
            migrator.apply(*m_database);
        return checked;
    }

    int number(const char* query) { return m_database->execAndGet(query).getInt(); }

private Q_SLOTS:
    void init() {
        m_database = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    }

    void appliesItsOwnStepsInOrder() {
        QVERIFY(migrate(std::array{kFirst, kSecond, kOther}).has_value());
        QCOMPARE(number("SELECT y FROM a"), 2);
        QCOMPARE(number("PRAGMA user_version"), 2);
        QCOMPARE(number("SELECT count(*) FROM schema"), 2);
        QVERIFY(!m_database->tableExists("theirs"));
    }

    void appliesOnlyWhatIsMissing() {
        QVERIFY(migrate(std::array{kFirst}).has_value());
        m_database->exec("UPDATE a SET x = 10");
        QVERIFY(migrate(std::array{kFirst, kSecond}).has_value());
        QCOMPARE(number("SELECT y FROM a"), 11);
        QVERIFY(migrate(std::array{kFirst, kSecond}).has_value());
        QCOMPARE(number("SELECT count(*) FROM a"), 1);
    }

    void leavesEverythingAsItWasWhenAStepFails() {
        QVERIFY(migrate(std::array{kFirst}).has_value());
        const std::array steps{kFirst, kSecond, kBroken};
        QVERIFY_EXCEPTION_THROWN(Migrator("mine", steps).apply(*m_database), SQLite::Exception);
        QCOMPARE(number("PRAGMA user_version"), 1);
        QVERIFY(!m_database->tableExists("b"));
        QCOMPARE(number("SELECT count(*) FROM pragma_table_info('a')"), 1);
    }

    void refusesANewerVersion() {
        QVERIFY(migrate(std::array{kFirst, kSecond}).has_value());
        const auto refused = migrate(std::array{kFirst});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
    }

    void takesNoDamagedNumberForANewerVersion() {
        QVERIFY(migrate(std::array{kFirst, kSecond}).has_value());
        for (const char* number : {"4194306", "3", "1", "0", "-5"}) {
            m_database->exec(std::string("PRAGMA user_version=") + number);
            const auto refused = migrate(std::array{kFirst, kSecond});
            QVERIFY2(!refused.has_value(), number);
            QCOMPARE(refused.error().kind, ErrorKind::Database);
        }
    }

    void noticesAStepThatWasChangedAfterwards() {
        QVERIFY(migrate(std::array{kFirst}).has_value());
        auto changed = kFirst;
        changed.sql = "CREATE TABLE a (x, z)";
        const auto refused = migrate(std::array{changed, kSecond});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Database);
        QCOMPARE(number("PRAGMA user_version"), 1);
    }

    void theEmbeddedStepsAreNumberedFromOneWithoutGaps() {
        std::string_view database;
        int version = 0;
        for (const auto& step : embeddedMigrations()) {
            version = step.database == database ? version + 1 : 1;
            database = step.database;
            QCOMPARE(step.version, version);
            QVERIFY(!step.sql.empty());
        }
        QCOMPARE(database, std::string_view("tracker"));
    }
};

QTEST_GUILESS_MAIN(MigratorTest)
#include "migrator_test.moc"
