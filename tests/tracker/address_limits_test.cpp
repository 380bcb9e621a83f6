// How much one address may ask for.
#include "tracker/access/address_limits.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;
using std::chrono::seconds;

namespace {

const IpAddress kOne = IpAddress::v4(9, 9, 9, 1);
const Clock::Monotonic kStart{seconds(100'000)};

int taken(AddressLimits& limits, const IpAddress& address, const FlowLimit& limit, Clock::Monotonic now, int tries) {
    int count = 0;
    for (int i = 0; i < tries; ++i)
        count += limits.takeRequest(address, limit, now) ? 1 : 0;
    return count;
}

} // namespace

class AddressLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBurstIsTakenAndThenTheSteadyRate();
    void withoutALimitEverythingIsTaken();
    void addressesAndPurposesAreCountedApart();
    void aHomeWithManyIpv6AddressesIsOne();
    void aFloodOfAddressesForgetsInsteadOfGrowing();
};

void AddressLimitsTest::aBurstIsTakenAndThenTheSteadyRate() {
    AddressLimits limits;
    const FlowLimit limit{100, seconds(10)};
    QCOMPARE(taken(limits, kOne, limit, kStart, 500), 100);
    QCOMPARE(taken(limits, kOne, limit, kStart + seconds(1), 500), 10);
    QCOMPARE(taken(limits, kOne, limit, kStart + seconds(60), 500), 100);
}

void AddressLimitsTest::withoutALimitEverythingIsTaken() {
    AddressLimits limits;
    QCOMPARE(taken(limits, kOne, {}, kStart, 500), 500);
}

void AddressLimitsTest::addressesAndPurposesAreCountedApart() {
    AddressLimits limits;
    const FlowLimit limit{5, seconds(10)};
    QCOMPARE(taken(limits, kOne, limit, kStart, 9), 5);
    QCOMPARE(taken(limits, IpAddress::v4(9, 9, 9, 2), limit, kStart, 9), 5);
    QVERIFY(limits.takePeer(kOne, limit, kStart));
}

void AddressLimitsTest::aHomeWithManyIpv6AddressesIsOne() {
    AddressLimits limits;
    const FlowLimit limit{5, seconds(10)};
    QCOMPARE(taken(limits, IpAddress::parse("2600:db8::1").value(), limit, kStart, 4), 4);
    QCOMPARE(taken(limits, IpAddress::parse("2600:db8::ffff:2").value(), limit, kStart, 4), 1);
    QCOMPARE(taken(limits, IpAddress::parse("2600:db8:0:1::2").value(), limit, kStart, 4), 4);
}

void AddressLimitsTest::aFloodOfAddressesForgetsInsteadOfGrowing() {
    AddressLimits limits;
    const FlowLimit limit{1, seconds(10)};
    for (std::uint32_t i = 0; i < 300'000; ++i)
        QVERIFY(taken(limits, IpAddress::v4(i), limit, kStart, 1) >= 0);
    QCOMPARE(taken(limits, kOne, limit, kStart, 3), 1);
}

QTEST_GUILESS_MAIN(AddressLimitsTest)
#include "address_limits_test.moc"
