// Swarms: who is handed out to whom.
#include "tracker/peer_store_fixture.h"
#include "tracker/swarm/peer_store.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;
using std::chrono::seconds;

class PeerAnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnnouncerIsCountedButNotHandedToItself();
    void seedsGetNoSeeds();
    void everyPeerIsHandedOutEquallyOften_data();
    void everyPeerIsHandedOutEquallyOften();
    void answersOfASwarmAreMixedDifferently();
    void answersHoldNoDuplicates();
    void wantedNumbersAreKept();
    void bothFamiliesShareAnAnswer();
    void udpAnswersStayInTheirFamily();
    void unreachablePeersAreLeftOut();
    void twoWaysToOneComputerAreOnePeer();
    void theOwnNetworkIsPreferredButNotAlone();
};

void PeerAnswersTest::theAnnouncerIsCountedButNotHandedToItself() {
    Fixture f;
    const auto first = f.announce(worldPeer(1));
    QVERIFY(first.peers.empty());
    QCOMPARE(first.counts.leechers, 1U);
    const auto second = f.announce(worldPeer(2));
    QVERIFY((second.peers == std::vector{worldPeer(1)}));
    QVERIFY((f.announce(worldPeer(1)).peers == std::vector{worldPeer(2)}));
}

void PeerAnswersTest::seedsGetNoSeeds() {
    Fixture f;
    for (std::uint32_t i = 0; i < 100; ++i)
        f.announce(worldPeer(i), {.left = 0});
    f.announce(worldPeer(200));
    const auto answer = f.announce(worldPeer(0), {.left = 0});
    QVERIFY((answer.peers == std::vector{worldPeer(200)}));
    QCOMPARE(answer.counts.seeds, 100U);
}

void PeerAnswersTest::everyPeerIsHandedOutEquallyOften_data() {
    QTest::addColumn<quint32>("swarm");
    QTest::addColumn<quint32>("want");
    QTest::newRow("500 peers, 50 wanted") << 500U << 50U;
    QTest::newRow("500 peers, 7 wanted") << 500U << 7U;
    QTest::newRow("90 peers, 50 wanted") << 90U << 50U;
    QTest::newRow("200 peers, 50 wanted") << 200U << 50U;
    QTest::newRow("50 peers, 30 wanted") << 50U << 30U;
    QTest::newRow("50 peers, 1 wanted") << 50U << 1U;
    QTest::newRow("12 peers, 5 wanted") << 12U << 5U;
}

void PeerAnswersTest::everyPeerIsHandedOutEquallyOften() {
    QFETCH(quint32, swarm);
    QFETCH(quint32, want);
    Fixture f;
    for (std::uint32_t i = 0; i < swarm; ++i)
        f.announce(worldPeer(i), {.left = i % 2, .want = 0});
    const auto asker = worldPeer(100'000);
    f.announce(asker, {.want = 0});
    std::map<Endpoint, int> handedOut;
    constexpr int kAnswers = 2000;
    for (int i = 0; i < kAnswers; ++i) {
        const auto answer = f.announce(asker, {.want = want});
        QCOMPARE(answer.peers.size(), std::size_t{want});
        for (const auto& peer : answer.peers)
            ++handedOut[peer];
    }
    QCOMPARE(handedOut.size(), std::size_t{swarm});
    const double expected = double(kAnswers) * want / swarm;
    double chiSquare = 0;
    for (const auto& [peer, count] : handedOut)
        chiSquare += (count - expected) * (count - expected) / expected;
    // Mean swarm-1, standard deviation sqrt(2 swarm), if every peer is equally likely; five deviations allowed.
    QVERIFY2(chiSquare < swarm + 5 * std::sqrt(2.0 * swarm), qPrintable(QString::number(chiSquare)));
}

void PeerAnswersTest::answersOfASwarmAreMixedDifferently() {
    Fixture f;
    constexpr std::uint32_t kSwarm = 100;
    for (std::uint32_t i = 0; i < kSwarm; ++i)
        f.announce(worldPeer(i), {.want = 0});
    // Two who came long after each other meet in an answer too, and hardly an answer is as another.
    int together = 0;
    std::set<std::set<Endpoint>> answers;
    for (int i = 0; i < 1000; ++i) {
        const auto peers = f.announce(worldPeer(0), {.want = 25}).peers;
        const std::set<Endpoint> answer(peers.begin(), peers.end());
        together += answer.contains(worldPeer(40)) && answer.contains(worldPeer(75)) ? 1 : 0;
        answers.insert(answer);
    }
    QVERIFY2(answers.size() > 950, qPrintable(QString::number(answers.size())));
    QVERIFY2(together > 25, qPrintable(QString::number(together)));
}

void PeerAnswersTest::answersHoldNoDuplicates() {
    Fixture f;
    for (std::uint32_t i = 0; i < 300; ++i)
        f.announce(worldPeer(i));
    for (std::uint32_t i = 0; i < 300; ++i) {
        const auto answer = f.announce(worldPeer(i), {.want = 200});
        QCOMPARE(std::set<Endpoint>(answer.peers.begin(), answer.peers.end()).size(), answer.peers.size());
        QVERIFY(std::ranges::find(answer.peers, worldPeer(i)) == answer.peers.end());
    }
}

void PeerAnswersTest::wantedNumbersAreKept() {
    Fixture f;
    for (std::uint32_t i = 0; i < 100; ++i)
        f.announce(worldPeer(i));
    QVERIFY(f.announce(worldPeer(0), {.want = 0}).peers.empty());
    QCOMPARE(f.announce(worldPeer(0), {.want = 1}).peers.size(), std::size_t{1});
    QCOMPARE(f.announce(worldPeer(0), {.want = 98}).peers.size(), std::size_t{98});
    QCOMPARE(f.announce(worldPeer(0), {.want = 99}).peers.size(), std::size_t{99});
    QCOMPARE(f.announce(worldPeer(0), {.want = 200}).peers.size(), std::size_t{99});
}

void PeerAnswersTest::bothFamiliesShareAnAnswer() {
    Fixture f;
    for (std::uint32_t i = 0; i < 1000; ++i)
        f.announce(worldPeer(i), {.want = 0});
    for (std::uint8_t i = 1; i < 100; ++i)
        f.announce(worldPeerV6(i), {.want = 0});
    const auto isV6 = [](const Endpoint& peer) { return peer.address.isV6(); };
    for (const auto& asker : {worldPeer(1), worldPeerV6(1)}) {
        const auto answer = f.announce(asker, {.want = 40});
        QCOMPARE(answer.peers.size(), std::size_t{40});
        const auto six = std::ranges::count_if(answer.peers, isV6);
        QVERIFY2(six >= 10 && six <= 30, qPrintable(QString::number(six)));
    }
    // Where one family has few, the other fills up.
    Fixture g;
    g.announce(worldPeerV6(1));
    for (std::uint32_t i = 0; i < 100; ++i)
        g.announce(worldPeer(i), {.want = 0});
    QCOMPARE(g.announce(worldPeer(1), {.want = 40}).peers.size(), std::size_t{40});
}

void PeerAnswersTest::udpAnswersStayInTheirFamily() {
    Fixture f;
    f.announce(worldPeer(1));
    f.announce(worldPeerV6(1));
    QVERIFY((f.announce(worldPeer(2), {.bothFamilies = false}).peers == std::vector{worldPeer(1)}));
    QVERIFY((f.announce(worldPeerV6(2), {.bothFamilies = false}).peers == std::vector{worldPeerV6(1)}));
}

void PeerAnswersTest::unreachablePeersAreLeftOut() {
    Fixture f; // reached through 8.8.8.8, no external address known
    f.announce({IpAddress::v4(192, 168, 1, 20), 1});
    f.announce({IpAddress::v4(169, 254, 1, 20), 2});
    f.announce({IpAddress::v4(127, 0, 0, 1), 3});
    const auto answer = f.announce(worldPeer(1));
    QCOMPARE(answer.counts.leechers, 4U);
    QVERIFY((answer.peers == std::vector<Endpoint>{{IpAddress::v4(8, 8, 8, 8), 3}}));
}

void PeerAnswersTest::twoWaysToOneComputerAreOnePeer() {
    Fixture f;
    f.announce({IpAddress::v4(127, 0, 0, 1), 3});
    f.announce({IpAddress::v4(8, 8, 8, 8), 3}); // the same client, announcing from its public address too
    for (int i = 0; i < 20; ++i)                // in either order
        QVERIFY((f.announce(worldPeer(1)).peers == std::vector<Endpoint>{{IpAddress::v4(8, 8, 8, 8), 3}}));
    QVERIFY(f.announce({IpAddress::v4(8, 8, 8, 8), 3}).peers == std::vector{worldPeer(1)}); // never itself
}

void PeerAnswersTest::theOwnNetworkIsPreferredButNotAlone() {
    Fixture f;
    // One in three stands in 8.1/16.
    for (std::uint32_t i = 0; i < 900; ++i)
        f.announce(worldPeer(i % 3 == 0 ? 0x10000 + i : i), {.want = 0});
    const auto isNear = [](const IpAddress& address) { return address.toV4() >> 16 == 0x0801; };
    const auto nearOnes = [&](const std::vector<Endpoint>& peers) {
        return std::ranges::count_if(peers, [&](const Endpoint& peer) { return isNear(peer.address); });
    };
    std::int64_t sum = 0;
    for (int i = 0; i < 50; ++i) {
        const auto answer = f.announce(worldPeer(0x10000), {.want = 40, .isNear = isNear});
        QCOMPARE(answer.peers.size(), std::size_t{40});
        QCOMPARE(std::set<Endpoint>(answer.peers.begin(), answer.peers.end()).size(), std::size_t{40});
        QVERIFY(nearOnes(answer.peers) <= 30); // a quarter comes from elsewhere
        sum += nearOnes(answer.peers);
    }
    QVERIFY2(sum > 50 * 27, qPrintable(QString::number(sum)));
    // Where there is nobody else, the own network fills the answer, and the other way round.
    QCOMPARE(f.announce(worldPeer(1), {.want = 40, .isNear = [](const IpAddress&) { return true; }}).peers.size(), 40U);
    QCOMPARE(
        f.announce(worldPeer(1), {.want = 40, .isNear = [](const IpAddress&) { return false; }}).peers.size(), 40U);
}

QTEST_GUILESS_MAIN(PeerAnswersTest)
#include "peer_answers_test.moc"
