// What a friend's tracker reports of its time as a stand-in goes into the totals, however large its numbers are.
#include "tracker/access/accounting.h"

#include <QTest>

#include <limits>

using namespace essaim;
using namespace essaim::tracker;

namespace {

constexpr std::int64_t kNow = 1'000'000; ///< Unix seconds
const Clock::Monotonic kStart{std::chrono::seconds(5000)};
constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();

/// Of a program that came while this tracker was away, and stayed as long as any number needs to be plausible.
storage::StandInReportRecord reportOf(std::uint64_t client, std::uint64_t uploaded) {
    storage::StandInReportRecord report;
    report.member = 3;
    report.client = client;
    report.firstAt = kNow;
    report.lastAt = std::numeric_limits<std::int64_t>::max() - 1;
    report.uploaded = uploaded;
    report.downloaded = uploaded;
    return report;
}

struct Fixture {
    Fixture() {
        if (!accounting.load(kStart, kNow)) // nothing is known of the time before
            qFatal("an accounting without a database");
    }
    void merge(const storage::StandInReportRecord& report) { accounting.merge(report, true, kStart, kNow); }
    [[nodiscard]] Accounting::Credit credit() const { return accounting.credits(kStart, std::chrono::hours(1)).at(0); }

    Accounting accounting{nullptr};
};

} // namespace

class AccountingMergeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void totalsStayAtTheMostThatThereIs();
    void programsOfOneFriendAreBounded();
    void onlyWhoAnnouncesHereIsHere();
};

void AccountingMergeTest::totalsStayAtTheMostThatThereIs() {
    Fixture f;
    f.merge(reportOf(1, kMost));
    QCOMPARE(f.credit().record.uploaded, kMost);
    f.merge(reportOf(2, kMost));
    QCOMPARE(f.credit().record.uploaded, kMost);
    QCOMPARE(f.credit().record.downloaded, kMost);
}

void AccountingMergeTest::programsOfOneFriendAreBounded() {
    Fixture f;
    for (std::uint64_t client = 1; client <= 5000; ++client)
        f.merge(reportOf(client, 10));
    QCOMPARE(f.credit().record.uploaded, 640U);
}

/// Where they were reported from, they may have ended long ago.
void AccountingMergeTest::onlyWhoAnnouncesHereIsHere() {
    Fixture f;
    f.merge(reportOf(1, 10));
    QCOMPARE(f.credit().activeClients, 0U);
    AccountedAnnounce announce;
    announce.friendId = 3;
    announce.client = 1;
    announce.peer = {IpAddress::v4(8, 8, 8, 8), 6881};
    f.accounting.record(announce, {}, kStart, kNow);
    QCOMPARE(f.credit().activeClients, 1U);
    announce.isStopped = true;
    f.accounting.record(announce, {}, kStart, kNow);
    QCOMPARE(f.credit().activeClients, 0U);
}

QTEST_GUILESS_MAIN(AccountingMergeTest)
#include "accounting_merge_test.moc"
