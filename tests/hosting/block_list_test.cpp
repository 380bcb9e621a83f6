// Blocked torrents as a text that can be sent and read.
#include "hosting/block_list.h"

#include <QTest>

using namespace essaim;

namespace {

const QByteArray kHash = QByteArray(40, 'a');
const QByteArray kOther = QByteArray(40, 'b');

} // namespace

class BlockListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_and_back_is_the_same();
    void reasons_and_names_may_be_missing();
    void a_version_2_hash_is_cut_as_it_is_announced();
    void odd_text_breaks_no_line();
    void what_stands_twice_counts_once();
    void the_first_line_that_is_none_is_named();
};

void BlockListTest::text_and_back_is_the_same() {
    const std::vector<tracker::BlockedStatus> blocked{
        {Sha1Hash::fromHex(kHash.toStdString()).value(), "Été", "asked by its owner", 0},
        {Sha1Hash::fromHex(kOther.toStdString()).value(), "", "", 0}};
    QVERIFY(hosting::blockListFrom(hosting::toText(blocked)) == blocked);
}

void BlockListTest::reasons_and_names_may_be_missing() {
    const auto read =
        hosting::blockListFrom("# remark\n\n" + kHash + "\r\n  " + kOther + "\tnot here\n" + kHash + '\n');
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 2u);
    QCOMPARE((*read)[1].reason, std::string("not here"));
}

void BlockListTest::a_version_2_hash_is_cut_as_it_is_announced() {
    const auto read = hosting::blockListFrom(QByteArray(64, 'c'));
    QVERIFY(read.has_value());
    QCOMPARE((*read)[0].infoHash.toHex(), std::string(40, 'c'));
}

void BlockListTest::odd_text_breaks_no_line() {
    const std::vector<tracker::BlockedStatus> blocked{
        {Sha1Hash::fromHex(kHash.toStdString()).value(), "a\nb", "x\ty", 0}};
    const auto read = hosting::blockListFrom(hosting::toText(blocked));
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 1u);
    QCOMPARE((*read)[0].reason, std::string("x y"));
    QCOMPARE((*read)[0].name, std::string("a b"));
}

void BlockListTest::what_stands_twice_counts_once() {
    QByteArray text;
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 50'000; ++i) // would take minutes if each were looked for among all before
            text += QByteArray::number(i, 16).rightJustified(40, '0') + "\tround " + QByteArray::number(round) + '\n';
    }
    const auto read = hosting::blockListFrom(text);
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), 50'000u);
    QCOMPARE(read->back().reason, std::string("round 0"));
}

void BlockListTest::the_first_line_that_is_none_is_named() {
    const auto read = hosting::blockListFrom(kHash + "\nfilm.torrent\n");
    QVERIFY(!read);
    QCOMPARE(read.error().subject, std::string("2"));
    QVERIFY(!hosting::blockListFrom(QByteArray(39, 'a')));
}

QTEST_GUILESS_MAIN(BlockListTest)
#include "block_list_test.moc"
