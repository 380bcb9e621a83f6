// Connection ids: who may use one, and for how long.
#include "tracker/wire/connection_id.h"

#include "tracker/random.h"
#include "tracker/wire/udp_packets.h"

#include <QtTest>

#include <set>

using namespace essaim;
using namespace essaim::tracker;
using std::chrono::seconds;

namespace {

const IpAddress kClient = IpAddress::v4(203, 0, 113, 5);
const ConnectionIds kIds(SipKey{11, 22});

} // namespace

class ConnectionIdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anIdIsGoodForTwoMinutesAndNotForFour();
    void anIdIsBoundToItsAddress();
    void idsChangeWithTimeAndAddress();
    void anotherKeyRefusesIt();
    void everyFlippedBitIsRefused();
    void guessesAreRefused();
    void anIdOfTheNextMomentIsAccepted();
    void itWorksWhereTheSlotCounterWraps();
    void keysTakeTurnsAndAreRenewed();
    void theLifetimeCanBeLonger();
};

void ConnectionIdTest::anIdIsGoodForTwoMinutesAndNotForFour() {
    for (int start = 1000; start < 1010; ++start) { // every place inside a slot
        const auto id = kIds.make(kClient, seconds(start));
        for (const int age : {0, 1, 60, 119})
            QVERIFY2(kIds.accepts(id, kClient, seconds(start + age)), qPrintable(QString::number(age)));
        for (const int age : {125, 240, 3600, 4 * 65536})
            QVERIFY2(!kIds.accepts(id, kClient, seconds(start + age)), qPrintable(QString::number(age)));
    }
}

void ConnectionIdTest::anIdIsBoundToItsAddress() {
    const auto id = kIds.make(kClient, seconds(1000));
    QVERIFY(!kIds.accepts(id, IpAddress::v4(203, 0, 113, 6), seconds(1000)));
    // The IPv6 address with the same first bytes is another one.
    std::array<std::uint8_t, 16> bytes = kClient.bytes();
    QVERIFY(!kIds.accepts(id, IpAddress::v6(bytes), seconds(1000)));
}

void ConnectionIdTest::idsChangeWithTimeAndAddress() {
    std::set<std::uint64_t> seen;
    for (std::uint8_t host = 0; host < 100; ++host)
        for (int slot = 0; slot < 100; ++slot)
            seen.insert(kIds.make(IpAddress::v4(10, 0, 0, host), ConnectionIds::kSlot * slot) & 0xffff'ffff'ffff);
    QCOMPARE(seen.size(), std::size_t{10'000}); // the authenticated part alone never repeats
    QVERIFY(!seen.contains(kUdpProtocolMagic));
}

void ConnectionIdTest::anotherKeyRefusesIt() {
    const ConnectionIds other(SipKey{11, 23});
    QVERIFY(!other.accepts(kIds.make(kClient, seconds(1000)), kClient, seconds(1000)));
}

void ConnectionIdTest::everyFlippedBitIsRefused() {
    const auto id = kIds.make(kClient, seconds(1000));
    for (int bit = 0; bit < 64; ++bit)
        QVERIFY2(!kIds.accepts(id ^ std::uint64_t{1} << bit, kClient, seconds(1000)), qPrintable(QString::number(bit)));
}

void ConnectionIdTest::guessesAreRefused() {
    Random random(1);
    for (int i = 0; i < 1'000'000; ++i) {
        if (kIds.accepts(random.next(), kClient, seconds(1000)))
            QFAIL("a random id was accepted");
    }
    QVERIFY(!kIds.accepts(0, kClient, seconds(0)));
    QVERIFY(!kIds.accepts(kUdpProtocolMagic, kClient, seconds(1000)));
}

void ConnectionIdTest::anIdOfTheNextMomentIsAccepted() {
    QVERIFY(kIds.accepts(kIds.make(kClient, seconds(1004)), kClient, seconds(1003)));
    QVERIFY(!kIds.accepts(kIds.make(kClient, seconds(1012)), kClient, seconds(1003)));
}

void ConnectionIdTest::itWorksWhereTheSlotCounterWraps() {
    const auto wrap = ConnectionIds::kSlot * 65536;
    const auto id = kIds.make(kClient, wrap - seconds(1));
    QVERIFY(kIds.accepts(id, kClient, wrap + seconds(100)));
    QVERIFY(!kIds.accepts(id, kClient, wrap + seconds(240)));
}

void ConnectionIdTest::keysTakeTurnsAndAreRenewed() {
    const auto epoch = ConnectionIds::kSlot * ConnectionIds::kSlotsPerEpoch;
    ConnectionIds ids(SipKey{1, 2}, SipKey{3, 4});
    const ConnectionIds untouched(SipKey{1, 2}, SipKey{3, 4});
    // Nobody loses an id where the keys change.
    const auto id = ids.make(kClient, epoch - seconds(1));
    QVERIFY(ids.accepts(id, kClient, epoch + seconds(100)));
    QVERIFY(ids.make(kClient, seconds(0)) != ids.make(kClient, 2 * epoch)); // same key, another moment
    ids.renewKeys(seconds(10)); // too early: the key of the epoch before might still be needed
    QCOMPARE(ids.make(kClient, epoch), untouched.make(kClient, epoch));
    ids.renewKeys(epoch - seconds(100));
    QVERIFY(ids.make(kClient, epoch) != untouched.make(kClient, epoch));
    QCOMPARE(ids.make(kClient, seconds(0)), untouched.make(kClient, seconds(0)));
    const auto renewed = ids.make(kClient, epoch);
    ids.renewKeys(epoch - seconds(50)); // once is enough
    QCOMPARE(ids.make(kClient, epoch), renewed);
}

void ConnectionIdTest::theLifetimeCanBeLonger() {
    ConnectionIds ids(SipKey{1, 2});
    ids.setLifetime(seconds(600));
    const auto id = ids.make(kClient, seconds(1000));
    QVERIFY(ids.accepts(id, kClient, seconds(1599)));
    QVERIFY(!ids.accepts(id, kClient, seconds(1610)));
    ids.setLifetime(seconds(1)); // nonsense is brought into range
    QVERIFY(ids.accepts(id, kClient, seconds(1059)));
    QVERIFY(!ids.accepts(id, kClient, seconds(1070)));
}

QTEST_GUILESS_MAIN(ConnectionIdTest)
#include "connection_id_test.moc"
