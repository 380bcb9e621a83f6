// A store at its limits: newcomers are served, whoever they crowd out, and memory stays bounded.
#include "tracker/swarm/peer_store.h"
#include "tracker/swarm/sweeper.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;
using std::chrono::seconds;

namespace {

Endpoint peer(std::uint32_t number) {
    return {IpAddress::v4(0x08000000 + number), 6881};
}

Sha1Hash hashOf(std::uint32_t number) {
    Sha1Hash hash;
    for (std::size_t i = 0; i < hash.bytes.size(); ++i)
        hash.bytes[i] = static_cast<std::uint8_t>(number >> (8 * (i % 4)));
    return hash;
}

struct Fixture {
    Clock::Monotonic now{seconds(1000)};
    PeerStore store{now, SipKey{1, 2}};
    Random random{42};
    SwarmCounts counts;
    CompactPeers peers;

    StoreOutcome announce(const Endpoint& from, std::uint32_t torrent, bool isStopped = false) {
        StoreAnnounce request;
        request.infoHash = hashOf(torrent);
        request.update = {from, false, false, false, 0};
        request.isStopped = isStopped;
        request.onlyHosted = false;
        request.selection = {
            50, false, from, from.address.isV6(), {from.address, IpAddress::v4(8, 8, 8, 8), std::nullopt}, {}};
        return store.announce(request, now, random, counts, peers);
    }
    void fill(std::uint32_t torrent, std::uint32_t first, std::uint32_t count) {
        for (std::uint32_t i = 0; i < count; ++i)
            QCOMPARE(announce(peer(first + i), torrent), StoreOutcome::Ok);
    }
    /// A look at everything, as happens once a minute: the store learns which swarms are large.
    void sweep() { Sweeper(store).sweepAll(now, seconds(2700)); }
};

constexpr std::size_t kShareOfAShard = 64; ///< what a store may hold beyond its bound, in small stores

} // namespace

class FullStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFloodOfTorrentsIsServedInBoundedMemoryAndLeavesSwarmsAlone();
    void whoWasSilentForLongestGivesWay();
    void hostedTorrentsNeverGiveWay();
    void aFloodOfPeersCrowdsOutItselfOnly();
    void aLargeSwarmMakesRoomForSmallOnes();
    void thoseWhoAreThereGoOn();
    void lowerLimitsTakeEffect();
    void swarmsOfSomeSizeDoNotShutTheStore();
    void aStoreWithoutAnythingToGiveRefuses();
};

void FullStoreTest::aFloodOfTorrentsIsServedInBoundedMemoryAndLeavesSwarmsAlone() {
    Fixture f;
    f.store.setLimits({5000, 1'000'000});
    for (std::uint32_t honest = 0; honest < 100; ++honest)
        f.fill(honest, 1000 * honest, 6);
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        QCOMPARE(f.announce(peer(1'000'000 + i), 1'000'000 + i), StoreOutcome::Ok);
        QCOMPARE(f.counts.leechers, 1U);
    }
    QVERIFY(f.store.totals().swarms <= 5000 + kShareOfAShard);
    for (std::uint32_t honest = 0; honest < 100; ++honest)
        QCOMPARE(f.store.counts(hashOf(honest)).leechers, 6U);
    f.fill(200, 500'000, 20); // a newcomer while the store is full
    QCOMPARE(f.counts.leechers, 20U);
}

void FullStoreTest::whoWasSilentForLongestGivesWay() {
    Fixture f;
    f.store.setLimits({1000, 1'000'000});
    for (std::uint32_t old = 0; old < 900; ++old)
        f.announce(peer(old), old);
    f.now += seconds(1500);
    for (std::uint32_t fresh = 10'000; fresh < 10'100; ++fresh)
        f.announce(peer(fresh), fresh);
    for (std::uint32_t newcomer = 20'000; newcomer < 20'200; ++newcomer)
        f.announce(peer(newcomer), newcomer);
    std::uint32_t stayed = 0;
    for (std::uint32_t fresh = 10'000; fresh < 10'100; ++fresh)
        stayed += f.store.counts(hashOf(fresh)).leechers;
    QVERIFY2(stayed >= 95, qPrintable(QString::number(stayed)));
}

void FullStoreTest::hostedTorrentsNeverGiveWay() {
    Fixture f;
    f.store.setLimits({2000, 1'000'000});
    for (std::uint32_t hosted = 0; hosted < 1000; ++hosted)
        f.store.host(hashOf(hosted), 7);
    for (std::uint32_t i = 0; i < 10'000; ++i)
        QCOMPARE(f.announce(peer(i), 10'000 + i), StoreOutcome::Ok);
    for (std::uint32_t hosted = 0; hosted < 1000; ++hosted)
        QCOMPARE(f.store.counts(hashOf(hosted)).completed, 7U);
}

void FullStoreTest::aFloodOfPeersCrowdsOutItselfOnly() {
    Fixture f;
    f.store.setLimits({1'000'000, 20'000});
    for (std::uint32_t honest = 0; honest < 200; ++honest)
        f.fill(honest, 1000 * honest, 20);
    f.fill(999, 1'000'000, 40'000);
    QVERIFY(f.store.totals().peers <= 20'000 + kShareOfAShard);
    for (std::uint32_t honest = 0; honest < 200; ++honest)
        QCOMPARE(f.store.counts(hashOf(honest)).leechers, 20U);
}

void FullStoreTest::aLargeSwarmMakesRoomForSmallOnes() {
    Fixture f;
    f.store.setLimits({1'000'000, 20'000});
    f.fill(99'999, 1'000'000, 20'000);
    f.sweep();
    for (std::uint32_t newcomer = 0; newcomer < 1000; ++newcomer)
        f.fill(newcomer, 100 * newcomer, 3);
    f.store.trim(f.now, f.random);
    QVERIFY(f.store.totals().peers <= 20'000);
    for (std::uint32_t newcomer = 0; newcomer < 1000; ++newcomer)
        QCOMPARE(f.store.counts(hashOf(newcomer)).leechers, 3U);
    QCOMPARE(f.store.counts(hashOf(99'999)).leechers, 17'000U);
}

void FullStoreTest::thoseWhoAreThereGoOn() {
    Fixture f;
    f.store.setLimits({10, 100});
    f.fill(1, 0, 100);
    f.fill(1, 0, 100);
    QCOMPARE(f.store.totals().peers, 100U);
    QCOMPARE(f.announce(peer(5), 1, true), StoreOutcome::Ok);
    QCOMPARE(f.announce(peer(200), 1), StoreOutcome::Ok);
    QCOMPARE(f.store.totals().peers, 100U);
}

void FullStoreTest::lowerLimitsTakeEffect() {
    Fixture f;
    f.fill(1, 0, 5000);
    for (std::uint32_t i = 0; i < 2000; ++i)
        f.announce(peer(i), 1000 + i);
    f.sweep();
    f.store.setLimits({100, 1000});
    f.store.trim(f.now, f.random);
    QVERIFY(f.store.totals().swarms <= 100);
    QVERIFY(f.store.totals().peers <= 1000);
    QCOMPARE(f.announce(peer(1), 1), StoreOutcome::Ok);
}

/// Whoever fills it with swarms of middling size, each too large to give way at once, shuts it for nobody.
void FullStoreTest::swarmsOfSomeSizeDoNotShutTheStore() {
    for (const StoreLimits& limits : {StoreLimits{1000, 1'000'000}, StoreLimits{1'000'000, 20'000}}) {
        Fixture f;
        f.store.setLimits(limits);
        for (std::uint32_t flood = 0; flood < 1000; ++flood)
            f.fill(10'000 + flood, 20 * flood, 20);
        for (std::uint32_t newcomer = 0; newcomer < 100; ++newcomer) {
            f.fill(newcomer, 1'000'000 + 10 * newcomer, 10);
            QCOMPARE(f.counts.leechers, 10U);
        }
        f.store.trim(f.now, f.random);
        QVERIFY(f.store.totals().swarms <= limits.maxSwarms);
        QVERIFY(f.store.totals().peers <= limits.maxPeers);
    }
}

void FullStoreTest::aStoreWithoutAnythingToGiveRefuses() {
    Fixture f;
    for (std::uint32_t hosted = 0; hosted < 2000; ++hosted)
        f.store.host(hashOf(hosted), 0);
    f.store.setLimits({1, 1'000'000});
    QCOMPARE(f.announce(peer(1), 5000), StoreOutcome::Full);
    QCOMPARE(f.announce(peer(1), 7), StoreOutcome::Ok);
}

QTEST_GUILESS_MAIN(FullStoreTest)
#include "full_store_test.moc"
