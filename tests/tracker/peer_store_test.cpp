// Swarms: who is in, who is counted, who is forgotten.
#include "tracker/peer_store_fixture.h"
#include "tracker/swarm/peer_store.h"
#include "tracker/swarm/sweeper.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;
using std::chrono::seconds;

class PeerStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneAddressWithManyPortsIsManyPeers();
    void repeatedAnnouncesAreOnePeer();
    void stoppedPeersAreGoneAtOnce();
    void stoppingCreatesNothing();
    void completionsCountOncePerPeer();
    void pausedPeersAreLeechersThatWantNothing();
    void silentPeersExpireAndEmptySwarmsVanish();
    void announcingKeepsAPeerAlive();
    void sweepingInSlicesReachesEveryPeer();
    void hostedModeKeepsStrangersOut();
    void unhostingForgetsTheSwarm();
    void totalsFollowEveryChange();
    void largeSwarmsAgreeWithAModel();
    void largeSwarmsGiveTheirMemoryBack();
    void peersThatMayNotBeAddedAreNot();
    void timeoutsMayChangeWhilePeersAreThere();
    void visitedPeersCanBeRestored();
};

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
