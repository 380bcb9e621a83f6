// Ranges of addresses.
#include "core/address_range.h"

#include <QTest>

using namespace essaim;
using Fault = AddressRange::Fault;

class AddressRangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItBeginsAndEnds_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<QByteArray>("shortest");
        const auto row = [](const char* text, const char* first, const char* last, const char* shortest) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(first) << QByteArray(last) << QByteArray(shortest);
        };
        row("192.0.2.7", "192.0.2.7", "192.0.2.7", "192.0.2.7");
        row("2001:DB8::7", "2001:db8::7", "2001:db8::7", "2001:db8::7");
        row("10.9.8.7/8", "10.0.0.0", "10.255.255.255", "10.0.0.0/8");
        row("192.0.2.64/27", "192.0.2.64", "192.0.2.95", "192.0.2.64/27");
        row("0.0.0.0/0", "0.0.0.0", "255.255.255.255", "0.0.0.0/0");
        row("2001:db8::/33", "2001:db8::", "2001:db8:7fff:ffff:ffff:ffff:ffff:ffff", "2001:db8::/33");
        row("10.0.0.7-10.0.1.20", "10.0.0.7", "10.0.1.20", "10.0.0.7-10.0.1.20");
        row("10.0.0.0-10.0.1.255", "10.0.0.0", "10.0.1.255", "10.0.0.0/23");
        row("10.0.0.7-10.0.0.7", "10.0.0.7", "10.0.0.7", "10.0.0.7");
        row("2001:db8::1-2001:db8::ff", "2001:db8::1", "2001:db8::ff", "2001:db8::1-2001:db8::ff");
        row("::ffff:10.0.0.0/104", "10.0.0.0", "10.255.255.255", "10.0.0.0/8");
    }
    void saysWhereItBeginsAndEnds() {
        QFETCH(QByteArray, text);
        const auto range = AddressRange::parse(text.toStdString());
        QVERIFY(range);
        QTEST(QByteArray::fromStdString(range->first().toString()), "first");
        QTEST(QByteArray::fromStdString(range->last().toString()), "last");
        QTEST(QByteArray::fromStdString(range->toString()), "shortest");
        QCOMPARE(AddressRange::parse(range->toString()), range);
    }

    void whatIsNoneIsRefusedWithAReason_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* text, Fault fault) { QTest::newRow(text) << QByteArray(text) << int(fault); };
        row("", Fault::NotARange);
        row("10.0.0", Fault::NotARange);
        row("10.0.0.0/33", Fault::NotARange);
        row("10.0.0.0/8-10.0.0.9", Fault::NotARange);
        row("-10.0.0.9", Fault::NotARange);
        row("10.0.0.1-", Fault::NotARange);
        row("10.0.0.1-10.0.0.2-10.0.0.3", Fault::NotARange);
        row("peer.example", Fault::NotARange);
        row("10.0.0.9-10.0.0.8", Fault::Backwards);
        row("2001:db8::2-2001:db8::1", Fault::Backwards);
        row("10.0.0.1-2001:db8::1", Fault::TwoFamilies);
    }
    void whatIsNoneIsRefusedWithAReason() {
        QFETCH(QByteArray, text);
        QFETCH(int, fault);
        const auto range = AddressRange::parse(text.toStdString());
        QVERIFY(!range);
        QCOMPARE(int(range.error()), fault);
    }

    void containsBothEndsAndNoOtherFamily() {
        const auto range = AddressRange::parse("10.0.0.7-10.0.1.20");
        const auto contains = [&](const char* address) { return range->contains(*IpAddress::parse(address)); };
        QVERIFY(contains("10.0.0.7") && contains("10.0.0.255") && contains("10.0.1.20"));
        QVERIFY(!contains("10.0.0.6") && !contains("10.0.1.21"));
        QVERIFY(!AddressRange::parse("::/0")->contains(*IpAddress::parse("10.0.0.7")));
        QVERIFY(!AddressRange::parse("0.0.0.0/0")->contains(*IpAddress::parse("::1")));
    }
};

QTEST_MAIN(AddressRangeTest)
#include "address_range_test.moc"
