// Byte sizes from and to text.
#include "core/units.h"

#include <QTest>

using namespace essaim;

class UnitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsSizes_data() {
        QTest::addColumn<qint64>("bytes");
        const auto row = [](const char* text, qint64 bytes) { QTest::newRow(text) << bytes; };
        row("0", qint64{0});
        row("16384", qint64{16384});
        row("16384 B", qint64{16384});
        row("16k", 16 * kKiB);
        row("16K", 16 * kKiB);
        row("16 KiB", 16 * kKiB);
        row("16kib", 16 * kKiB);
        row("16 kB", qint64{16000});
        row("2M", 2 * kMiB);
        row("1 GB", qint64{1'000'000'000});
        row("1 GiB", kGiB);
        row("1.5 MiB", kMiB + kMiB / 2);
        row("0.001 kB", qint64{1});
        row("7E", (qint64{7} << 60));
        row("9223372036854775807", qint64{INT64_MAX});
    }
    void readsSizes() {
        QFETCH(qint64, bytes);
        QCOMPARE(parseByteSize(QTest::currentDataTag()), std::optional<std::int64_t>(bytes));
    }

    void refusesOtherText() {
        for (const char* text :
             {"",
              " ",
              "k",
              "-1",
              "+1",
              " 1",
              "1 ",
              "1x",
              "1kk",
              "1 Ki",
              "1 KiBs",
              "1ki",
              "1 iB",
              "1.",
              ".5",
              "1.2.3",
              "1.5",
              "0.0001 kB",
              "1e3",
              "0x10",
              "9223372036854775808",
              "8E",
              "99999999999999999999",
              "1,5M"})
            QVERIFY2(!parseByteSize(text), text);
    }

    void writesThreeFigures_data() {
        QTest::addColumn<qint64>("bytes");
        const auto row = [](qint64 bytes, const char* text) { QTest::newRow(text) << bytes; };
        row(0, "0 B");
        row(1023, "1023 B");
        row(1024, "1 KiB");
        row(16384, "16 KiB");
        row(1536, "1.5 KiB");
        row(1'535'115'264, "1.43 GiB");
        row(12'840'000, "12.2 MiB");
        row(128'400'000, "122 MiB");
        row(1'048'575, "1 MiB"); // not "1024 KiB"
        row(1023 * 1024, "1023 KiB");
        row(-2048, "-2 KiB");
        row(INT64_MAX, "8 EiB");
    }
    void writesThreeFigures() {
        QFETCH(qint64, bytes);
        QCOMPARE(formatByteSize(bytes), QTest::currentDataTag());
    }
};

QTEST_GUILESS_MAIN(UnitsTest)
#include "units_test.moc"
