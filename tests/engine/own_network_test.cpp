// What counts as this computer's place in its network, on interfaces of the namespace that the test runs in.
#include "engine/own_network.h"

#include <QProcess>
#include <QTest>

#include <sstream>

using namespace essaim;
using engine::DefaultRoute;
using engine::ownNetwork;

namespace {

constexpr int kDeadlineMs = 10'000;

/// True if the system did it.
bool ip(const QString& words) {
    QProcess process;
    process.start(QStringLiteral("ip"), words.split(QLatin1Char(' ')));
    return process.waitForFinished(kDeadlineMs) && process.exitCode() == 0;
}

} // namespace

class OwnNetworkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void only_routes_to_everywhere_are_ways_out();
    void the_address_towards_the_router_is_the_own_one();
    void without_a_way_out_there_is_no_address();
    void what_containers_and_vpns_bring_along_is_no_move();
    void another_address_at_home_is_a_move();
    void the_best_of_two_ways_out_counts();
    void all_addresses_have_those_of_loopback();
};

void OwnNetworkTest::init() {
    if (qEnvironmentVariable("ESSAIM_ISOLATED") != QStringLiteral("1"))
        QSKIP("changes interfaces: run it with tests/isolated");
    QVERIFY(ip(QStringLiteral("link add home0 type bridge")));
    QVERIFY(ip(QStringLiteral("address add 192.168.1.10/24 dev home0")));
    QVERIFY(ip(QStringLiteral("link set home0 up")));
    QVERIFY(ip(QStringLiteral("route add default via 192.168.1.1 metric 100")));
}

void OwnNetworkTest::cleanup() {
    for (const char* name : {"home0", "docker0", "tun0", "wlan0"})
        ip(QStringLiteral("link del %1").arg(QLatin1String(name)));
}

void OwnNetworkTest::only_routes_to_everywhere_are_ways_out() {
    std::istringstream table("Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
                             "tun0\t00000000\t0100080A\t0003\t0\t0\t0\t00000080\t0\t0\t0\n"
                             "eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
                             "ppp0\t00000000\t00000000\t0001\t0\t0\t7\t00000000\t0\t0\t0\n"
                             "*\t00000000\t00000000\t0200\t0\t0\t0\t00000000\t0\t0\t0\n"
                             "eth0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"
                             "broken\t0000\n");
    const std::vector<DefaultRoute> expected{{"eth0", IpAddress::v4(192, 168, 1, 1), 100}, {"ppp0", IpAddress(), 7}};
    QVERIFY(engine::defaultRoutesIn(table) == expected);
}

void OwnNetworkTest::the_address_towards_the_router_is_the_own_one() {
    const auto own = ownNetwork();
    QVERIFY(own.addresses == std::set{IpAddress::v4(192, 168, 1, 10)});
    QVERIFY(own.gateways == std::set{IpAddress::v4(192, 168, 1, 1)});
}

void OwnNetworkTest::without_a_way_out_there_is_no_address() {
    QVERIFY(ip(QStringLiteral("route del default")));
    QVERIFY(ownNetwork() == engine::OwnNetwork{});
}

void OwnNetworkTest::what_containers_and_vpns_bring_along_is_no_move() {
    const auto before = ownNetwork();
    QVERIFY(ip(QStringLiteral("link add docker0 type bridge")));
    QVERIFY(ip(QStringLiteral("address add 172.17.0.1/16 dev docker0")));
    QVERIFY(ip(QStringLiteral("link set docker0 up")));
    QVERIFY(ownNetwork() == before);
    QVERIFY(ip(QStringLiteral("tuntap add dev tun0 mode tun")));
    QVERIFY(ip(QStringLiteral("address add 10.8.0.6 peer 10.8.0.1 dev tun0")));
    QVERIFY(ip(QStringLiteral("link set tun0 up")));
    QVERIFY(ownNetwork() == before);
    QVERIFY(ip(QStringLiteral("route add 0.0.0.0/1 via 10.8.0.1")));
    QVERIFY(ip(QStringLiteral("route add default via 10.8.0.1 metric 50")));
    QVERIFY(ownNetwork() == before);
    QVERIFY(ip(QStringLiteral("link del tun0")));
    QVERIFY(ip(QStringLiteral("link del docker0")));
    QVERIFY(ownNetwork() == before);
}

void OwnNetworkTest::another_address_at_home_is_a_move() {
    const auto before = ownNetwork();
    QVERIFY(ip(QStringLiteral("address del 192.168.1.10/24 dev home0")));
    QVERIFY(ip(QStringLiteral("address add 192.168.1.77/24 dev home0")));
    QVERIFY2(ownNetwork().addresses.empty(), "an address comes before its route");
    QVERIFY(ip(QStringLiteral("route add default via 192.168.1.1 metric 100")));
    const auto after = ownNetwork();
    QVERIFY(after.addresses == std::set{IpAddress::v4(192, 168, 1, 77)});
    QVERIFY(after.gateways == before.gateways);
}

void OwnNetworkTest::the_best_of_two_ways_out_counts() {
    QVERIFY(ip(QStringLiteral("link add wlan0 type bridge")));
    QVERIFY(ip(QStringLiteral("address add 192.168.7.5/24 dev wlan0")));
    QVERIFY(ip(QStringLiteral("link set wlan0 up")));
    QVERIFY(ip(QStringLiteral("route add default via 192.168.7.1 metric 600")));
    QVERIFY(ownNetwork().addresses == std::set{IpAddress::v4(192, 168, 1, 10)});
    QVERIFY(ip(QStringLiteral("link set home0 down")));
    QVERIFY(ownNetwork().addresses == std::set{IpAddress::v4(192, 168, 7, 5)});
}

void OwnNetworkTest::all_addresses_have_those_of_loopback() {
    const auto all = engine::interfaceAddresses();
    QVERIFY(all.contains(IpAddress::v4(127, 0, 0, 1)));
    QVERIFY(all.contains(IpAddress::v4(192, 168, 1, 10)));
}

QTEST_GUILESS_MAIN(OwnNetworkTest)
#include "own_network_test.moc"
