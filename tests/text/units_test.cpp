// Numbers with units for people.
#include "text/text.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace essaim;

class UnitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void sizesHaveThreeFigures_data() {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("expected");
        const auto row = [](qint64 bytes, const char* text) {
            QTest::newRow(text) << bytes << QString::fromUtf8(text);
        };
        row(0, "0 bytes");
        row(999, "999 bytes");
        row(1000, "1.00 kB");
        row(1234, "1.23 kB");
        row(1235, "1.24 kB");
        row(12'345, "12.3 kB");
        row(123'456, "123 kB");
        row(999'499, "999 kB");
        row(999'500, "1.00 MB"); // not "1000 kB"
        row(1'400'000'000, "1.40 GB");
        row(99'960'000'000'000, "100 TB");
        row(std::numeric_limits<qint64>::max(), "9.22 EB");
    }
    void sizesHaveThreeFigures() {
        QFETCH(qint64, bytes);
        QFETCH(QString, expected);
        QCOMPARE(text::size(bytes), expected);
    }

    void sizesFollowTheLanguage() {
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        QCOMPARE(text::size(1'400'000'000), QStringLiteral("1,40 Go"));
        QCOMPARE(text::ratio(1.5), QStringLiteral("1,50"));
    }

    void ratesAreSilentAtZero() {
        QCOMPARE(text::rate(0), QString());
        QCOMPARE(text::rate(-1), QString());
        QCOMPARE(text::rate(1'400'000), QStringLiteral("1.40 MB/s"));
    }

    void durationsHaveTwoParts_data() {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("expected");
        const auto row = [](qint64 seconds, const char* text) {
            QTest::newRow(text) << seconds << QString::fromUtf8(text);
        };
        row(-1, "∞");
        row(0, "0 s");
        row(59, "59 s");
        row(60, "1 min");
        row(3599, "59 min");
        row(3600, "1 h 00 min");
        row(3840, "1 h 04 min");
        row(86399, "23 h 59 min");
        row(86400, "1 d 0 h");
        row(3 * 86400 + 2 * 3600 + 59, "3 d 2 h");
    }
    void durationsHaveTwoParts() {
        QFETCH(qint64, seconds);
        QFETCH(QString, expected);
        QCOMPARE(text::duration(seconds), expected);
    }

    void percentReachesAHundredOnlyWhenComplete() {
        QCOMPARE(text::percent(0), QStringLiteral("0 %"));
        QCOMPARE(text::percent(0.29), QStringLiteral("29 %"));
        QCOMPARE(text::percent(0.639), QStringLiteral("63 %"));
        QCOMPARE(text::percent(0.9999999999999), QStringLiteral("99 %"));
        QCOMPARE(text::percent(1), QStringLiteral("100 %"));
        QCOMPARE(text::percent(1.5), QStringLiteral("100 %"));
        QCOMPARE(text::percent(-1), QStringLiteral("0 %"));
        QCOMPARE(text::percent(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("0 %"));
    }

    void ratioHasTwoDecimalsOrNoEnd() {
        QCOMPARE(text::ratio(0), QStringLiteral("0.00"));
        QCOMPARE(text::ratio(1.005), QStringLiteral("1.00"));
        QCOMPARE(text::ratio(2.346), QStringLiteral("2.35"));
        QCOMPARE(text::ratio(std::numeric_limits<double>::infinity()), QStringLiteral("∞"));
        QCOMPARE(text::ratio(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("∞"));
    }
};

QTEST_GUILESS_MAIN(UnitsTest)
#include "units_test.moc"
