// Who has how much of what, as a table.
#include "gui/tracker/presence_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace essaim;
using gui::PresenceModel;

namespace {

constexpr qint64 kNow = 1'800'000'000;
constexpr int kDeadlineMs = 10'000;

tracker::TrackerSnapshot sample(std::int64_t lacking) {
    tracker::TrackerSnapshot snapshot;
    tracker::HostedStatus hosted;
    hosted.torrent.infoHash.v1 = Sha1Hash{};
    hosted.torrent.name = "Été";
    hosted.torrent.size = 1000;
    snapshot.hosted = {hosted};
    tracker::FriendStatus anna;
    anna.id = 1;
    anna.name = "Anna";
    snapshot.friends = {anna};
    tracker::FriendOnTorrent one;
    one.friendId = 1;
    one.torrent = Sha1Hash{};
    one.lacking = lacking;
    one.program = "-TR4050-";
    one.downloadRate = 2'000'000;
    one.activeClients = 1;
    one.lastSeen = kNow;
    snapshot.friendsOnTorrents = {one};
    return snapshot;
}

} // namespace

class PresenceModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_row_tells_how_far_a_friend_is();
    void a_new_snapshot_changes_rows_in_place();
    void rows_go_with_their_friend_or_torrent();
    void many_rows_come_and_go_together();
    void the_away_have_no_rate();
    void what_can_be_reached_was_tried();

private:
    QString cell(const PresenceModel& model, int column) { return model.index(0, column).data().toString(); }
};

void PresenceModelTest::a_row_tells_how_far_a_friend_is() {
    hosting::PeerProbe probe;
    PresenceModel model(probe);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(sample(250), kNow);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, PresenceModel::Friend), QStringLiteral("Anna"));
    QCOMPARE(cell(model, PresenceModel::Torrent), QStringLiteral("Été"));
    QVERIFY(cell(model, PresenceModel::Progress).startsWith(QStringLiteral("75")));
    QVERIFY(cell(model, PresenceModel::Download).startsWith(QStringLiteral("2")));
    QCOMPARE(cell(model, PresenceModel::Program), QStringLiteral("Transmission 4.0.5"));
    QCOMPARE(cell(model, PresenceModel::LastSeen), QStringLiteral("now"));
    QVERIFY(cell(model, PresenceModel::Reachable).isEmpty()); // nobody tried
}

void PresenceModelTest::a_new_snapshot_changes_rows_in_place() {
    hosting::PeerProbe probe;
    PresenceModel model(probe);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(sample(250), kNow);
    const QPersistentModelIndex row = model.index(0, PresenceModel::Progress);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.update(sample(250), kNow);
    QCOMPARE(changes.size(), 0);
    model.update(sample(0), kNow);
    QCOMPARE(changes.size(), 1);
    QVERIFY(row.data().toString().startsWith(QStringLiteral("100")));
}

void PresenceModelTest::rows_go_with_their_friend_or_torrent() {
    hosting::PeerProbe probe;
    PresenceModel model(probe);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto snapshot = sample(250);
    model.update(snapshot, kNow);
    snapshot.friends[0].revokedAt = kNow;
    model.update(snapshot, kNow);
    QCOMPARE(model.rowCount(), 0);
    snapshot = sample(250);
    snapshot.hosted.clear();
    model.update(snapshot, kNow);
    QCOMPARE(model.rowCount(), 0);
}

void PresenceModelTest::many_rows_come_and_go_together() {
    hosting::PeerProbe probe;
    PresenceModel model(probe);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto snapshot = sample(250);
    const auto one = snapshot.friendsOnTorrents.front();
    for (std::uint8_t i = 1; i < 100; ++i) {
        auto hosted = snapshot.hosted.front();
        hosted.torrent.infoHash.v1->bytes.fill(i);
        hosted.torrent.name = std::to_string(i);
        snapshot.hosted.push_back(hosted);
        snapshot.friendsOnTorrents.push_back(one);
        snapshot.friendsOnTorrents.back().torrent = *hosted.torrent.infoHash.v1;
    }
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.update(snapshot, kNow);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(inserted.size(), 1);
    const QPersistentModelIndex last = model.index(99, PresenceModel::Torrent);

    std::erase_if(snapshot.hosted, [](const auto& hosted) { return hosted.torrent.infoHash.v1->bytes[0] % 2 == 0; });
    model.update(snapshot, kNow);
    QCOMPARE(model.rowCount(), 50);
    QCOMPARE(last.data().toString(), QStringLiteral("99"));
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.index(row, PresenceModel::Torrent).data().toInt() % 2, 1);
}

void PresenceModelTest::the_away_have_no_rate() {
    hosting::PeerProbe probe;
    PresenceModel model(probe);
    auto snapshot = sample(250);
    snapshot.friendsOnTorrents[0].activeClients = 0;
    snapshot.friendsOnTorrents[0].lastSeen = kNow - 600;
    model.update(snapshot, kNow);
    QVERIFY(cell(model, PresenceModel::Download).isEmpty());
    QVERIFY(cell(model, PresenceModel::LastSeen).contains(QStringLiteral("10")));
}

void PresenceModelTest::what_can_be_reached_was_tried() {
    QTcpServer open;
    QVERIFY(open.listen(QHostAddress::LocalHost));
    quint16 closedPort = 0;
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        closedPort = closed.serverPort();
    }
    hosting::PeerProbe probe;
    PresenceModel model(probe);
    const Endpoint there{IpAddress::v4(127, 0, 0, 1), open.serverPort()};
    const Endpoint away{IpAddress::v4(127, 0, 0, 1), closedPort};
    auto snapshot = sample(250);
    snapshot.friendsOnTorrents[0].peers = {away};
    model.update(snapshot, kNow);
    probe.watch({there, away});
    QTRY_COMPARE_WITH_TIMEOUT(cell(model, PresenceModel::Reachable), QStringLiteral("No"), kDeadlineMs);
    snapshot.friendsOnTorrents[0].peers = {away, there}; // one way is enough
    model.update(snapshot, kNow);
    QTRY_COMPARE_WITH_TIMEOUT(cell(model, PresenceModel::Reachable), QStringLiteral("Yes"), kDeadlineMs);
}

QTEST_MAIN(PresenceModelTest)
#include "presence_model_test.moc"
