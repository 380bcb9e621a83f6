// Who may write to a volume and who waits.
#include "engine/volumes/space_books.h"

#include <QTest>

using namespace essaim::engine;
using Reason = DiskHold::Reason;

namespace {
constexpr std::int64_t kMiB = 1 << 20;
constexpr std::int64_t kGiB = 1 << 30;

/// 100 GiB of which 10 are free, 2 to stay free.
VolumeSpace volume(std::int64_t freeBytes = 10 * kGiB) {
    return {freeBytes, 100 * kGiB, kGiB, false, std::nullopt};
}
} // namespace

class SpaceBooksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsMoreFreeOnALargeDiskAndLessOnASmallOne() {
        QCOMPARE(floorOf(100 * kGiB, kGiB), 2 * kGiB);
        QCOMPARE(floorOf(20 * kGiB, kGiB), kGiB);
        QCOMPARE(floorOf(10'000 * kGiB, kGiB), 10 * kGiB);
        QCOMPARE(floorOf(100 * kMiB, kGiB), 10 * kMiB);
        QCOMPARE(floorOf(100 * kGiB, 0), 0);
        QCOMPARE(floorOf(100 * kGiB, 5 * kGiB), 5 * kGiB);
    }

    void twoDownloadsCannotBothHaveTheSameBytes() {
        const auto decision = decideSpace(volume(), {{5 * kGiB, false}, {5 * kGiB, false}, {3 * kGiB, false}});
        QVERIFY(!decision.isFull);
        QVERIFY(!decision.holds[0]);
        QVERIFY(decision.holds[1]);
        QCOMPARE(decision.holds[1]->reason, Reason::NoRoom);
        QCOMPARE(decision.holds[1]->missing, 2 * kGiB); // 8 are to be had, 5 are spoken for
        QVERIFY(!decision.holds[2]);                    // what fits need not wait for what does not
    }

    void whatRunsKeepsItsReservation() {
        const auto decision = decideSpace(volume(), {{5 * kGiB, false}, {5 * kGiB, true}});
        QVERIFY(decision.holds[0]);
        QVERIFY(!decision.holds[1]);
        // Somebody else filled the disk: nothing is stopped before the floor is reached.
        QVERIFY(!decideSpace(volume(3 * kGiB), {{5 * kGiB, true}}).holds[0]);
    }

    void belowTheFloorEverybodyWaitsUntilHalfAsMuchAgainIsFree() {
        VolumeSpace disk = volume(2 * kGiB - 1);
        auto decision = decideSpace(disk, {{1, true}, {0, true}});
        QVERIFY(decision.isFull);
        QCOMPARE(decision.holds[0]->reason, Reason::Full);
        QVERIFY(!decision.holds[1]); // writes nothing
        disk.wasFull = true;
        disk.freeBytes = 3 * kGiB - 1;
        QVERIFY(decideSpace(disk, {{1, false}}).isFull);
        disk.freeBytes = 3 * kGiB;
        decision = decideSpace(disk, {{1, false}});
        QVERIFY(!decision.isFull);
        QVERIFY(!decision.holds[0]);
    }

    void aDiskThatReportedAFailureIsNotWrittenHoweverMuchIsFree() {
        VolumeSpace disk = volume();
        disk.failure = Reason::ReadOnly;
        const auto decision = decideSpace(disk, {{1, true}});
        QCOMPARE(decision.holds[0]->reason, Reason::ReadOnly);
    }
};

QTEST_APPLESS_MAIN(SpaceBooksTest)
#include "space_books_test.moc"
