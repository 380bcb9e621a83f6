// Whether ports stay open at a router, whatever it does.
#include "engine/port_keeper.h"

#include "engine/background.h"
#include "engine/router.h"

#include <QSignalSpy>
#include <QTest>

using namespace essaim;
using engine::PortKeeper;

namespace {

constexpr int kDeadlineMs = 15'000;
const QByteArray kOwn = "127.0.0.1"; ///< towards a router on this computer
const QByteArrayList kBoth{"TCP 6969", "UDP 6969"};

} // namespace

class PortKeeperTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_port_is_opened_and_known_to_be();
    void what_the_router_forgets_is_asked_for_again();
    void what_others_take_back_a_moment_later_is_asked_for_again();
    void what_went_to_the_address_before_comes_here();
    void an_address_left_long_ago_is_somebody_elses();
    void a_port_that_is_not_wanted_any_more_is_given_back();
    void the_end_gives_back_what_was_asked_for_here_only();
    void who_listens_elsewhere_asks_for_nothing();
};

void PortKeeperTest::a_port_is_opened_and_known_to_be() {
    Router router;
    PortKeeper keeper;
    keeper.setPorts({0, 6969});
    keeper.setControl(router.control());
    QVERIFY(!keeper.holds(6969, true));
    keeper.hurry();
    QTRY_VERIFY_WITH_TIMEOUT(keeper.isAnswered(), kDeadlineMs);
    QVERIFY(keeper.holds(6969, true) && keeper.holds(6969, false) && !keeper.holds(0, true));
    QCOMPARE(router.entries.keys(), kBoth);
    QCOMPARE(router.entries["TCP 6969"].client, kOwn);
}

void PortKeeperTest::what_the_router_forgets_is_asked_for_again() {
    Router router;
    PortKeeper keeper;
    keeper.setPorts({6969});
    keeper.setControl(router.control());
    keeper.hurry();
    QTRY_COMPARE_WITH_TIMEOUT(router.entries.keys(), kBoth, kDeadlineMs);
    router.entries.clear();
    keeper.hurry();
    QTRY_COMPARE_WITH_TIMEOUT(router.entries.keys(), kBoth, kDeadlineMs);
}

void PortKeeperTest::what_others_take_back_a_moment_later_is_asked_for_again() {
    Router router;
    PortKeeper keeper;
    keeper.setPorts({6969});
    keeper.setControl(router.control());
    keeper.hurry();
    QTRY_VERIFY_WITH_TIMEOUT(keeper.isAnswered(), kDeadlineMs);
    for (int i = 0; i < 2; ++i) { // nobody tells it
        router.entries.clear();
        QTRY_COMPARE_WITH_TIMEOUT(router.entries.keys(), kBoth, kDeadlineMs);
    }
}

void PortKeeperTest::what_went_to_the_address_before_comes_here() {
    Router router;
    router.entries = {{"TCP 6969", {"192.168.1.10", 6969}}};
    PortKeeper keeper;
    keeper.setPorts({6969});
    keeper.setControl(router.control());
    keeper.leave({IpAddress::v4(192, 168, 1, 10)});
    keeper.hurry();
    QTRY_VERIFY_WITH_TIMEOUT(keeper.holds(6969, true), kDeadlineMs);
    QCOMPARE(router.entries["TCP 6969"].client, kOwn);
}

void PortKeeperTest::an_address_left_long_ago_is_somebody_elses() {
    Router router;
    PortKeeper keeper;
    keeper.setPorts({6969});
    keeper.setControl(router.control());
    keeper.leave({IpAddress::v4(192, 168, 1, 10)});
    keeper.hurry();
    QTRY_VERIFY_WITH_TIMEOUT(keeper.holds(6969, true), kDeadlineMs);
    router.entries["TCP 6969"] = {"192.168.1.10", 6969};
    QSignalSpy looked(&keeper, &PortKeeper::looked);
    QTRY_VERIFY_WITH_TIMEOUT(!looked.isEmpty() && !keeper.holds(6969, true), kDeadlineMs);
    QCOMPARE(router.entries["TCP 6969"].client, QByteArray("192.168.1.10"));
}

void PortKeeperTest::a_port_that_is_not_wanted_any_more_is_given_back() {
    Router router;
    PortKeeper keeper;
    keeper.setPorts({6881, 6969});
    keeper.setControl(router.control());
    keeper.hurry();
    QTRY_VERIFY_WITH_TIMEOUT(keeper.isAnswered(), kDeadlineMs);
    keeper.setPorts({6969});
    QVERIFY(!keeper.holds(6881, true));
    QTRY_COMPARE_WITH_TIMEOUT(router.entries.keys(), kBoth, kDeadlineMs);
}

void PortKeeperTest::the_end_gives_back_what_was_asked_for_here_only() {
    Router router;
    router.entries = {{"TCP 6969", {kOwn, 6969}}}; // libtorrent asked for it and takes it back
    PortKeeper keeper;
    keeper.setPorts({6969});
    keeper.setControl(router.control());
    keeper.hurry();
    QTRY_VERIFY_WITH_TIMEOUT(keeper.isAnswered(), kDeadlineMs);
    bool isDone = false;
    engine::runInBackground(
        this,
        [end = std::make_shared<std::move_only_function<void()>>(keeper.release())] {
            (*end)();
            return true;
        },
        [&isDone](bool) { isDone = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isDone, kDeadlineMs);
    QCOMPARE(router.entries.keys(), QByteArrayList{"TCP 6969"});
}

void PortKeeperTest::who_listens_elsewhere_asks_for_nothing() {
    Router router;
    PortKeeper keeper;
    keeper.setPorts({6969});
    keeper.setOnlyAddress(IpAddress::v4(10, 8, 0, 6)); // of a VPN
    keeper.setControl(router.control());
    keeper.hurry();
    QCoreApplication::processEvents();
    keeper.setOnlyAddress(std::nullopt);
    std::optional<int> asked;
    connect(&keeper, &PortKeeper::looked, this, [&] { asked = asked.value_or(router.asked); });
    keeper.hurry();
    QTRY_VERIFY_WITH_TIMEOUT(asked.has_value(), kDeadlineMs);
    QCOMPARE(asked, std::optional(6)); // each port before and after, and asked for: all of it by the second order
}

QTEST_GUILESS_MAIN(PortKeeperTest)
#include "port_keeper_test.moc"
