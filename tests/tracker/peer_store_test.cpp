// Swarms: who is in, who is handed out, who is forgotten.
#include "tracker/swarm/peer_store.h"
#include "tracker/swarm/sweeper.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace essaim;
using namespace essaim::tracker;
using std::chrono::seconds;

namespace {

constexpr std::uint64_t kLeft = 1;

Endpoint worldPeer(std::uint32_t number) {
    return {IpAddress::v4(0x08000000 + number), 6881};
}

Endpoint worldPeerV6(std::uint8_t number) {
    auto bytes = IpAddress::parse("2606:4700::").value().bytes();
    bytes[15] = number;
    return {IpAddress::v6(bytes), 6881};
}

Sha1Hash hashOf(std::uint8_t fill) {
    Sha1Hash hash;
    hash.bytes.fill(fill);
    return hash;
}

struct Answer {
    StoreOutcome outcome = StoreOutcome::Ok;
    SwarmCounts counts;
    std::vector<Endpoint> peers;
};

struct Says {
    std::uint64_t left = kLeft;
    bool completed = false;
    bool stopped = false;
    bool paused = false;
    std::uint32_t want = 50;
    std::uint8_t torrent = 1;
    bool onlyHosted = false;
    bool bothFamilies = true;
    bool mayAdd = true;
    std::function<bool(const IpAddress&)> isNear{};
};

/// A store with a clock that only moves when told.
struct Fixture {
    Clock::Monotonic now{seconds(1000)};
    PeerStore store{now, SipKey{1, 2}};
    Random random{42};
    CompactPeers peers;

    Answer announce(const Endpoint& peer, const Says& says = {}) {
        Answer answer;
        StoreAnnounce request;
        request.infoHash = hashOf(says.torrent);
        request.update = {peer, says.left == 0, says.paused, says.completed, 0};
        request.mayAdd = says.mayAdd;
        request.isStopped = says.stopped;
        request.onlyHosted = says.onlyHosted;
        request.bothFamilies = says.bothFamilies;
        request.selection = {
            says.want, says.left == 0, peer, {peer.address, IpAddress::v4(8, 8, 8, 8), std::nullopt}, says.isNear};
        answer.outcome = store.announce(request, now, random, answer.counts, peers);
        for (std::size_t i = 0; i < peers.v4().size() / CompactPeers::kV4Size; ++i)
            answer.peers.push_back(peers.v4At(i));
        for (std::size_t i = 0; i < peers.v6().size() / CompactPeers::kV6Size; ++i)
            answer.peers.push_back(peers.v6At(i));
        return answer;
    }
};

} // namespace

class PeerStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnnouncerIsCountedButNotHandedToItself();
    void seedsGetNoSeeds();
    void oneAddressWithManyPortsIsManyPeers();
    void repeatedAnnouncesAreOnePeer();
    void stoppedPeersAreGoneAtOnce();
    void stoppingCreatesNothing();
    void completionsCountOncePerPeer();
    void pausedPeersAreLeechersThatWantNothing();
    void silentPeersExpireAndEmptySwarmsVanish();
    void announcingKeepsAPeerAlive();
    void sweepingInSlicesReachesEveryPeer();
    void everyPeerIsHandedOutEquallyOften_data();
    void everyPeerIsHandedOutEquallyOften();
    void answersOfASwarmAreMixedDifferently();
    void answersHoldNoDuplicates();
    void wantedNumbersAreKept();
    void bothFamiliesShareAnAnswer();
    void udpAnswersStayInTheirFamily();
    void unreachablePeersAreLeftOut();
    void twoWaysToOneComputerAreOnePeer();
    void hostedModeKeepsStrangersOut();
    void unhostingForgetsTheSwarm();
    void totalsFollowEveryChange();
    void largeSwarmsAgreeWithAModel();
    void largeSwarmsGiveTheirMemoryBack();
    void peersThatMayNotBeAddedAreNot();
    void theOwnNetworkIsPreferredButNotAlone();
    void timeoutsMayChangeWhilePeersAreThere();
    void visitedPeersCanBeRestored();
};

void PeerStoreTest::theAnnouncerIsCountedButNotHandedToItself() {
    Fixture f;
    const auto first = f.announce(worldPeer(1));
    QVERIFY(first.peers.empty());
    QCOMPARE(first.counts.leechers, 1U);
    const auto second = f.announce(worldPeer(2));
    QVERIFY((second.peers == std::vector{worldPeer(1)}));
    QVERIFY((f.announce(worldPeer(1)).peers == std::vector{worldPeer(2)}));
}

void PeerStoreTest::seedsGetNoSeeds() {
    Fixture f;
    for (std::uint32_t i = 0; i < 100; ++i)
        f.announce(worldPeer(i), {.left = 0});
    f.announce(worldPeer(200));
    const auto answer = f.announce(worldPeer(0), {.left = 0});
    QVERIFY((answer.peers == std::vector{worldPeer(200)}));
    QCOMPARE(answer.counts.seeds, 100U);
}

void PeerStoreTest::oneAddressWithManyPortsIsManyPeers() {
    Fixture f;
    for (int port = 1; port <= 1000; ++port)
        f.announce({IpAddress::v4(8, 0, 0, 1), static_cast<std::uint16_t>(port)});
    QCOMPARE(f.store.counts(hashOf(1)).leechers, 1000U);
    QCOMPARE(f.announce({IpAddress::v4(8, 0, 0, 1), 1}, {.want = 2000}).peers.size(), std::size_t{999});
}

void PeerStoreTest::repeatedAnnouncesAreOnePeer() {
    Fixture f;
    for (int i = 0; i < 3; ++i)
        f.announce(worldPeer(1), {.left = 0, .completed = true});
    QVERIFY((f.store.counts(hashOf(1)) == SwarmCounts{1, 0, 0, 1}));
}

void PeerStoreTest::stoppedPeersAreGoneAtOnce() {
    Fixture f;
    f.announce(worldPeer(1));
    f.announce(worldPeer(2));
    const auto bye = f.announce(worldPeer(1), {.stopped = true});
    QVERIFY(bye.peers.empty());
    QCOMPARE(bye.counts.leechers, 1U);
    QVERIFY(f.announce(worldPeer(2)).peers.empty());
}

void PeerStoreTest::stoppingCreatesNothing() {
    Fixture f;
    QCOMPARE(f.announce(worldPeer(1), {.stopped = true}).outcome, StoreOutcome::Ok);
    QCOMPARE(f.announce(worldPeer(1), {.stopped = true, .onlyHosted = true}).outcome, StoreOutcome::Ok);
    QCOMPARE(f.store.totals().swarms, 0U);
    f.announce(worldPeer(2));
    f.announce(worldPeer(1), {.stopped = true});
    QCOMPARE(f.store.totals().peers, 1U);
}

void PeerStoreTest::completionsCountOncePerPeer() {
    Fixture f;
    const auto completed = [&] { return f.store.counts(hashOf(1)).completed; };
    f.announce(worldPeer(1), {.left = 0}); // arrives as a seed
    QCOMPARE(completed(), 0U);
    f.announce(worldPeer(1), {.left = 0, .completed = true});
    QCOMPARE(completed(), 0U);
    f.announce(worldPeer(2));
    f.announce(worldPeer(2), {.completed = true}); // still has something left
    QCOMPARE(completed(), 0U);
    f.announce(worldPeer(2), {.left = 0}); // without the event
    QCOMPARE(completed(), 0U);
    f.announce(worldPeer(2), {.left = 0, .completed = true});
    QCOMPARE(completed(), 1U);
    f.announce(worldPeer(2)); // found a bad piece
    f.announce(worldPeer(2), {.left = 0, .completed = true});
    QCOMPARE(completed(), 1U);
}

void PeerStoreTest::pausedPeersAreLeechersThatWantNothing() {
    Fixture f;
    f.announce(worldPeer(1), {.paused = true});
    f.announce(worldPeer(2));
    QVERIFY((f.store.counts(hashOf(1)) == SwarmCounts{0, 2, 1, 0}));
    f.announce(worldPeer(1));
    QCOMPARE(f.store.counts(hashOf(1)).paused, 0U);
    f.announce(worldPeer(1), {.paused = true});
    f.announce(worldPeer(1), {.stopped = true});
    QVERIFY((f.store.counts(hashOf(1)) == SwarmCounts{0, 1, 0, 0}));
}

void PeerStoreTest::silentPeersExpireAndEmptySwarmsVanish() {
    Fixture f;
    Sweeper sweeper(f.store);
    f.store.host(hashOf(2), 5);
    f.announce(worldPeer(1), {.torrent = 1});
    f.announce(worldPeerV6(1), {.paused = true, .torrent = 1});
    f.announce(worldPeer(1), {.left = 0, .torrent = 2});
    f.now += seconds(2700);
    sweeper.sweepAll(f.now, seconds(2700));
    QCOMPARE(f.store.totals().peers, 3U);
    f.now += seconds(8);
    sweeper.sweepAll(f.now, seconds(2700));
    QCOMPARE(f.store.totals().peers, 0U);
    QCOMPARE(f.store.totals().seeds, 0U);
    QCOMPARE(f.store.totals().swarms, 1U); // the hosted one stays
    QVERIFY((f.store.counts(hashOf(2)) == SwarmCounts{0, 0, 0, 5}));
}

void PeerStoreTest::announcingKeepsAPeerAlive() {
    Fixture f;
    Sweeper sweeper(f.store);
    for (int hour = 0; hour < 60; ++hour) { // longer than the ticks can count
        f.announce(worldPeer(1));
        f.now += seconds(3600);
        sweeper.sweepAll(f.now, seconds(3700));
        QCOMPARE(f.store.totals().peers, 1U);
    }
}

void PeerStoreTest::sweepingInSlicesReachesEveryPeer() {
    Fixture f;
    for (std::uint32_t i = 0; i < 3000; ++i) {
        f.announce(worldPeer(i), {.want = 0, .torrent = static_cast<std::uint8_t>(i % 50)});
        f.announce(worldPeer(i), {.left = i % 2, .want = 0, .torrent = 77});
    }
    f.now += seconds(100);
    f.announce(worldPeer(9999), {.torrent = 77});
    PeerStore::SweepCursor cursor;
    int slices = 0;
    for (PeerStore::SweepResult result; !result.isThrough; ++slices) {
        result = f.store.sweep(cursor, 10, f.now, seconds(50));
        QVERIFY(result.seen < 500); // never a whole large swarm at once
    }
    QVERIFY2(slices > 100, qPrintable(QString::number(slices)));
    QCOMPARE(f.store.totals().peers, 1U);
    QCOMPARE(f.store.totals().swarms, 1U);
    QVERIFY((f.store.counts(hashOf(77)) == SwarmCounts{0, 1, 0, 0}));
}

void PeerStoreTest::everyPeerIsHandedOutEquallyOften_data() {
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

void PeerStoreTest::everyPeerIsHandedOutEquallyOften() {
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

void PeerStoreTest::answersOfASwarmAreMixedDifferently() {
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

void PeerStoreTest::answersHoldNoDuplicates() {
    Fixture f;
    for (std::uint32_t i = 0; i < 300; ++i)
        f.announce(worldPeer(i));
    for (std::uint32_t i = 0; i < 300; ++i) {
        const auto answer = f.announce(worldPeer(i), {.want = 200});
        QCOMPARE(std::set<Endpoint>(answer.peers.begin(), answer.peers.end()).size(), answer.peers.size());
        QVERIFY(std::ranges::find(answer.peers, worldPeer(i)) == answer.peers.end());
    }
}

void PeerStoreTest::wantedNumbersAreKept() {
    Fixture f;
    for (std::uint32_t i = 0; i < 100; ++i)
        f.announce(worldPeer(i));
    QVERIFY(f.announce(worldPeer(0), {.want = 0}).peers.empty());
    QCOMPARE(f.announce(worldPeer(0), {.want = 1}).peers.size(), std::size_t{1});
    QCOMPARE(f.announce(worldPeer(0), {.want = 98}).peers.size(), std::size_t{98});
    QCOMPARE(f.announce(worldPeer(0), {.want = 99}).peers.size(), std::size_t{99});
    QCOMPARE(f.announce(worldPeer(0), {.want = 200}).peers.size(), std::size_t{99});
}

void PeerStoreTest::bothFamiliesShareAnAnswer() {
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

void PeerStoreTest::udpAnswersStayInTheirFamily() {
    Fixture f;
    f.announce(worldPeer(1));
    f.announce(worldPeerV6(1));
    QVERIFY((f.announce(worldPeer(2), {.bothFamilies = false}).peers == std::vector{worldPeer(1)}));
    QVERIFY((f.announce(worldPeerV6(2), {.bothFamilies = false}).peers == std::vector{worldPeerV6(1)}));
}

void PeerStoreTest::unreachablePeersAreLeftOut() {
    Fixture f; // reached through 8.8.8.8, no external address known
    f.announce({IpAddress::v4(192, 168, 1, 20), 1});
    f.announce({IpAddress::v4(169, 254, 1, 20), 2});
    f.announce({IpAddress::v4(127, 0, 0, 1), 3});
    const auto answer = f.announce(worldPeer(1));
    QCOMPARE(answer.counts.leechers, 4U);
    QVERIFY((answer.peers == std::vector<Endpoint>{{IpAddress::v4(8, 8, 8, 8), 3}}));
}

void PeerStoreTest::twoWaysToOneComputerAreOnePeer() {
    Fixture f;
    f.announce({IpAddress::v4(127, 0, 0, 1), 3});
    f.announce({IpAddress::v4(8, 8, 8, 8), 3}); // the same client, announcing from its public address too
    for (int i = 0; i < 20; ++i)                // in either order
        QVERIFY((f.announce(worldPeer(1)).peers == std::vector<Endpoint>{{IpAddress::v4(8, 8, 8, 8), 3}}));
    QVERIFY(f.announce({IpAddress::v4(8, 8, 8, 8), 3}).peers == std::vector{worldPeer(1)}); // never itself
}

void PeerStoreTest::hostedModeKeepsStrangersOut() {
    Fixture f;
    QCOMPARE(f.announce(worldPeer(1), {.onlyHosted = true}).outcome, StoreOutcome::NotHosted);
    QCOMPARE(f.store.totals().swarms, 0U);
    f.store.host(hashOf(1), 3);
    const auto answer = f.announce(worldPeer(1), {.onlyHosted = true});
    QCOMPARE(answer.outcome, StoreOutcome::Ok);
    QCOMPARE(answer.counts.completed, 3U);
    // A swarm of an open tracker is not hosted by having existed.
    f.announce(worldPeer(1), {.torrent = 2});
    QCOMPARE(f.announce(worldPeer(1), {.torrent = 2, .onlyHosted = true}).outcome, StoreOutcome::NotHosted);
    QCOMPARE(f.store.counts(hashOf(2), true).leechers, 0U);
    QCOMPARE(f.store.counts(hashOf(2), false).leechers, 1U);
}

void PeerStoreTest::unhostingForgetsTheSwarm() {
    Fixture f;
    for (std::uint8_t torrent = 1; torrent <= 200; ++torrent) {
        f.store.host(hashOf(torrent), torrent);
        f.announce(worldPeer(torrent), {.left = 0, .torrent = torrent});
    }
    for (std::uint8_t torrent = 1; torrent <= 200; torrent = static_cast<std::uint8_t>(torrent + 2))
        f.store.unhost(hashOf(torrent));
    f.store.unhost(hashOf(250));
    QCOMPARE(f.store.totals().swarms, 100U);
    QCOMPARE(f.store.totals().peers, 100U);
    QCOMPARE(f.store.totals().seeds, 100U);
    for (std::uint8_t torrent = 1; torrent <= 200; ++torrent)
        QCOMPARE(f.store.counts(hashOf(torrent)).completed, torrent % 2 ? 0U : torrent);
}

void PeerStoreTest::totalsFollowEveryChange() {
    Fixture f;
    Random random(5);
    Sweeper sweeper(f.store);
    for (int step = 0; step < 20'000; ++step) {
        const auto peer = random.below(3) == 0 ? worldPeerV6(static_cast<std::uint8_t>(random.below(40)))
                                               : worldPeer(random.below(40));
        f.announce(
            peer, {.left = random.below(2),
                   .completed = random.below(4) == 0,
                   .stopped = random.below(4) == 0,
                   .paused = random.below(4) == 0,
                   .torrent = static_cast<std::uint8_t>(random.below(20))});
        if (step % 500 == 0)
            sweeper.sweepAll(f.now += seconds(60), seconds(50));
    }
    PeerStore::Totals expected;
    for (std::uint8_t torrent = 0; torrent < 20; ++torrent) {
        const auto counts = f.store.counts(hashOf(torrent));
        QVERIFY(counts.paused <= counts.leechers);
        expected.peers += counts.seeds + counts.leechers;
        expected.seeds += counts.seeds;
    }
    QCOMPARE(f.store.totals().peers, expected.peers);
    QCOMPARE(f.store.totals().seeds, expected.seeds);
    sweeper.sweepAll(f.now + seconds(600), seconds(50));
    QCOMPARE(f.store.totals().peers, 0U);
    QCOMPARE(f.store.totals().swarms, 0U);
}

void PeerStoreTest::largeSwarmsAgreeWithAModel() {
    Fixture f;
    Random random(11);
    struct Known {
        bool isSeed = false;
        bool isPaused = false;
    };
    std::map<Endpoint, Known> model;
    constexpr std::uint32_t kPopulation = 4000;
    // It grows, shrinks and grows again, through every form that a swarm can take.
    for (int step = 0; step < 40'000; ++step) {
        const bool isGrowing = step % 20'000 < 12'000;
        const auto number = random.below(kPopulation);
        const auto peer = number % 5 == 0 ? worldPeerV6(static_cast<std::uint8_t>(number / 5)) : worldPeer(number);
        Says says{.left = random.below(2), .paused = random.below(3) == 0, .want = random.below(40)};
        says.stopped = random.below(8) < (isGrowing ? 1U : 7U);
        const auto answer = f.announce(peer, says);
        if (says.stopped)
            model.erase(peer);
        else
            model[peer] = {says.left == 0, says.paused && says.left != 0};
        const auto leechers = std::ranges::count_if(model, [](const auto& one) { return !one.second.isSeed; });
        QCOMPARE(std::int64_t{answer.counts.leechers}, std::int64_t{leechers});
        QCOMPARE(std::size_t{answer.counts.seeds} + answer.counts.leechers, model.size());
        if (step % 50 == 0) {
            const auto paused = std::ranges::count_if(model, [](const auto& one) { return one.second.isPaused; });
            QCOMPARE(std::int64_t{answer.counts.paused}, std::int64_t{paused});
        }
        for (const auto& other : answer.peers) {
            QVERIFY(other != peer && model.contains(other));
            QVERIFY(says.left != 0 || !model[other].isSeed);
        }
    }
    std::set<Endpoint> all;
    const auto everybody = f.announce(worldPeer(99'999), {.want = 10'000}).peers;
    all.insert(everybody.begin(), everybody.end());
    QCOMPARE(all.size(), model.size());
    for (const auto& [peer, known] : model)
        QVERIFY(all.contains(peer));
}

void PeerStoreTest::largeSwarmsGiveTheirMemoryBack() {
    Fixture f;
    for (std::uint32_t i = 0; i < 5000; ++i)
        f.announce(worldPeer(i), {.left = i % 3, .want = 0});
    for (std::uint32_t i = 0; i < 5000; ++i)
        f.announce(worldPeer(i), {.stopped = true});
    QVERIFY((f.store.counts(hashOf(1)) == SwarmCounts{}));
    QCOMPARE(f.store.totals().peers, 0U);
    Sweeper sweeper(f.store);
    sweeper.sweepAll(f.now, seconds(50));
    QCOMPARE(f.store.totals().swarms, 0U);
}

void PeerStoreTest::peersThatMayNotBeAddedAreNot() {
    Fixture f;
    QCOMPARE(f.announce(worldPeer(1), {.mayAdd = false}).outcome, StoreOutcome::NotAdded);
    QCOMPARE(f.store.totals().swarms, 0U);
    f.announce(worldPeer(1));
    QCOMPARE(f.announce(worldPeer(1), {.left = 0, .mayAdd = false}).outcome, StoreOutcome::Ok);
    QCOMPARE(f.announce(worldPeer(2), {.mayAdd = false}).outcome, StoreOutcome::NotAdded);
    QVERIFY((f.store.counts(hashOf(1)) == SwarmCounts{1, 0, 0, 0}));
}

void PeerStoreTest::theOwnNetworkIsPreferredButNotAlone() {
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

void PeerStoreTest::timeoutsMayChangeWhilePeersAreThere() {
    Fixture f;
    Sweeper sweeper(f.store);
    for (std::uint32_t i = 0; i < 500; ++i)
        f.announce(worldPeer(i), {.want = 0});
    f.now += seconds(100);
    for (const auto timeout : {seconds(30'000), seconds(400), seconds(2700), seconds(120)}) {
        sweeper.sweepAll(f.now, timeout);
        QCOMPARE(f.store.totals().peers, 500U);
    }
    sweeper.sweepAll(f.now + seconds(200), seconds(120));
    QCOMPARE(f.store.totals().peers, 0U);
}

void PeerStoreTest::visitedPeersCanBeRestored() {
    Fixture f;
    for (std::uint32_t i = 0; i < 300; ++i)
        f.announce(worldPeer(i), {.left = i % 2, .paused = i % 7 == 0, .torrent = static_cast<std::uint8_t>(i % 3)});
    for (std::uint8_t i = 1; i < 30; ++i)
        f.announce(worldPeerV6(i), {.torrent = 1});
    f.announce(worldPeer(1), {.left = 0, .completed = true, .torrent = 1});
    f.now += seconds(1000);
    PeerStore other(f.now, SipKey{7, 8});
    Sha1Hash hash;
    std::uint32_t completed = 0;
    const auto visitSwarm = [&](const Sha1Hash& infoHash, std::uint32_t times) {
        hash = infoHash;
        completed = times;
    };
    const auto visitPeer = [&](const StoredPeer& peer) {
        QVERIFY(peer.age >= seconds(1000) && peer.age < seconds(1016));
        QVERIFY(other.restore(hash, completed, peer, false, f.now));
    };
    PeerStore::SweepCursor cursor;
    while (!f.store.visit(cursor, 10, f.now, visitSwarm, visitPeer).isThrough) {
    }
    for (std::uint8_t torrent = 0; torrent < 3; ++torrent)
        QVERIFY(other.counts(hashOf(torrent)) == f.store.counts(hashOf(torrent)));
    Sweeper sweeper(other);
    sweeper.sweepAll(f.now + seconds(800), seconds(2000));
    QCOMPARE(other.totals().peers, f.store.totals().peers);
    sweeper.sweepAll(f.now + seconds(1100), seconds(2000)); // they are as old as they were
    QCOMPARE(other.totals().peers, 0U);
}

QTEST_GUILESS_MAIN(PeerStoreTest)
#include "peer_store_test.moc"
