// What the bencode reader accepts, refuses and answers.
#include "core/bencode_reader.h"

#include <QTest>

using namespace essaim;
using Type = BencodeDocument::Type;
using Value = BencodeDocument::Value;

class BencodeReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNotStrict_data() {
        QTest::addColumn<QByteArray>("bytes");
        for (const char* bytes : {
                 "",
                 "e",
                 "i",
                 "ie",
                 "i-e",
                 "i-0e",
                 "i00e",
                 "i01e",
                 "i-01e",
                 "i+1e",
                 "i 1e",
                 "i1",
                 "i1.5e",
                 "i1e ",
                 "x",
                 "-1:a",
                 "1",
                 "1:",
                 "01:a",
                 "00:",
                 "2:a",
                 "1:ab",
                 ":",
                 "4294967297:a",
                 "18446744073709551617:a",
                 "l",
                 "li1e",
                 "d",
                 "d1:a",
                 "d1:ae",
                 "di1ei2ee",
                 "d1:ai1e1:be",
                 "dlei1ee",
                 "i1ei2e",
                 "lee",
                 "dee",
                 "i9223372036854775808e",
                 "i-9223372036854775809e",
                 "i99999999999999999999e",
             })
            QTest::newRow(*bytes ? bytes : "nothing") << QByteArray(bytes);
    }
    void refusesWhatIsNotStrict() {
        QFETCH(QByteArray, bytes);
        const auto document = BencodeDocument::parse(bytes.toStdString());
        QVERIFY(!document.has_value());
        QCOMPARE(document.error().kind, ErrorKind::InvalidData);
        QVERIFY(document.error().detail.starts_with("byte "));
    }

    void readsTheWholeRangeOfIntegers_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("zero") << QByteArray("i0e") << qint64{0};
        QTest::newRow("minus one") << QByteArray("i-1e") << qint64{-1};
        QTest::newRow("ten") << QByteArray("i10e") << qint64{10};
        QTest::newRow("largest") << QByteArray("i9223372036854775807e") << qint64{INT64_MAX};
        QTest::newRow("smallest") << QByteArray("i-9223372036854775808e") << qint64{INT64_MIN};
    }
    void readsTheWholeRangeOfIntegers() {
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, expected);
        const auto text = bytes.toStdString();
        const auto document = BencodeDocument::parse(text);
        QVERIFY(document.has_value());
        QCOMPARE(document->root().integer(), std::optional<std::int64_t>(expected));
    }

    void findsEntriesAndTheirBytes() {
        const std::string text = "d4:infod6:lengthi7e4:name3:a\xc3\xa9"
                                 "e4:listli1el0:ee5:validi1ee";
        const auto document = BencodeDocument::parse(text);
        QVERIFY(document.has_value());
        const auto root = document->root();
        QCOMPARE(root.size(), 3u);
        QCOMPARE(
            root["info"].encoded(), "d6:lengthi7e4:name3:a\xc3\xa9"
                                    "e");
        QCOMPARE(root["info"]["length"].integer(), std::optional<std::int64_t>(7));
        QCOMPARE(root["info"]["name"].string(), std::optional<std::string_view>("a\xc3\xa9"));
        QCOMPARE(root["list"].size(), 2u);
        std::vector<std::string> elements;
        root["list"].forEach([&elements](Value value) { elements.emplace_back(value.encoded()); });
        QCOMPARE(elements, (std::vector<std::string>{"i1e", "l0:e"}));
        std::vector<std::string> keys;
        root.forEachEntry([&keys](std::string_view key, Value) { keys.emplace_back(key); });
        QCOMPARE(keys, (std::vector<std::string>{"info", "list", "valid"}));
    }

    void answersNothingForWhatIsAbsent() {
        const auto document = BencodeDocument::parse("d1:ai1ee");
        QVERIFY(document.has_value());
        const auto absent = document->root()["b"]["c"];
        QVERIFY(!absent);
        QVERIFY(!absent.integer() && !absent.string() && !absent.is(Type::Dictionary));
        QCOMPARE(absent.size(), 0u);
        QCOMPARE(absent.encoded(), "");
        QVERIFY(!document->root()["a"].string());
        QVERIFY(!document->root().integer());
    }

    void viewsTheBytesThatItWasGiven() {
        const std::string text = "l5:helloe";
        const auto document = BencodeDocument::parse(text);
        QVERIFY(document.has_value());
        document->root().forEach([&text](Value value) { QCOMPARE(value.string()->data(), text.data() + 3); });
    }

    void acceptsDisorderAndSaysSo_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("canonical");
        QTest::newRow("sorted") << QByteArray("d1:ai1e2:aai1e1:bi1ee") << true;
        QTest::newRow("bytes above 127 last") << QByteArray("d1:zi1e1:\xffi1ee") << true;
        QTest::newRow("out of order") << QByteArray("d1:bi1e1:ai1ee") << false;
        QTest::newRow("twice") << QByteArray("d1:ai1e1:ai2ee") << false;
        QTest::newRow("empty key twice") << QByteArray("d0:i1e0:i2ee") << false;
        QTest::newRow("out of order inside") << QByteArray("d1:ald1:bi1e1:ai1eeee") << false;
        QTest::newRow("each level by itself") << QByteArray("d1:bd1:ai1ee1:cd1:ai1eee") << true;
    }
    void acceptsDisorderAndSaysSo() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, canonical);
        const auto text = bytes.toStdString();
        const auto document = BencodeDocument::parse(text);
        QVERIFY(document.has_value());
        QCOMPARE(document->isCanonical(), canonical);
    }

    void takesTheFirstOfEqualKeys() {
        const auto document = BencodeDocument::parse("d1:ai1e1:ai2ee");
        QVERIFY(document.has_value());
        QCOMPARE(document->root()["a"].integer(), std::optional<std::int64_t>(1));
        QCOMPARE(document->root().size(), 2u);
    }

    void refusesOneLevelMoreThanTheLimit() {
        const auto nested = [](std::size_t depth) { return std::string(depth, 'l') + std::string(depth, 'e'); };
        QVERIFY(BencodeDocument::parse(nested(64)).has_value());
        QVERIFY(!BencodeDocument::parse(nested(65)).has_value());
        QVERIFY(BencodeDocument::parse(nested(3), {.maxDepth = 3}).has_value());
        QVERIFY(!BencodeDocument::parse(nested(4), {.maxDepth = 3}).has_value());
        QVERIFY(!BencodeDocument::parse("le", {.maxDepth = 0}).has_value());
    }

    void staysCalmUnderAMillionLevels() {
        const std::string bomb(1'000'000, 'd');
        QVERIFY(!BencodeDocument::parse(bomb).has_value());
        QVERIFY(!BencodeDocument::parse(std::string(1'000'000, 'l'), {.maxDepth = SIZE_MAX}).has_value());
    }

    void refusesOneTokenMoreThanTheLimit() {
        QVERIFY(BencodeDocument::parse("d1:ai1e1:bi2ee", {.maxTokens = 5}).has_value());
        QVERIFY(!BencodeDocument::parse("d1:ai1e1:bi2ee", {.maxTokens = 4}).has_value());
    }
};

QTEST_GUILESS_MAIN(BencodeReaderTest)
#include "bencode_reader_test.moc"
