// What a tracker that stands in remembers is bounded, and what was heard of longest ago goes first.
#include "tracker/access/stand_in_ledger.h"

#include <QTest>

#include <algorithm>

using namespace essaim;
using namespace essaim::tracker;

namespace {

constexpr std::int64_t kBegin = 1'000'000; ///< Unix seconds
const std::vector<std::pair<std::int64_t, Sha256Hash>> kMember{{-1, Sha256Hash{}}};

AccountedAnnounce announceOf(std::uint64_t client, std::uint64_t uploaded = 0) {
    AccountedAnnounce announce;
    announce.friendId = -1;
    announce.client = client;
    announce.uploaded = uploaded;
    return announce;
}

} // namespace

class StandInLedgerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasHeardOfLongestAgoMakesRoom();
    void whatCountersGrewIsReported();
};

void StandInLedgerTest::whatWasHeardOfLongestAgoMakesRoom() {
    StandInLedger ledger(nullptr);
    const auto most = std::uint64_t{StandInLedger::kMostEntries};
    for (std::uint64_t client = 1; client <= most; ++client)
        ledger.record(announceOf(client), kBegin + std::int64_t(client));
    const std::int64_t now = kBegin + std::int64_t(most) + 1;
    ledger.record(announceOf(1), now); // the oldest is heard of again
    ledger.record(announceOf(most + 1), now);
    ledger.record(announceOf(most + 2), now);
    const StandInReport report = ledger.report(kMember, 0, now);
    QCOMPARE(report.entries.size(), StandInLedger::kMostEntries);
    const auto has = [&report](std::uint64_t client) {
        return std::ranges::any_of(report.entries, [client](const auto& one) { return one.record.client == client; });
    };
    QVERIFY(has(1));
    QVERIFY(!has(2));
    QVERIFY(!has(3));
    QVERIFY(has(4));
    QVERIFY(has(most + 2));
}

void StandInLedgerTest::whatCountersGrewIsReported() {
    StandInLedger ledger(nullptr);
    ledger.record(announceOf(7, 100), kBegin);
    ledger.record(announceOf(7, 350), kBegin + 60);
    const StandInReport report = ledger.report(kMember, 0, kBegin + 61);
    QCOMPARE(report.entries.size(), 1U);
    QCOMPARE(report.entries[0].record.firstUploaded, 100U);
    QCOMPARE(report.entries[0].record.uploaded, 350U);
    QCOMPARE(report.entries[0].record.lastAt, kBegin + 60);
}

QTEST_GUILESS_MAIN(StandInLedgerTest)
#include "stand_in_ledger_test.moc"
