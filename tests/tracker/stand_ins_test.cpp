// A friend who offers to stand in waits for no disk: the page that takes the offer is served by a worker of announces.
#include "storage/backup.h"
#include "storage/database.h"
#include "tracker/access/stand_ins.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace essaim;
using namespace essaim::tracker;
using namespace std::chrono_literals;

namespace {
constexpr std::int64_t kNow = 1'000'000; ///< Unix seconds
constexpr std::int64_t kPaul = 3;
constexpr std::int64_t kAnna = 4;
const std::vector<std::string> kUrls{"http://192.0.2.1:6969/announce"};
} // namespace

class StandInsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOfferWaitsForNoDisk();
    void whatWasAcceptedFollowsTheOffer();

private:
    QTemporaryDir m_folder;
};

void StandInsTest::anOfferWaitsForNoDisk() {
    auto database = storage::DatabaseThread::open(
        m_folder.filePath(QStringLiteral("busy.db")).toStdString(), storage::kTrackerSchema);
    QVERIFY(database.has_value());
    StandIns standIns(database->get());
    standIns.offer(kPaul, kUrls, kNow);
    std::promise<void> diskIsFree;
    (*database)->post(
        Operation::SaveStore, [free = diskIsFree.get_future().share()](SQLite::Database&) { free.wait(); });
    std::promise<void> begun;
    auto accepting = std::async(std::launch::async, [&] {
        begun.set_value();
        return standIns.accept(kPaul);
    });
    begun.get_future().wait();
    auto offering = std::async(std::launch::async, [&] {
        constexpr int kTimes = 300'000; // so long that the other has come to the disk
        for (int i = 0; i < kTimes; ++i)
            standIns.offer(kAnna, kUrls, kNow + i);
    });
    const bool hasOffered = offering.wait_for(30s) == std::future_status::ready;
    const bool isWaiting = accepting.wait_for(0s) != std::future_status::ready;
    diskIsFree.set_value();
    QVERIFY(accepting.get().has_value());
    QVERIFY(isWaiting);
    QVERIFY(hasOffered);
    QCOMPARE(standIns.accepted().size(), 1U);
}

void StandInsTest::whatWasAcceptedFollowsTheOffer() {
    StandIns standIns(nullptr);
    standIns.offer(kPaul, kUrls, kNow);
    QVERIFY(!standIns.accept(kAnna));
    QVERIFY(standIns.accept(kPaul));
    QVERIFY(!standIns.takeOffers().any);
    const std::vector<std::string> elsewhere{"http://192.0.2.9:6969/announce"};
    standIns.offer(kPaul, elsewhere, kNow);
    QVERIFY(standIns.takeOffers().any);
    QCOMPARE(standIns.accepted().at(0).urls, elsewhere);
    standIns.offer(kPaul, {}, kNow);
    const auto changes = standIns.takeOffers();
    QCOMPARE(changes.withdrawn, std::vector<std::int64_t>{kPaul});
    QVERIFY(standIns.accepted().empty());
    QVERIFY(!standIns.takeOffers().any);
}

QTEST_GUILESS_MAIN(StandInsTest)
#include "stand_ins_test.moc"
