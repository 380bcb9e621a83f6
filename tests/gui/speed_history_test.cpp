// How fast torrents were.
#include "gui/details/speed_graph.h"
#include "gui/details/speed_history.h"

#include <QTest>

#include <algorithm>

using namespace essaim;
using namespace essaim::gui;

class SpeedHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMinuteIsToldSecondBySecond() {
        SpeedRings rings;
        for (int second = 0; second < 100; ++second)
            rings.add(second, {float(second), 1});
        const auto minute = rings.samples(99, 60);
        QCOMPARE(minute.size(), 60);
        QCOMPARE(minute.front().down, 40.0F);
        QCOMPARE(minute.back().down, 99.0F);
    }

    void secondsThatWereLeftOutWereStill() {
        SpeedRings rings;
        rings.add(10, {7, 0});
        rings.add(13, {9, 0});
        const auto minute = rings.samples(14, 60);
        QCOMPARE(minute[59 - 4].down, 7.0F);
        QCOMPARE(minute[59 - 3].down, 0.0F);
        QCOMPARE(minute[59 - 1].down, 9.0F);
        QCOMPARE(minute[59].down, 0.0F);
        const auto later = rings.samples(10'000, 60); // a ring that has gone round meanwhile
        QVERIFY(std::ranges::all_of(later, [](const SpeedSample& sample) { return sample == SpeedSample(); }));
    }

    void aDayIsAnAverage() {
        SpeedRings rings;
        for (int second = 0; second < 2 * 86'400; ++second)
            rings.add(second, {second % 120 < 60 ? 100.0F : 0.0F, 0});
        const auto day = rings.samples(2 * 86'400 - 1, 86'400);
        QCOMPARE(day.size(), 720);
        QVERIFY(std::ranges::all_of(day, [](const SpeedSample& s) { return qAbs(s.down - 50.0F) < 0.01F; }));
    }

    void remembersNothingOfWhatNeverMoved() {
        SpeedHistory history;
        const TorrentId id{};
        history.add(id, 1, {});
        QVERIFY(history.samples(id, 1, 60).isEmpty());
        history.add(id, 2, {1, 0});
        QCOMPARE(history.samples(id, 2, 60).size(), 60);
        history.forget(id);
        QVERIFY(history.samples(id, 2, 60).isEmpty());
    }

    void scalesEndAtRoundRates() {
        QCOMPARE(SpeedGraph::roundRate(0), 1000.0);
        QCOMPARE(SpeedGraph::roundRate(1001), 2000.0);
        QCOMPARE(SpeedGraph::roundRate(4.1e6), 5e6);
        QCOMPARE(SpeedGraph::roundRate(6e6), 1e7);
    }
};

QTEST_MAIN(SpeedHistoryTest)
#include "speed_history_test.moc"
