// Who gets in from where.
#include "hosting/networks.h"

#include "hosting/tracker_policy.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace essaim;
using hosting::Network;
using hosting::Networks;

namespace {

std::vector<Cidr> ranges(const char* text) {
    return hosting::parseRanges(QString::fromLatin1(text)).value();
}

/// A campus with one building that is shut out, for members only.
Networks campus() {
    return {
        {{QStringLiteral("Library"), ranges("10.7.3.0/24"), false, false},
         {QStringLiteral("Campus"), ranges("10.7.0.0/16, 2001:db8::/32"), true, true}},
        false};
}

} // namespace

class NetworksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_first_network_decides_data();
    void the_first_network_decides();
    void without_networks_everybody_gets_in();
    void the_tracker_is_told_the_same_data();
    void the_tracker_is_told_the_same();
    void text_and_back_is_the_same();
    void what_cannot_be_read_is_left_out();
    void words_that_are_no_ranges_are_named();
    void the_banned_are_no_network_of_the_user();
};

void NetworksTest::the_first_network_decides_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<QString>("network");
    QTest::newRow("member") << "10.7.9.9" << true << "Campus";
    QTest::newRow("member over IPv6") << "2001:db8::7" << true << "Campus";
    QTest::newRow("exception before the rule") << "10.7.3.9" << false << "Library";
    QTest::newRow("elsewhere") << "93.184.216.34" << false << "";
    QTest::newRow("this computer") << "127.0.0.1" << true << "";
}

void NetworksTest::the_first_network_decides() {
    QFETCH(QString, address);
    QFETCH(bool, allowed);
    QFETCH(QString, network);
    const auto entry = hosting::entryOf(campus(), IpAddress::parse(address.toStdString()).value());
    QCOMPARE(entry.isAllowed, allowed);
    QCOMPARE(entry.network, network);
}

void NetworksTest::without_networks_everybody_gets_in() {
    QVERIFY(hosting::entryOf({}, IpAddress::v4(93, 184, 216, 34)).isAllowed);
    tracker::TrackerConfig config;
    hosting::applyNetworks({}, config);
    QVERIFY(config.addressRules.empty());
    QVERIFY(config.networks.empty());
}

void NetworksTest::the_tracker_is_told_the_same_data() {
    the_first_network_decides_data();
}

/// The rules, read as the tracker reads them, say what entryOf() says.
void NetworksTest::the_tracker_is_told_the_same() {
    QFETCH(QString, address);
    QFETCH(bool, allowed);
    tracker::TrackerConfig config;
    hosting::applyNetworks(campus(), config);
    const auto parsed = IpAddress::parse(address.toStdString()).value();
    const auto rule =
        std::ranges::find_if(config.addressRules, [&](const auto& one) { return one.range.contains(parsed); });
    QVERIFY(rule != config.addressRules.end());
    QCOMPARE(rule->allow, allowed);
    QCOMPARE(config.networks.size(), 2u);
    QVERIFY(config.networks[1].prefersOwn);
}

void NetworksTest::text_and_back_is_the_same() {
    QCOMPARE(hosting::networksFrom(hosting::toText(campus())), campus());
    QCOMPARE(hosting::networksFrom(hosting::toText({})), Networks{});
    QCOMPARE(hosting::networksFrom(QString()), Networks{});
}

void NetworksTest::what_cannot_be_read_is_left_out() {
    const auto networks = hosting::networksFrom(
        QStringLiteral(R"({"networks":[{"name":"","ranges":"10.0.0.0/8"},{"name":"x","ranges":"nonsense"},7,)"
                       R"({"name":"Home","ranges":"192.168.0.0/16"}]})"));
    QCOMPARE(networks.list.size(), 1);
    QCOMPARE(networks.list[0].name, QStringLiteral("Home"));
    QVERIFY(networks.list[0].isAllowed);
    QCOMPARE(hosting::networksFrom(QStringLiteral("{broken")), Networks{});
}

void NetworksTest::words_that_are_no_ranges_are_named() {
    QCOMPARE(
        hosting::rangesText(ranges("10.7.1.2/16 10.7.0.0/16;192.168.1.5")),
        QStringLiteral("10.7.0.0/16, 192.168.1.5/32"));
    const auto wrong = hosting::parseRanges(QStringLiteral("10.0.0.0/8, home"));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().subject, std::string("home"));
    QVERIFY(!hosting::parseRanges(QStringLiteral(" , ")));
}

void NetworksTest::the_banned_are_no_network_of_the_user() {
    QTemporaryDir folder;
    settings::SettingsStore settings(folder.filePath(QStringLiteral("settings.ini")));
    Networks own;
    own.list = {{QStringLiteral("banned"), ranges("10.0.0.0/8")}};
    settings.set(settings::kTrackerNetworks, hosting::toText(own));
    settings.set(settings::kTrackerBanned, QStringLiteral("203.0.113.7"));
    const Networks all = hosting::networksOf(settings);
    const auto entry = hosting::entryOf(all, IpAddress::parse("203.0.113.7").value());
    QVERIFY(!entry.isAllowed);
    QCOMPARE(entry.network, hosting::bannedNetwork());
    QCOMPARE(hosting::networksFrom(hosting::toText(all)), own); // nobody can call one so
    tracker::TrackerConfig config;
    hosting::applyPolicy(settings, config);
    std::vector<tracker::NetworkStatus> statuses;
    for (const auto& network : config.networks)
        statuses.push_back({network.name, 1});
    statuses.push_back({"", 2});
    hosting::withoutBanned(statuses);
    QCOMPARE(statuses.size(), 2u);
    QCOMPARE(statuses[0].name, std::string("banned")); // the user's
    QCOMPARE(statuses[1].name, std::string());
}

QTEST_GUILESS_MAIN(NetworksTest)
#include "networks_test.moc"
