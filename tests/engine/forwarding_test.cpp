// What is done at a router so that it passes ports on to this computer.
#include "engine/forwarding.h"

#include "engine/background.h"
#include "engine/router.h"

#include <QTest>

using namespace essaim;
using engine::Forwarded;
using engine::Forwardings;
using engine::RouterPort;

namespace {

constexpr int kDeadlineMs = 15'000;
const auto kOwn = IpAddress::v4(192, 168, 1, 77);
const auto kBefore = IpAddress::v4(192, 168, 1, 10);
constexpr RouterPort kTcp{6969, true};
constexpr RouterPort kUdp{6969, false};

} // namespace

class ForwardingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_port_that_goes_nowhere_is_asked_for();
    void what_comes_here_already_is_left_alone();
    void what_goes_to_the_address_before_is_taken_back_first();
    void what_goes_to_another_port_here_is_set_right();
    void what_goes_to_somebody_else_stays();
    void a_safe_router_keeps_what_it_has();
    void a_router_without_time_limits_gets_none();
    void what_a_router_says_and_does_not_do_counts_as_refused();
    void a_silent_router_has_not_answered();
    void only_what_comes_here_is_taken_back();

private:
    Forwardings forward(const Router& router) {
        std::optional<Forwardings> result;
        engine::runInBackground(
            this, [control = router.control()] { return engine::forwardPorts(control, {6969}, kOwn, {kBefore}); },
            [&result](const Forwardings& found) { result = found; });
        [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), kDeadlineMs); }();
        return result.value_or(Forwardings{});
    }
};

void ForwardingTest::a_port_that_goes_nowhere_is_asked_for() {
    Router router;
    const auto found = forward(router);
    QVERIFY(found.isAnswered);
    QVERIFY(found.states.at(kTcp) == Forwarded::Mended && found.states.at(kUdp) == Forwarded::Mended);
    QCOMPARE(router.entries.keys(), (QByteArrayList{"TCP 6969", "UDP 6969"}));
    QCOMPARE(router.entries["TCP 6969"].client, QByteArray("192.168.1.77"));
    QVERIFY(router.entries["TCP 6969"].lease > 0);
}

void ForwardingTest::what_comes_here_already_is_left_alone() {
    Router router;
    router.entries = {{"TCP 6969", {"192.168.1.77", 6969}}, {"UDP 6969", {"192.168.1.77", 6969}}};
    const auto found = forward(router);
    QVERIFY(found.states.at(kTcp) == Forwarded::Ours && found.states.at(kUdp) == Forwarded::Ours);
    QCOMPARE(router.done, QByteArrayList());
}

void ForwardingTest::what_goes_to_the_address_before_is_taken_back_first() {
    Router router;
    router.entries = {{"TCP 6969", {"192.168.1.10", 6969}}};
    const auto found = forward(router);
    QVERIFY(found.holds(kTcp) && found.holds(kUdp));
    QCOMPARE(router.done, (QByteArrayList{"delete TCP 6969", "add TCP 6969", "add UDP 6969"}));
    QCOMPARE(router.entries["TCP 6969"].client, QByteArray("192.168.1.77"));
}

void ForwardingTest::what_goes_to_another_port_here_is_set_right() {
    Router router;
    router.entries = {{"TCP 6969", {"192.168.1.77", 80}}};
    QVERIFY(forward(router).holds(kTcp));
    QCOMPARE(router.entries["TCP 6969"].port, 6969);
}

void ForwardingTest::what_goes_to_somebody_else_stays() {
    Router router;
    router.entries = {{"TCP 6969", {"192.168.1.99", 6969}}};
    const auto found = forward(router);
    QVERIFY(found.isAnswered);
    QVERIFY(found.states.at(kTcp) == Forwarded::Taken && !found.holds(kTcp));
    QVERIFY(found.holds(kUdp));
    QCOMPARE(router.entries["TCP 6969"].client, QByteArray("192.168.1.99"));
}

void ForwardingTest::a_safe_router_keeps_what_it_has() {
    Router router;
    router.isSafe = true;
    router.entries = {{"TCP 6969", {"192.168.1.10", 6969}}};
    const auto found = forward(router);
    QVERIFY(found.states.at(kTcp) == Forwarded::Refused);
    QCOMPARE(router.entries["TCP 6969"].client, QByteArray("192.168.1.10"));
}

void ForwardingTest::a_router_without_time_limits_gets_none() {
    Router router;
    router.isForEver = true;
    QVERIFY(forward(router).holds(kTcp));
    QCOMPARE(router.entries["TCP 6969"].lease, 0);
}

void ForwardingTest::what_a_router_says_and_does_not_do_counts_as_refused() {
    Router router;
    router.isLiar = true;
    const auto found = forward(router);
    QVERIFY(found.isAnswered);
    QVERIFY(found.states.at(kTcp) == Forwarded::Refused && !found.holds(kTcp));
}

void ForwardingTest::a_silent_router_has_not_answered() {
    Router router;
    router.close();
    const auto found = forward(router);
    QVERIFY(!found.isAnswered && !found.holds(kTcp));
}

void ForwardingTest::only_what_comes_here_is_taken_back() {
    Router router;
    router.entries = {{"TCP 6969", {"192.168.1.77", 6969}}, {"UDP 6969", {"192.168.1.99", 6969}}};
    bool isDone = false;
    engine::runInBackground(
        this,
        [control = router.control()] {
            engine::takeBack(control, {kTcp, kUdp}, kOwn);
            return true;
        },
        [&isDone](bool) { isDone = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isDone, kDeadlineMs);
    QCOMPARE(router.entries.keys(), QByteArrayList{"UDP 6969"});
}

QTEST_GUILESS_MAIN(ForwardingTest)
#include "forwarding_test.moc"
