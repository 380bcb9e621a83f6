// Address prefixes.
#include "core/cidr.h"

#include <QTest>

using namespace essaim;

class CidrTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheNetworkWithoutHostBits_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char* text, const char* canonical) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(canonical);
        };
        row("192.168.0.0/16", "192.168.0.0/16");
        row("192.168.7.9/16", "192.168.0.0/16");
        row("192.168.7.9/22", "192.168.4.0/22");
        row("10.1.2.3", "10.1.2.3/32");
        row("10.1.2.3/0", "0.0.0.0/0");
        row("10.1.2.3/31", "10.1.2.2/31");
        row("2001:db8::1", "2001:db8::1/128");
        row("2001:db8:ffff::1/33", "2001:db8:8000::/33");
        row("::/0", "::/0");
        row("ff::/0", "::/0");
        row("::ffff:10.0.0.0/104", "10.0.0.0/8");
        row("::ffff:10.1.2.3/96", "0.0.0.0/0");
        row("::ffff:10.1.2.3", "10.1.2.3/32");
        row("::ffff:10.1.2.3/80", "::/80");
    }
    void writesTheNetworkWithoutHostBits() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto cidr = Cidr::parse(text.toStdString());
        QVERIFY(cidr.has_value());
        QCOMPARE(QByteArray::fromStdString(cidr->toString()), canonical);
        QVERIFY(Cidr::parse(cidr->toString()) == cidr);
    }

    void refusesOtherText() {
        for (const char* text :
             {"", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "10.0.0.0/8/8", "10.0.0/8",
              "::/129", "::/ 8", "::ffff:1.2.3.4/129", "x/8", "10.0.0.0/8 "})
            QVERIFY2(!Cidr::parse(text), text);
        QVERIFY(!Cidr::make(IpAddress::v4(1, 2, 3, 4), 33));
    }

    void containsWhatSharesThePrefix() {
        const auto cidr = *Cidr::parse("172.16.0.0/12");
        QVERIFY(cidr.contains(IpAddress::v4(172, 16, 0, 0)));
        QVERIFY(cidr.contains(IpAddress::v4(172, 31, 255, 255)));
        QVERIFY(!cidr.contains(IpAddress::v4(172, 15, 255, 255)));
        QVERIFY(!cidr.contains(IpAddress::v4(172, 32, 0, 0)));
        const auto v6 = *Cidr::parse("2001:db8::/33");
        QVERIFY(v6.contains(*IpAddress::parse("2001:db8:7fff::1")));
        QVERIFY(!v6.contains(*IpAddress::parse("2001:db8:8000::1")));
    }

    void neverContainsTheOtherFamily() {
        QVERIFY(!Cidr::parse("0.0.0.0/0")->contains(*IpAddress::parse("::1")));
        QVERIFY(!Cidr::parse("::/0")->contains(IpAddress::v4(1, 2, 3, 4)));
        QVERIFY(Cidr::parse("0.0.0.0/0")->contains(*IpAddress::parse("::ffff:1.2.3.4")));
    }
};

QTEST_GUILESS_MAIN(CidrTest)
#include "cidr_test.moc"
