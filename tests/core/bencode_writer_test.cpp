// The bytes that the bencode writer makes.
#include "core/bencode_writer.h"

#include <QTest>

using namespace essaim;

class BencodeWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesEachType() {
        QCOMPARE(BencodeValue(0).encode(), "i0e");
        QCOMPARE(BencodeValue(std::int64_t{INT64_MIN}).encode(), "i-9223372036854775808e");
        QCOMPARE(BencodeValue("").encode(), "0:");
        QCOMPARE(BencodeValue("spam").encode(), "4:spam");
        QCOMPARE(BencodeValue(std::string("\0e", 2)).encode(), std::string("2:\0e", 4));
        QCOMPARE(BencodeValue(BencodeValue::List{}).encode(), "le");
        QCOMPARE(BencodeValue(BencodeValue::List{1, "a"}).encode(), "li1e1:ae");
        QCOMPARE(BencodeValue(BencodeValue::Dictionary{}).encode(), "de");
    }

    void sortsKeysAsRawBytes() {
        const BencodeValue value(BencodeValue::Dictionary{{"\xff", 1}, {"b", 2}, {"aa", 3}, {"a", 4}, {"B", 5}});
        QCOMPARE(value.encode(), "d1:Bi5e1:ai4e2:aai3e1:bi2e1:\xffi1ee");
    }

    void keepsEncodedBytesAsTheyAre() {
        const BencodeValue value(BencodeValue::Dictionary{{"info", BencodeValue::encoded("d1:b0:1:a0:e")}});
        QCOMPARE(value.encode(), "d4:infod1:b0:1:a0:ee");
    }

    void appendsToWhatIsThere() {
        std::string out = "before ";
        BencodeValue("x").encodeTo(out);
        QCOMPARE(out, "before 1:x");
    }
};

QTEST_GUILESS_MAIN(BencodeWriterTest)
#include "bencode_writer_test.moc"
