// Traffic by network, minute by minute.
#include "gui/tracker/traffic_history.h"

#include <QTest>

using namespace essaim;
using gui::TrafficHistory;

namespace {

constexpr qint64 kStart = 1'800'000'000;

tracker::TrackerSnapshot received(std::uint64_t home, std::uint64_t elsewhere, const char* name = "Home") {
    tracker::TrackerSnapshot snapshot;
    snapshot.startedAt = kStart;
    snapshot.networks = {{name, 0, 0, home, 0}, {"", 0, 0, elsewhere, 0}};
    return snapshot;
}

} // namespace

class TrafficHistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_was_before_the_first_look_belongs_to_no_minute();
    void each_network_has_its_own_minutes();
    void a_day_is_kept();
    void other_networks_begin_anew();
};

void TrafficHistoryTest::what_was_before_the_first_look_belongs_to_no_minute() {
    TrafficHistory history;
    QVERIFY(history.add(received(5000, 0), kStart));
    QCOMPARE(history.minutes().last().received, (QList<quint64>{0, 0}));
    QVERIFY(!history.add(received(5000, 0), kStart + 1));
}

void TrafficHistoryTest::each_network_has_its_own_minutes() {
    TrafficHistory history;
    history.add(received(0, 0), kStart);
    QVERIFY(history.add(received(100, 7), kStart + 10));
    history.add(received(130, 7), kStart + 130);
    QCOMPARE(history.minutes().size(), 3);
    QCOMPARE(history.minutes()[0].received, (QList<quint64>{100, 7}));
    QCOMPARE(history.minutes()[1].received, (QList<quint64>{0, 0}));
    QCOMPARE(history.minutes()[2].received, (QList<quint64>{30, 0}));
    QCOMPARE(history.most(), 100U);
}

void TrafficHistoryTest::a_day_is_kept() {
    TrafficHistory history;
    for (int minute = 0; minute < 2000; ++minute)
        history.add(received(quint64(minute), 0), kStart + minute * 60);
    QCOMPARE(history.minutes().size(), TrafficHistory::kMostMinutes);
}

void TrafficHistoryTest::other_networks_begin_anew() {
    TrafficHistory history;
    history.add(received(0, 0), kStart);
    history.add(received(100, 7), kStart + 10);
    history.add(received(100, 7, "Campus"), kStart + 20);
    QCOMPARE(history.networks().first(), QStringLiteral("Campus"));
    QCOMPARE(history.most(), 0U);
}

QTEST_GUILESS_MAIN(TrafficHistoryTest)
#include "traffic_history_test.moc"
