// When the UDP side lets requests gather.
#include "tracker/net/udp_pacing.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;
using Next = UdpPacing::Next;

namespace {

/// Batches of `size` at so many requests a second.
class Batches {
public:
    Batches(double rate, std::size_t size)
        : m_size(size)
        , m_step(std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 * static_cast<double>(size) / rate))) {}

    Next next(UdpPacing& pacing) { return pacing.after(m_size, m_now += m_step); }
    /// Until the rate was measured twice: the first time it includes what was before.
    void settle(UdpPacing& pacing) {
        for (const auto end = m_now + 3 * UdpPacing::kMeasured; m_now < end;)
            static_cast<void>(next(pacing));
    }

private:
    std::size_t m_size;
    std::chrono::nanoseconds m_step;
    Clock::Monotonic m_now{std::chrono::hours(1)};
};

Next nextAfterSettling(double rate, std::size_t size) {
    UdpPacing pacing;
    Batches batches(rate, size);
    batches.settle(pacing);
    return batches.next(pacing);
}

} // namespace

class UdpPacingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestsAreAnsweredAtOnce_data();
    void requestsAreAnsweredAtOnce();
    void inBetweenItWaits();
    void aMomentIsLongEnoughForSeveral();
    void clientsThatWaitForUsAreNotHeldUp();
    void itTriesAgainLater();
};

void UdpPacingTest::requestsAreAnsweredAtOnce_data() {
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("size");
    QTest::newRow("where few come") << UdpPacing::kLittle * 0.9 << 1;
    QTest::newRow("where many come") << UdpPacing::kMuch * 1.1 << 4;
    QTest::newRow("where many wait") << UdpPacing::kMuch * 0.9 << int{UdpPacing::kMany};
}

void UdpPacingTest::requestsAreAnsweredAtOnce() {
    QFETCH(double, rate);
    QFETCH(int, size);
    QCOMPARE(nextAfterSettling(rate, static_cast<std::size_t>(size)), Next::Read);
}

void UdpPacingTest::inBetweenItWaits() {
    for (const double rate : {UdpPacing::kLittle * 1.1, UdpPacing::kMuch * 0.9}) {
        UdpPacing pacing;
        Batches batches(rate, 2);
        batches.settle(pacing);
        std::uint32_t experiments = 0;
        for (std::uint32_t i = 0; i < 10 * UdpPacing::kWaitsPerExperiment; ++i) {
            const auto next = batches.next(pacing);
            QVERIFY(next != Next::Read);
            if (next == Next::Experiment) {
                ++experiments;
                pacing.observe(4000, 8000); // they come evenly
            }
        }
        QCOMPARE(experiments, 10U);
    }
}

void UdpPacingTest::aMomentIsLongEnoughForSeveral() {
    using namespace std::chrono_literals;
    UdpPacing pacing;
    Batches(109'000, 2).settle(pacing);
    QCOMPARE(pacing.moment(), 183us);
    UdpPacing ofFew;
    Batches(UdpPacing::kLittle, 1).settle(ofFew);
    QCOMPARE(ofFew.moment(), UdpPacing::kLongestMoment);
}

void UdpPacingTest::clientsThatWaitForUsAreNotHeldUp() {
    UdpPacing pacing;
    Batches batches(60'000, 2);
    while (batches.next(pacing) != Next::Experiment) // comes before the first wait
        continue;
    pacing.observe(8000, 8000);
    for (std::uint32_t i = 0; i < UdpPacing::kBatchesWithoutWait; ++i)
        QCOMPARE(batches.next(pacing), Next::Read);
}

void UdpPacingTest::itTriesAgainLater() {
    UdpPacing pacing;
    Batches batches(60'000, 2);
    while (batches.next(pacing) != Next::Experiment)
        continue;
    pacing.observe(8000, 9000);
    for (std::uint32_t i = 0; i < UdpPacing::kBatchesWithoutWait; ++i)
        QCOMPARE(batches.next(pacing), Next::Read);
    QCOMPARE(batches.next(pacing), Next::Experiment);
    pacing.observe(0, 0); // nothing to learn from
    QCOMPARE(batches.next(pacing), Next::Wait);
}

QTEST_GUILESS_MAIN(UdpPacingTest)
#include "udp_pacing_test.moc"
