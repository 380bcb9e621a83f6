// A program on the computer of the tracker is one peer, whichever of the computer's addresses it uses.
#include "tracker/service/announce_service.h"

#include "clients.h"

#include <QTest>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;

namespace {

IpAddress ip(const char* text) {
    return IpAddress::parse(text).value();
}

TrackerConfig openConfig() {
    TrackerConfig config;
    config.access = AccessMode::Open;
    return config;
}

/// A tracker for friends, one torrent for them alone, and only the host's own key.
Settings forFriends() {
    TrackerConfig config;
    config.access = AccessMode::Friends;
    PolicyRecords records;
    records.friends.push_back({0, passkeyDigest(std::string(40, 'a'))});
    records.restricted.push_back({hashOf('a'), true, {}});
    return {config, std::move(records)};
}

struct Fixture {
    /// Announces from `address` to `local`; seeds from port 1, others from port 2.
    AnnounceResult announce(const char* address, const char* local, bool isSeed, bool bothFamilies = false) {
        AnnounceRequest request;
        request.infoHash = hashOf('a');
        request.port = isSeed ? 1 : 2;
        request.left = isSeed ? 0 : 9;
        return service.announce(request, {ip(address), ip(local)}, now, 50, bothFamilies).value();
    }

    Clock::Monotonic now{std::chrono::seconds(5000)};
    PeerStore store{now, SipKey{1, 2}};
    PublishedSettings settings{std::make_shared<const Settings>(openConfig())};
    AnnounceService service{{store, settings}, 9};
};

} // namespace

class OwnComputerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSeedOfThisComputerCountsOnce();
    void bothFamiliesAreOnePeer();
    void itsAnswerNeverHoldsItself_data();
    void itsAnswerNeverHoldsItself();
    void whoAsksOverIpv6FindsItThere_data();
    void whoAsksOverIpv6FindsItThere();
    void whoAsksOverIpv6FindsItAmongThousands_data();
    void whoAsksOverIpv6FindsItAmongThousands();
    void nobodyElseGetsAddressesOfHomeFromALargeSwarm_data();
    void nobodyElseGetsAddressesOfHomeFromALargeSwarm();
    void neighboursCountOneByOne();
    void itIsFoundAtTheAddressThatWasAsked_data();
    void itIsFoundAtTheAddressThatWasAsked();
    void theHostsOwnKeyOpensNothingElsewhere_data();
    void theHostsOwnKeyOpensNothingElsewhere();
    void whoComesThroughAProxyOfThisComputerIsElsewhere();
};

void OwnComputerTest::aSeedOfThisComputerCountsOnce() {
    Fixture f;
    f.announce("127.0.0.1", "127.0.0.1", true);
    f.announce("192.168.1.20", "192.168.1.20", true);
    QCOMPARE(f.announce("100.64.0.7", "100.64.0.7", true).counts.seeds, 1U);
}

void OwnComputerTest::bothFamiliesAreOnePeer() {
    Fixture f;
    f.announce("127.0.0.1", "127.0.0.1", true);
    f.announce("::1", "::1", true);
    QCOMPARE(f.announce("2a00::7", "2a00::7", true).counts.seeds, 1U);
    QCOMPARE(f.store.counts(hashOf('a')).seeds, 1U);
}

void OwnComputerTest::itsAnswerNeverHoldsItself_data() {
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("bothFamilies");
    for (const bool both : {false, true}) {
        for (const char* address : {"127.0.0.1", "::1", "192.168.1.20", "2a00::7"})
            QTest::addRow("%s%s", address, both ? ", both" : "") << QByteArray(address) << both;
    }
}

void OwnComputerTest::itsAnswerNeverHoldsItself() {
    QFETCH(QByteArray, address);
    QFETCH(bool, bothFamilies);
    Fixture f;
    for (const char* one : {"127.0.0.1", "::1", "192.168.1.20", "2a00::7"})
        f.announce(one, one, false);
    const auto result = f.announce(address.constData(), address.constData(), false, bothFamilies);
    QCOMPARE(result.peers->v4().size(), 0U);
    QCOMPARE(result.peers->v6().size(), 0U);
}

void OwnComputerTest::whoAsksOverIpv6FindsItThere_data() {
    QTest::addColumn<QByteArray>("asker");
    QTest::addColumn<QByteArray>("local");
    QTest::addColumn<bool>("bothFamilies");
    for (const bool both : {false, true}) { // UDP and HTTP
        const char* how = both ? ", HTTP" : ", UDP";
        QTest::addRow("from outside%s", how) << QByteArray("2a01::9") << QByteArray("2a00::7") << both;
        QTest::addRow("by a neighbour%s", how) << QByteArray("fd00::9") << QByteArray("fd00::7") << both;
    }
}

void OwnComputerTest::whoAsksOverIpv6FindsItThere() {
    QFETCH(QByteArray, asker);
    QFETCH(QByteArray, local);
    QFETCH(bool, bothFamilies);
    Fixture f;
    f.announce("127.0.0.1", "127.0.0.1", true);
    f.announce("2a02::1", local.constData(), true); // somebody else, who listens there alone
    const auto result = f.announce(asker.constData(), local.constData(), false, bothFamilies);
    QVERIFY(result.peers->contains({ip(local.constData()), 1}));
    QVERIFY(result.peers->contains({ip("2a02::1"), 1}));
    QCOMPARE(result.peers->v4().size(), 0U);
    QCOMPARE(result.counts.seeds, 2U);
}

void OwnComputerTest::whoAsksOverIpv6FindsItAmongThousands_data() {
    QTest::addColumn<int>("before");
    QTest::newRow("as the first") << 0;
    QTest::newRow("as the last") << 2000;
}

void OwnComputerTest::whoAsksOverIpv6FindsItAmongThousands() {
    QFETCH(int, before);
    Fixture f;
    for (int i = 0; i <= 2000; ++i) {
        if (i == before)
            f.announce("127.0.0.1", "127.0.0.1", true);
        f.announce(qPrintable(QStringLiteral("8.8.%1.%2").arg(i / 200).arg(i % 200 + 1)), "8.0.0.1", i % 2 == 0);
    }
    const auto result = f.announce("2a01::9", "2a00::7", false);
    QVERIFY(result.peers->contains({ip("2a00::7"), 1}));
    QVERIFY(!f.announce("2a01::9", "2a00::7", true).peers->contains({ip("2a00::7"), 1})); // of no use to a seed
}

void OwnComputerTest::nobodyElseGetsAddressesOfHomeFromALargeSwarm_data() {
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("local");
    QTest::newRow("this computer") << QByteArray("127.0.0.1") << QByteArray("127.0.0.1");
    QTest::newRow("a neighbour") << QByteArray("192.168.1.30") << QByteArray("192.168.1.20");
    QTest::newRow("a neighbour over IPv6") << QByteArray("fd00::9") << QByteArray("fd00::7");
}

/// Comes last, when the swarm has been large for long.
void OwnComputerTest::nobodyElseGetsAddressesOfHomeFromALargeSwarm() {
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, local);
    Fixture f;
    const bool isV4 = ip(address.constData()).isV4();
    const QString stranger = isV4 ? QStringLiteral("8.8.%1.%2") : QStringLiteral("2a01::%1:%2");
    for (int i = 0; i < 600; ++i)
        f.announce(qPrintable(stranger.arg(i / 200).arg(i % 200 + 1)), "8.0.0.1", i % 2 == 0);
    f.announce(address.constData(), local.constData(), true);
    for (int round = 0; round < 200; ++round) {
        const auto result = f.announce(isV4 ? "9.9.9.9" : "2a09::9", isV4 ? "8.0.0.1" : "2a00::7", false);
        QVERIFY(!result.peers->contains({ip(address.constData()), 1}));
    }
}

void OwnComputerTest::neighboursCountOneByOne() {
    Fixture f;
    f.announce("192.168.1.20", "192.168.1.20", true);
    f.announce("192.168.1.21", "192.168.1.20", true);
    QCOMPARE(f.announce("8.8.4.4", "192.168.1.20", true).counts.seeds, 3U);
}

void OwnComputerTest::itIsFoundAtTheAddressThatWasAsked_data() {
    QTest::addColumn<QByteArray>("asker");
    QTest::addColumn<QByteArray>("local");
    QTest::newRow("by this computer") << QByteArray("192.168.1.20") << QByteArray("192.168.1.20");
    QTest::newRow("by a neighbour") << QByteArray("192.168.1.30") << QByteArray("192.168.1.20");
    QTest::newRow("over loopback") << QByteArray("127.0.0.1") << QByteArray("127.0.0.1");
}

void OwnComputerTest::itIsFoundAtTheAddressThatWasAsked() {
    QFETCH(QByteArray, asker);
    QFETCH(QByteArray, local);
    Fixture f;
    f.announce("192.168.1.20", "192.168.1.20", true);
    const auto result = f.announce(asker.constData(), local.constData(), false);
    QVERIFY(result.peers->contains({ip(local.constData()), 1}));
    QVERIFY(!result.peers->contains({ip(local.constData()), 2})); // not itself
}

void OwnComputerTest::theHostsOwnKeyOpensNothingElsewhere_data() {
    QTest::addColumn<QByteArray>("asker");
    QTest::addColumn<QByteArray>("local");
    QTest::addColumn<bool>("expected");
    QTest::newRow("over loopback") << QByteArray("127.0.0.1") << QByteArray("127.0.0.1") << true;
    QTest::newRow("over loopback, bound to an address") << QByteArray("10.8.0.2") << QByteArray("127.0.0.1") << true;
    QTest::newRow("over IPv6 loopback") << QByteArray("::1") << QByteArray("::1") << true;
    QTest::newRow("an own address") << QByteArray("192.168.1.20") << QByteArray("192.168.1.20") << true;
    QTest::newRow("a neighbour") << QByteArray("192.168.1.30") << QByteArray("192.168.1.20") << false;
    QTest::newRow("from outside") << QByteArray("8.8.4.4") << QByteArray("192.168.1.20") << false;
    QTest::newRow("nobody knows") << QByteArray("0.0.0.0") << QByteArray("0.0.0.0") << false;
}

void OwnComputerTest::theHostsOwnKeyOpensNothingElsewhere() {
    QFETCH(QByteArray, asker);
    QFETCH(QByteArray, local);
    QFETCH(bool, expected);
    Fixture f;
    f.settings.publish(std::make_shared<const Settings>(forFriends()));
    f.store.host(hashOf('a'), 0);
    const std::string key(40, 'a');
    const Asker from{ip(asker.constData()), ip(local.constData())};
    AnnounceRequest request;
    request.infoHash = hashOf('a');
    request.port = 1;
    request.passkey = key;
    const auto result = f.service.announce(request, from, f.now, 50, false);
    QCOMPARE(result.has_value(), expected);
    if (!result)
        QVERIFY(result.error() == kPasskeyRefused); // as for any wrong key
    QCOMPARE(f.service.checkScrape(key, from).has_value(), expected);
}

void OwnComputerTest::whoComesThroughAProxyOfThisComputerIsElsewhere() {
    const auto loopback = ip("127.0.0.1");
    QVERIFY((Asker{loopback, loopback}).isOwnComputer());
    QVERIFY(!(Asker{ip("8.8.4.4"), loopback, true}).isOwnComputer());
    QVERIFY(!(Asker{loopback, loopback, true}).isOwnComputer()); // so it was told
}

QTEST_GUILESS_MAIN(OwnComputerTest)
#include "own_computer_test.moc"
