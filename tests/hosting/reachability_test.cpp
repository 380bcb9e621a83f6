// What is concluded about who can reach the tracker.
#include "hosting/reachability.h"

#include "hosting/tracker_policy.h"

#include <QTest>

using namespace essaim;
using engine::PortMapping;
using hosting::InterfaceAddress;
using hosting::Reachability;
using hosting::ReachFacts;
using State = PortMapping::State;

namespace {

constexpr quint16 kPort = 6969;

IpAddress ip(const char* text) {
    return IpAddress::parse(text).value();
}

PortMapping mapping(State state, const char* router = nullptr, const char* seen = nullptr) {
    PortMapping result;
    result.state = state;
    result.port = kPort;
    if (state == State::Mapped)
        result.tcpPort = result.udpPort = kPort;
    if (router)
        result.routerAddress = ip(router);
    if (seen)
        result.seenAddress = ip(seen);
    return result;
}

ReachFacts atHome(const PortMapping& mapping = {}) {
    ReachFacts facts;
    facts.interfaces = {{ip("127.0.0.1"), QStringLiteral("lo")}, {ip("192.168.1.10"), QStringLiteral("eth0")}};
    facts.mapping = mapping;
    facts.port = kPort;
    return facts;
}

ReachFacts with(ReachFacts facts, const auto& change) {
    change(facts);
    return facts;
}

} // namespace

Q_DECLARE_METATYPE(essaim::hosting::ReachFacts)

class ReachabilityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_facts_decide_data();
    void the_facts_decide();
    void a_router_that_passes_the_port_on_gives_links_their_address();
    void what_the_user_typed_is_not_where_a_router_is_to_send_the_port();
    void the_port_that_the_router_chose_stands_in_links();
    void a_router_that_does_not_help_stands_in_no_link();
    void what_got_through_proves_the_address_that_others_see();
    void ipv6_counts_only_where_the_tracker_listens_there();
    void another_proof_changes_nothing_that_is_told();
    void a_second_nat_hides_the_address_of_the_router();
    void a_router_without_an_address_that_serves_is_no_stubborn_one();
};

void ReachabilityTest::the_facts_decide_data() {
    QTest::addColumn<ReachFacts>("facts");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("no network") << ReachFacts{.port = kPort} << "this computer";
    QTest::newRow("routers may not be asked") << atHome() << "not asked";
    QTest::newRow("routers have not answered yet") << atHome(mapping(State::Asking)) << "asking";
    QTest::newRow("no router answers") << atHome(mapping(State::NoAnswer)) << "no router";
    QTest::newRow("the router refuses") << atHome(mapping(State::Refused, "93.184.216.34")) << "refused";
    QTest::newRow("the router passes the port on") << atHome(mapping(State::Mapped, "93.184.216.34")) << "probable";
    QTest::newRow("others see the address that the router has")
        << atHome(mapping(State::Mapped, "93.184.216.34", "93.184.216.34")) << "probable";
    QTest::newRow("the router's address is one of the provider's")
        << atHome(mapping(State::Refused, "100.64.9.2")) << "carrier nat";
    QTest::newRow("even if it says that it passes the port on")
        << atHome(mapping(State::Mapped, "100.64.9.2")) << "carrier nat";
    QTest::newRow("others see another address than the router has")
        << atHome(mapping(State::Mapped, "93.184.216.34", "93.184.216.99")) << "carrier nat";
    QTest::newRow("the router stands in somebody's home network")
        << atHome(mapping(State::Mapped, "192.168.178.20")) << "double nat";
    QTest::newRow("a name, and no router that answers")
        << with(atHome(mapping(State::NoAnswer)), [](auto& facts) { facts.hostName = QStringLiteral("home.example"); })
        << "named";
    for (const char* name : {"localhost", "127.0.0.1", "192.168.1.99", "tower"})
        QTest::newRow(name) << with(atHome(mapping(State::NoAnswer)), [name](auto& facts) {
            facts.hostName = QString::fromLatin1(name);
        }) << "no router";
    QTest::newRow("a public address of its own") << with(atHome(mapping(State::NoAnswer)), [](auto& facts) {
        facts.interfaces.append({ip("93.184.216.34"), QStringLiteral("eth1")});
    }) << "probable";
    QTest::newRow("an outsider got through, whatever the router says")
        << with(atHome(mapping(State::Refused)), [](auto& facts) { facts.outsiderAt = 100; }) << "proved";
    QTest::newRow("an outsider got through over IPv6")
        << with(atHome(mapping(State::NoAnswer)), [](auto& facts) { facts.outsiderAt6 = 100; }) << "proved";
}

void ReachabilityTest::the_facts_decide() {
    QFETCH(ReachFacts, facts);
    QFETCH(QString, verdict);
    QCOMPARE(hosting::nameOf(hosting::reachabilityOf(facts).verdict), verdict);
}

void ReachabilityTest::a_router_that_passes_the_port_on_gives_links_their_address() {
    const auto reach = hosting::reachabilityOf(atHome(mapping(State::Mapped, "93.184.216.34")));
    QCOMPARE(reach.addresses.size(), 3);
    QCOMPARE(reach.addresses.first().httpUrl, QStringLiteral("http://93.184.216.34:6969/announce"));
    QCOMPARE(reach.addresses[1].host, QStringLiteral("192.168.1.10"));
    QVERIFY(reach.publicV4 == ip("93.184.216.34"));
    QCOMPARE(reach.lanAddress, QStringLiteral("192.168.1.10"));
}

/// "Let the router pass the port on to …" names this computer, whatever stands in links.
void ReachabilityTest::what_the_user_typed_is_not_where_a_router_is_to_send_the_port() {
    for (const char* name : {"192.168.1.99", "tower.lan"}) {
        auto facts = atHome(mapping(State::NoAnswer));
        facts.hostName = QString::fromLatin1(name);
        const auto reach = hosting::reachabilityOf(facts);
        QCOMPARE(reach.addresses.first().host, QString::fromLatin1(name));
        QCOMPARE(reach.lanAddress, QStringLiteral("192.168.1.10"));
    }
}

void ReachabilityTest::the_port_that_the_router_chose_stands_in_links() {
    auto chosen = mapping(State::Mapped, "93.184.216.34");
    chosen.tcpPort = 50'123;
    auto facts = atHome(chosen);
    QCOMPARE(
        hosting::reachabilityOf(facts).addresses.first().httpUrl,
        QStringLiteral("http://93.184.216.34:50123/announce"));
    facts.hostName = QStringLiteral("home.example");
    QCOMPARE(
        hosting::reachabilityOf(facts).addresses.first().httpUrl, QStringLiteral("http://home.example:50123/announce"));
    QCOMPARE(hosting::reachabilityOf(facts).addresses[2].httpUrl, QStringLiteral("http://192.168.1.10:6969/announce"));
}

void ReachabilityTest::a_router_that_does_not_help_stands_in_no_link() {
    for (const auto state : {State::Refused, State::NoAnswer, State::Asking}) {
        const auto reach = hosting::reachabilityOf(atHome(mapping(state, "93.184.216.34")));
        QCOMPARE(reach.addresses.first().host, QStringLiteral("192.168.1.10"));
        QVERIFY(reach.publicV4 == ip("93.184.216.34")); // but the tracker's answers may need it
    }
}

void ReachabilityTest::what_got_through_proves_the_address_that_others_see() {
    auto facts = atHome(mapping(State::NoAnswer, nullptr, "93.184.216.34"));
    QCOMPARE(hosting::reachabilityOf(facts).addresses.first().host, QStringLiteral("192.168.1.10"));
    facts.outsiderAt = 100;
    const auto reach = hosting::reachabilityOf(facts);
    QCOMPARE(reach.addresses.first().host, QStringLiteral("93.184.216.34"));
    QCOMPARE(reach.provedAt, 100);
}

void ReachabilityTest::ipv6_counts_only_where_the_tracker_listens_there() {
    auto facts = atHome();
    facts.interfaces.append({ip("2a01:5::10"), QStringLiteral("eth0")});
    QVERIFY(!hosting::reachabilityOf(facts).hasPublicIpv6);
    QCOMPARE(hosting::reachabilityOf(facts).addresses.first().host, QStringLiteral("192.168.1.10"));
    facts.hasIpv6 = true;
    QVERIFY(hosting::reachabilityOf(facts).hasPublicIpv6);
    QCOMPARE(hosting::reachabilityOf(facts).addresses.first().host, QStringLiteral("[2a01:5::10]"));
}

void ReachabilityTest::a_second_nat_hides_the_address_of_the_router() {
    const auto reach = hosting::reachabilityOf(atHome(mapping(State::Mapped, "100.64.9.2", "93.184.216.34")));
    QVERIFY(reach.routerAddress == ip("100.64.9.2"));
    QVERIFY(reach.publicV4 == ip("93.184.216.34"));
    QCOMPARE(reach.addresses.first().host, QStringLiteral("192.168.1.10"));
}

void ReachabilityTest::a_router_without_an_address_that_serves_is_no_stubborn_one() {
    auto refused = atHome();
    refused.mapping.state = State::Refused;
    QCOMPARE(hosting::reachabilityOf(refused).verdict, hosting::Reachability::Verdict::Refused);
    refused.mapping.hidesAddress = true;
    QCOMPARE(hosting::reachabilityOf(refused).verdict, hosting::Reachability::Verdict::CarrierNat);
}

void ReachabilityTest::another_proof_changes_nothing_that_is_told() {
    ReachFacts facts = atHome(mapping(State::Mapped, "203.0.113.7"));
    facts.outsiderAt = 100;
    const Reachability before = hosting::reachabilityOf(facts);
    facts.outsiderAt = 160;
    const Reachability after = hosting::reachabilityOf(facts);
    QVERIFY(before != after); // the window shows when
    QVERIFY(hosting::tellsTheSame(before, after));
    facts.mapping = mapping(State::Mapped, "203.0.113.8");
    QVERIFY(!hosting::tellsTheSame(before, hosting::reachabilityOf(facts)));
    facts = atHome(mapping(State::Mapped, "203.0.113.7"));
    facts.hostName = QStringLiteral("lea.example");
    QVERIFY(!hosting::tellsTheSame(before, hosting::reachabilityOf(facts)));
}

QTEST_GUILESS_MAIN(ReachabilityTest)
#include "reachability_test.moc"
