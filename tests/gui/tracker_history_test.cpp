// Peers and announces, minute by minute.
#include "gui/tracker/tracker_history.h"

#include <QTest>

using namespace essaim;
using gui::TrackerHistory;

namespace {

constexpr qint64 kStart = 1'800'000'000;

tracker::TrackerSnapshot at(std::uint64_t peers, std::uint64_t announces, std::int64_t startedAt = kStart) {
    tracker::TrackerSnapshot snapshot;
    snapshot.startedAt = startedAt;
    snapshot.totals.peers = peers;
    snapshot.totals.httpAnnounces = announces;
    return snapshot;
}

} // namespace

class TrackerHistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void announces_are_counted_in_their_minute();
    void minutes_without_news_are_as_before();
    void a_tracker_that_began_anew_begins_a_new_history();
    void a_day_is_kept();
};

void TrackerHistoryTest::announces_are_counted_in_their_minute() {
    TrackerHistory history;
    history.add(at(1, 5), kStart);
    history.add(at(3, 8), kStart + 10);
    history.add(at(2, 9), kStart + 60);
    QCOMPARE(history.minutes().size(), 2);
    QCOMPARE(history.minutes()[0].announces, 8u);
    QCOMPARE(history.minutes()[0].peers, 3u);
    QCOMPARE(history.minutes()[1].announces, 1u);
    QCOMPARE(history.minutes()[1].peers, 2u);
}

void TrackerHistoryTest::minutes_without_news_are_as_before() {
    TrackerHistory history;
    history.add(at(2, 1), kStart);
    history.add(at(2, 1), kStart + 180);
    QCOMPARE(history.minutes().size(), 4);
    QCOMPARE(history.minutes()[1].peers, 2u);
    QCOMPARE(history.minutes()[1].announces, 0u);
    history.add(at(2, 1), kStart - 600); // a clock that was set back
    QCOMPARE(history.minutes().size(), 4);
}

void TrackerHistoryTest::a_tracker_that_began_anew_begins_a_new_history() {
    TrackerHistory history;
    history.add(at(2, 100), kStart);
    history.add(at(1, 3, kStart + 60), kStart + 60);
    QCOMPARE(history.minutes().size(), 1);
    QCOMPARE(history.minutes()[0].announces, 3u);
    history.add({}, kStart + 120); // off
    QCOMPARE(history.minutes().size(), 1);
}

void TrackerHistoryTest::a_day_is_kept() {
    TrackerHistory history;
    for (qint64 minute = 0; minute < TrackerHistory::kMostMinutes + 10; ++minute)
        history.add(at(1, std::uint64_t(minute)), kStart + minute * 60);
    QCOMPARE(history.minutes().size(), TrackerHistory::kMostMinutes);
    history.add(at(4, 5000), kStart + 3 * 86'400);
    QCOMPARE(history.minutes().size(), 1);
}

QTEST_GUILESS_MAIN(TrackerHistoryTest)
#include "tracker_history_test.moc"
