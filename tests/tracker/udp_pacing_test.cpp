// When the UDP side lets requests gather.
#include "tracker/net/udp_pacing.h"

#include <QtTest>

using namespace essaim::tracker;
using Next = UdpPacing::Next;

class UdpPacingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewRequestsAreAnsweredAtOnce();
    void afterManyItReadsOn();
    void inBetweenItWaits();
    void clientsThatWaitForUsAreNotHeldUp();
    void itTriesAgainLater();
};

void UdpPacingTest::fewRequestsAreAnsweredAtOnce() {
    UdpPacing pacing;
    for (std::size_t count = 0; count < UdpPacing::kFew; ++count)
        QCOMPARE(pacing.after(count), Next::Read);
}

void UdpPacingTest::afterManyItReadsOn() {
    UdpPacing pacing;
    for (const std::size_t count : {UdpPacing::kMany, std::size_t{64}})
        QCOMPARE(pacing.after(count), Next::Read);
}

void UdpPacingTest::inBetweenItWaits() {
    UdpPacing pacing;
    std::uint32_t experiments = 0;
    for (std::uint32_t i = 0; i < 10 * UdpPacing::kWaitsPerExperiment; ++i) {
        const auto next = pacing.after(10);
        QVERIFY(next != Next::Read);
        if (next == Next::Experiment) {
            ++experiments;
            pacing.observe(4000, 8000); // they come evenly
        }
    }
    QCOMPARE(experiments, 10U);
}

void UdpPacingTest::clientsThatWaitForUsAreNotHeldUp() {
    UdpPacing pacing;
    QCOMPARE(pacing.after(10), Next::Experiment); // before the first wait
    pacing.observe(8000, 8000);
    for (std::uint32_t i = 0; i < UdpPacing::kBatchesWithoutWait; ++i)
        QCOMPARE(pacing.after(10), Next::Read);
}

void UdpPacingTest::itTriesAgainLater() {
    UdpPacing pacing;
    QCOMPARE(pacing.after(10), Next::Experiment);
    pacing.observe(8000, 9000);
    for (std::uint32_t i = 0; i < UdpPacing::kBatchesWithoutWait; ++i)
        QCOMPARE(pacing.after(1), Next::Read);
    QCOMPARE(pacing.after(10), Next::Experiment);
    pacing.observe(0, 0); // nothing to learn from
    QCOMPARE(pacing.after(10), Next::Wait);
}

QTEST_GUILESS_MAIN(UdpPacingTest)
#include "udp_pacing_test.moc"
