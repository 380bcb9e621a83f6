// What friends did, and which of their programs are here, as far as their announces tell.
#include "tracker/access/accounting.h"

#include <QTest>

using namespace essaim;
using namespace essaim::tracker;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t kNow = 1'000'000; ///< Unix seconds
constexpr std::int64_t kAnna = 3;
constexpr std::chrono::seconds kTimeout = 25min;
constexpr std::chrono::seconds kOverdueAfter = 12min;

struct Fixture {
    Fixture() {
        if (!accounting.load(now, kNow))
            qFatal("an accounting without a database");
        limits.timeout = kTimeout;
        limits.bytesPerSecond = 1'000'000;
    }
    void announce(std::uint64_t client, std::uint64_t downloaded) {
        accounting.record(of(client, downloaded), limits, now, kNow);
    }
    [[nodiscard]] bool isRefused(std::uint64_t client) {
        return accounting.check(of(client, 0), limits, now).has_value();
    }
    [[nodiscard]] Accounting::Credit credit() const { return accounting.credits(now, kOverdueAfter).at(0); }
    [[nodiscard]] static AccountedAnnounce of(std::uint64_t client, std::uint64_t downloaded) {
        AccountedAnnounce announce;
        announce.friendId = kAnna;
        announce.client = client;
        announce.peer = {IpAddress::v4(8, 8, 8, std::uint8_t(client)), 6881};
        announce.downloaded = downloaded;
        announce.lacking = 5000;
        return announce;
    }

    Clock::Monotonic now{5000s};
    AccountingLimits limits;
    Accounting accounting{nullptr};
};

} // namespace

class AccountingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoDidNotAnnounceInTimeIsNotSaidToBeHere();
    void countersWaitForWhoWasPutOut();
    void onlyForAWhile();
    void whoWasPutOutIsNotPresentMeanwhile();
    void theLimitsHoldForWhoComesBack();
};

/// A program that was killed says nothing; its address is handed out until it times out.
void AccountingTest::whoDidNotAnnounceInTimeIsNotSaidToBeHere() {
    Fixture f;
    f.announce(1, 0);
    f.now += 1min;
    f.announce(1, 60'000);
    QVERIFY(f.credit().downloadRate > 0);
    f.now += kOverdueAfter;
    QCOMPARE(f.credit().activeClients, 1U);
    f.now += 1s;
    QCOMPARE(f.credit().activeClients, 0U);
    QCOMPARE(f.credit().downloadRate, 0.0);
    QCOMPARE(f.credit().peers.size(), 1U);
    f.announce(1, 60'000);
    QCOMPARE(f.credit().activeClients, 1U);
}

void AccountingTest::countersWaitForWhoWasPutOut() {
    Fixture f;
    f.announce(1, 0);
    f.now += 1min;
    f.announce(1, 1000);
    QCOMPARE(f.accounting.leave(kAnna).size(), 1U);
    QCOMPARE(f.credit().activeClients, 0U);
    QVERIFY(f.credit().peers.empty());
    f.now += 24h;
    f.accounting.expire(f.now, kTimeout);
    f.announce(1, 4000);
    QCOMPARE(f.credit().record.downloaded, 4000U);
    QCOMPARE(f.credit().activeClients, 1U);
    f.announce(2, 9000); // what another program took before nobody saw
    QCOMPARE(f.credit().record.downloaded, 4000U);
}

void AccountingTest::onlyForAWhile() {
    Fixture f;
    f.announce(1, 1000);
    (void)f.accounting.leave(kAnna, {});
    f.now += 8 * 24h;
    f.accounting.expire(f.now, kTimeout);
    f.announce(1, 4000);
    QCOMPARE(f.credit().record.downloaded, 0U);
}

void AccountingTest::whoWasPutOutIsNotPresentMeanwhile() {
    Fixture f;
    f.announce(1, 0);
    f.now += 1min;
    f.announce(1, 0);
    (void)f.accounting.leave(kAnna);
    f.now += 10min;
    f.announce(1, 0);
    QCOMPARE(f.credit().record.seconds, 60U);
}

void AccountingTest::theLimitsHoldForWhoComesBack() {
    Fixture f;
    f.limits.clientsPerFriend = 1;
    f.announce(1, 0);
    (void)f.accounting.leave(kAnna);
    QVERIFY(!f.isRefused(1));
    f.announce(2, 0);
    QVERIFY(f.isRefused(1));
}

QTEST_GUILESS_MAIN(AccountingTest)
#include "accounting_test.moc"
