// Text forms and classes of addresses.
#include "core/endpoint.h"

#include <QTest>

#include <random>

using namespace essaim;

namespace {
IpAddress ip(std::string_view text) {
    const auto address = IpAddress::parse(text);
    if (!address)
        qFatal("not an address: %.*s", static_cast<int>(text.size()), text.data());
    return *address;
}
} // namespace

class EndpointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheCanonicalForm_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char* text, const char* canonical) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(canonical);
        };
        row("0.0.0.0", "0.0.0.0");
        row("255.255.255.255", "255.255.255.255");
        row("192.168.1.10", "192.168.1.10");
        row("::", "::");
        row("::1", "::1");
        row("1::", "1::");
        row("2001:DB8::1", "2001:db8::1");
        row("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1");
        row("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");    // RFC 5952, 4.2.3: the first of equals
        row("2001:0:0:1:0:0:0:1", "2001:0:0:1::1");          // the longest
        row("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"); // 4.2.2: not for one group
        row("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
        row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
        row("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8");
        row("64:ff9b::192.0.2.33", "64:ff9b::c000:221");
        row("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304");
        row("::ffff:1.2.3.4", "1.2.3.4");
        row("::ffff:102:304", "1.2.3.4");
        row("0:0:0:0:0:FFFF:10.0.0.1", "10.0.0.1");
    }
    void writesTheCanonicalForm() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto address = IpAddress::parse(text.toStdString());
        QVERIFY(address.has_value());
        QCOMPARE(QByteArray::fromStdString(address->toString()), canonical);
        QCOMPARE(IpAddress::parse(address->toString()), address);
    }

    void refusesOtherText_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"",
              "1.2.3",
              "1.2.3.4.5",
              "1.2.3.256",
              "01.2.3.4",
              "1.2.3.04",
              "1.2.3.",
              ".1.2.3",
              "1..2.3",
              "+1.2.3.4",
              "1.2.3.4 ",
              " 1.2.3.4",
              "0x1.2.3.4",
              "16909060",
              "a.b.c.d",
              ":",
              ":::",
              "1:2",
              "1:2:3:4:5:6:7",
              "1:2:3:4:5:6:7:8:9",
              "1:2:3:4:5:6:7:8::",
              "::1:2:3:4:5:6:7:8",
              "1::2::3",
              "12345::",
              "g::",
              "-1::",
              "::1.2.3",
              "::1.2.3.4.5",
              "1.2.3.4::",
              "::1.2.3.4:5",
              "1:2:3:4:5:6:7:1.2.3.4",
              "fe80::1%eth0",
              "[::1]",
              "::1/64",
              ":1:2:3:4:5:6:7",
              "1:2:3:4:5:6:7:"})
            QTest::newRow(*text ? text : "nothing") << QByteArray(text);
    }
    void refusesOtherText() {
        QFETCH(QByteArray, text);
        QVERIFY(!IpAddress::parse(text.toStdString()));
    }

    void randomAddressesComeBackAsTheyWere() {
        std::mt19937 random(5);
        for (int i = 0; i < 20000; ++i) {
            std::array<std::uint8_t, 16> bytes{};
            for (auto& byte : bytes)
                byte = random() % 3 == 0 ? static_cast<std::uint8_t>(random()) : 0;
            const auto v6 = IpAddress::v6(bytes);
            QCOMPARE(IpAddress::parse(v6.toString()), std::optional(v6));
            const auto v4 = IpAddress::v4(static_cast<std::uint32_t>(random()));
            QCOMPARE(IpAddress::parse(v4.toString()), std::optional(v4));
        }
    }

    void mappedAddressesAreIpv4() {
        const auto mapped = IpAddress::v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 9, 8, 7, 6});
        QVERIFY(mapped.isV4());
        QCOMPARE(mapped, IpAddress::v4(9, 8, 7, 6));
        QCOMPARE(mapped.toV4(), 0x09080706u);
        QCOMPARE(IpAddress::v4(0x09080706u), mapped);
        QCOMPARE(mapped.bytes()[0], 9);
        QVERIFY(ip("::") != ip("0.0.0.0"));
    }

    void knowsTheClassesOfAddresses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("classes");
        const auto row = [](const char* text, const char* classes) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(classes);
        };
        row("0.0.0.0", "unspecified ");
        row("0.1.2.3", "");
        row("127.0.0.1", "loopback ");
        row("127.255.255.255", "loopback ");
        row("128.0.0.1", "global ");
        row("169.254.0.1", "link-local ");
        row("169.253.255.255", "global ");
        row("224.0.0.1", "multicast ");
        row("239.255.255.255", "multicast ");
        row("240.0.0.1", "");
        row("255.255.255.255", "broadcast ");
        row("10.0.0.1", "private ");
        row("172.15.255.255", "global ");
        row("172.16.0.0", "private ");
        row("172.31.255.255", "private ");
        row("172.32.0.0", "global ");
        row("192.168.255.255", "private ");
        row("192.169.0.0", "global ");
        row("100.63.255.255", "global ");
        row("100.64.0.0", "private ");
        row("100.127.255.255", "private ");
        row("100.128.0.0", "global ");
        row("8.8.8.8", "global ");
        row("::", "unspecified ");
        row("::1", "loopback ");
        row("::2", "");
        row("fe80::1", "link-local ");
        row("febf::1", "link-local ");
        row("fec0::1", "");
        row("ff02::1", "multicast ");
        row("fc00::1", "private ");
        row("fdff::1", "private ");
        row("2001:db8::1", "global ");
        row("2a01::1", "global ");
        row("4000::", "");
    }
    void knowsTheClassesOfAddresses() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, classes);
        const auto address = ip(text.toStdString());
        QByteArray found;
        found += address.isUnspecified() ? "unspecified " : "";
        found += address.isLoopback() ? "loopback " : "";
        found += address.isLinkLocal() ? "link-local " : "";
        found += address.isMulticast() ? "multicast " : "";
        found += address.isBroadcast() ? "broadcast " : "";
        found += address.isPrivate() ? "private " : "";
        found += address.isGlobal() ? "global " : "";
        QCOMPARE(found, classes);
    }

    void endpointsComeBackAsTheyWere() {
        for (const char* text : {"1.2.3.4:80", "0.0.0.0:0", "[::1]:65535", "[2001:db8::1]:6969"}) {
            const auto endpoint = Endpoint::parse(text);
            QVERIFY2(endpoint.has_value(), text);
            QCOMPARE(endpoint->toString(), text);
        }
    }

    void refusesEndpointsWithoutAPortOrBrackets() {
        for (const char* text :
             {"", "1.2.3.4", "1.2.3.4:", "1.2.3.4:65536", "1.2.3.4:-1", "1.2.3.4: 1", "1.2.3.4:080", ":80", "::1:80",
              "[::1]", "[::1]:", "[::1]80", "[1.2.3.4]:80", "[]:80", "localhost:80"})
            QVERIFY2(!Endpoint::parse(text), text);
    }
};

QTEST_GUILESS_MAIN(EndpointTest)
#include "endpoint_test.moc"
