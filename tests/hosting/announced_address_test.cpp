// Which addresses links are made with, and in which order.
#include "hosting/announced_address.h"

#include "hosting/stable_addresses.h"

#include <QTest>

using namespace essaim;
using hosting::InterfaceAddress;
using hosting::TrackerAddress;

namespace {

InterfaceAddress on(const char* interface, const char* address) {
    return {IpAddress::parse(address).value(), QString::fromLatin1(interface)};
}

QString reachName(TrackerAddress::Reach reach) {
    switch (reach) {
    case TrackerAddress::Reach::Internet:
        return QStringLiteral("internet");
    case TrackerAddress::Reach::LocalNetwork:
        return QStringLiteral("local");
    case TrackerAddress::Reach::ThisComputer:
        return QStringLiteral("this");
    }
    return {};
}

} // namespace

class AnnouncedAddressTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_best_address_comes_first_data();
    void the_best_address_comes_first();
    void urls_carry_host_and_port();
    void the_computer_names_its_loopback_interface();
    void what_ends_tomorrow_is_not_told_where_something_lasts();
};

void AnnouncedAddressTest::the_best_address_comes_first_data() {
    QTest::addColumn<QList<InterfaceAddress>>("interfaces");
    QTest::addColumn<QString>("hostName");
    QTest::addColumn<QStringList>("expected");
    using Interfaces = QList<InterfaceAddress>;

    QTest::newRow("no network: loopback only")
        << Interfaces{on("lo", "127.0.0.1")} << QString() << QStringList{"this 127.0.0.1"};
    QTest::newRow("home network before loopback") << Interfaces{on("lo", "127.0.0.1"), on("eth0", "192.168.1.20")}
                                                  << QString() << QStringList{"local 192.168.1.20", "this 127.0.0.1"};
    QTest::newRow("public address before private, IPv4 before IPv6")
        << Interfaces{on("eth0", "10.0.0.5"), on("eth1", "2001:470:1::20"), on("eth1", "93.184.216.34")} << QString()
        << QStringList{"internet 93.184.216.34", "internet [2001:470:1::20]", "local 10.0.0.5", "this 127.0.0.1"};
    QTest::newRow("networks of containers after real ones")
        << Interfaces{on("docker0", "172.17.0.1"), on("br-12ab", "172.18.0.1"), on("wlan0", "192.168.0.7")} << QString()
        << QStringList{"local 192.168.0.7", "local 172.17.0.1", "local 172.18.0.1", "this 127.0.0.1"};
    QTest::newRow("link-local and unspecified addresses are left out")
        << Interfaces{on("eth0", "169.254.3.4"), on("eth0", "fe80::1"), on("eth0", "0.0.0.0")} << QString()
        << QStringList{"this 127.0.0.1"};
    QTest::newRow("carrier NAT is a private network")
        << Interfaces{on("ppp0", "100.64.3.4")} << QString() << QStringList{"local 100.64.3.4", "this 127.0.0.1"};
    QTest::newRow("host name before everything")
        << Interfaces{on("eth1", "93.184.216.34")} << QStringLiteral(" lea.example.net ")
        << QStringList{"internet lea.example.net", "internet 93.184.216.34", "this 127.0.0.1"};
    QTest::newRow("host name outside ASCII") << Interfaces{} << QStringLiteral("bücher.example")
                                             << QStringList{"internet xn--bcher-kva.example", "this 127.0.0.1"};
    QTest::newRow("private address as host name") << Interfaces{on("eth0", "10.0.0.5")} << QStringLiteral("10.0.0.5")
                                                  << QStringList{"local 10.0.0.5", "this 127.0.0.1"};
    for (const char* name : {"localhost", "127.0.0.1", "::1", "mine.localhost.", "0.0.0.0"})
        QTest::newRow(name) << Interfaces{on("eth0", "10.0.0.5")} << QString::fromLatin1(name)
                            << QStringList{"local 10.0.0.5", "this 127.0.0.1"};
    QTest::newRow("a name of the home network")
        << Interfaces{} << QStringLiteral("tower.local") << QStringList{"local tower.local", "this 127.0.0.1"};
    QTest::newRow("IPv6 address as host name gets brackets")
        << Interfaces{} << QStringLiteral("2001:470:1::20")
        << QStringList{"internet [2001:470:1::20]", "this 127.0.0.1"};
    QTest::newRow("what cannot be a host name is ignored")
        << Interfaces{} << QStringLiteral("http://x/y z") << QStringList{"this 127.0.0.1"};
    QTest::newRow("the same address twice is named once")
        << Interfaces{on("eth0", "10.0.0.5"), on("eth0", "10.0.0.5")} << QString()
        << QStringList{"local 10.0.0.5", "this 127.0.0.1"};
}

void AnnouncedAddressTest::the_best_address_comes_first() {
    QFETCH(const QList<InterfaceAddress>, interfaces);
    QFETCH(const QString, hostName);
    QFETCH(const QStringList, expected);
    QStringList found;
    for (const TrackerAddress& address : hosting::announcedAddresses(interfaces, 6969, hostName))
        found.append(reachName(address.reach) + QLatin1Char(' ') + address.host);
    QCOMPARE(found, expected);
}

void AnnouncedAddressTest::urls_carry_host_and_port() {
    const auto addresses = hosting::announcedAddresses({on("eth1", "2001:470:1::20")}, 7000, {});
    QCOMPARE(addresses.first().httpUrl, QStringLiteral("http://[2001:470:1::20]:7000/announce"));
    QCOMPARE(addresses.first().udpUrl, QStringLiteral("udp://[2001:470:1::20]:7000/announce"));
}

void AnnouncedAddressTest::the_computer_names_its_loopback_interface() {
    bool found = false;
    for (const InterfaceAddress& candidate : hosting::interfaceAddresses())
        found = found || candidate.address == IpAddress::v4(127, 0, 0, 1);
    QVERIFY(found); // the tests run where loopback is all there is
}

void AnnouncedAddressTest::what_ends_tomorrow_is_not_told_where_something_lasts() {
    const auto entry = [](const char* address, bool lasts) {
        QNetworkAddressEntry result;
        result.setIp(QHostAddress(QString::fromLatin1(address)));
        result.setPrefixLength(address[1] == '9' ? 24 : 64);
        result.setDnsEligibility(lasts ? QNetworkAddressEntry::DnsEligible : QNetworkAddressEntry::DnsIneligible);
        return result;
    };
    const auto own = entry("192.168.1.10", false); // nobody takes IPv4 for temporary
    const auto temporary = entry("2001:db8:1::9f3a", false);
    const auto stable = entry("2001:db8:1::20", true);
    const auto lonely = entry("2001:db8:2::77", false); // better than nothing
    QCOMPARE(hosting::stableAddresses({own, temporary, stable, lonely}), (QList{own, stable, lonely}));
}

QTEST_GUILESS_MAIN(AnnouncedAddressTest)
#include "announced_address_test.moc"
