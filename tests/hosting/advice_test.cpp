// What the host is told about its swarms.
#include "hosting/advice.h"
#include "hosting/client_name.h"

#include <QTest>

using namespace essaim;
using hosting::Advice;

namespace {

constexpr qint64 kNow = 1'800'000'000;
constexpr qint64 kDay = 86'400;
constexpr std::int64_t kAnna = 1;
constexpr std::int64_t kBen = 2;

Sha1Hash hashOf(std::uint8_t fill) {
    Sha1Hash hash;
    hash.bytes.fill(fill);
    return hash;
}

/// One torrent of 1000 bytes for two friends; the host seeds it.
tracker::TrackerSnapshot twoFriends() {
    tracker::TrackerSnapshot snapshot;
    tracker::HostedStatus hosted;
    hosted.torrent.infoHash.v1 = hashOf(7);
    hosted.torrent.name = "Été";
    hosted.torrent.size = 1000;
    hosted.torrent.visibility = tracker::Visibility::Friends;
    hosted.seeds = 1;
    snapshot.hosted = {hosted};
    for (const auto& [id, name] : {std::pair(kAnna, "Anna"), std::pair(kBen, "Ben")}) {
        tracker::FriendStatus status;
        status.id = id;
        status.name = name;
        snapshot.friends.push_back(status);
    }
    return snapshot;
}

void put(tracker::TrackerSnapshot& snapshot, std::int64_t who, std::int64_t lacking, qint64 ago, bool isHere) {
    tracker::FriendOnTorrent one;
    one.friendId = who;
    one.torrent = hashOf(7);
    one.lacking = lacking;
    one.lastSeen = kNow - ago;
    one.activeClients = isHere ? 1 : 0;
    snapshot.friendsOnTorrents.push_back(one);
}

QList<Advice::Kind> kinds(const tracker::TrackerSnapshot& snapshot) {
    QList<Advice::Kind> result;
    for (const Advice& advice : hosting::adviceFor(snapshot, kNow))
        result << advice.kind;
    return result;
}

} // namespace

class AdviceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothing_is_said_about_nobody();
    void the_only_copy_must_stay();
    void who_got_stuck_is_named();
    void two_full_copies_free_the_host();
    void everybody_having_it_ends_the_work();
    void a_key_at_many_places_comes_first();
    void the_revoked_count_no_more();
    void programs_are_called_by_their_names_data();
    void programs_are_called_by_their_names();
};

void AdviceTest::nothing_is_said_about_nobody() {
    QVERIFY(kinds(twoFriends()).isEmpty());
    QVERIFY(kinds({}).isEmpty());
}

void AdviceTest::the_only_copy_must_stay() {
    auto snapshot = twoFriends();
    put(snapshot, kAnna, 500, 10, true);
    QCOMPARE(kinds(snapshot), QList{Advice::Kind::OnlyCopy});
    snapshot.hosted[0].seeds = 2; // somebody without a key of a friend has it, too
    QVERIFY(kinds(snapshot).isEmpty());
}

void AdviceTest::who_got_stuck_is_named() {
    auto snapshot = twoFriends();
    put(snapshot, kBen, 180, 9 * kDay, false);
    put(snapshot, kAnna, 0, 10, true);
    const auto advice = hosting::adviceFor(snapshot, kNow);
    QCOMPARE(advice.size(), 1);
    QCOMPARE(advice[0].kind, Advice::Kind::Stuck);
    QCOMPARE(advice[0].who, QStringLiteral("Ben"));
    QCOMPARE(advice[0].percent, 82);
    QCOMPARE(advice[0].days, 9);
}

void AdviceTest::two_full_copies_free_the_host() {
    auto snapshot = twoFriends();
    tracker::FriendStatus third;
    third.id = 3;
    snapshot.friends.push_back(third);
    put(snapshot, kAnna, 0, 10, true);
    put(snapshot, kBen, 0, 10, true);
    QCOMPARE(kinds(snapshot), QList{Advice::Kind::MayLeave});
    snapshot.friendsOnTorrents[1].activeClients = 0; // one of them is away
    QVERIFY(kinds(snapshot).isEmpty());
}

void AdviceTest::everybody_having_it_ends_the_work() {
    auto snapshot = twoFriends();
    put(snapshot, kAnna, 0, 10, true);
    snapshot.hosted[0].torrent.visibility = tracker::Visibility::Chosen;
    snapshot.hosted[0].torrent.chosen = {kAnna};
    QCOMPARE(kinds(snapshot), QList{Advice::Kind::EverybodyHas});
}

void AdviceTest::a_key_at_many_places_comes_first() {
    auto snapshot = twoFriends();
    put(snapshot, kAnna, 500, 10, true);
    snapshot.friends[1].activeNetworks = 5;
    const auto advice = hosting::adviceFor(snapshot, kNow);
    QCOMPARE(advice[0].kind, Advice::Kind::KeyShared);
    QCOMPARE(advice[0].who, QStringLiteral("Ben"));
    QCOMPARE(advice[0].count, 5);
    QCOMPARE(hosting::adviceFor(snapshot, kNow, 1).size(), 1);
}

void AdviceTest::the_revoked_count_no_more() {
    auto snapshot = twoFriends();
    put(snapshot, kBen, 180, 9 * kDay, false);
    snapshot.friends[1].revokedAt = kNow;
    snapshot.friends[1].activeNetworks = 5;
    QVERIFY(kinds(snapshot).isEmpty());
}

void AdviceTest::programs_are_called_by_their_names_data() {
    QTest::addColumn<QString>("peerId");
    QTest::addColumn<QString>("name");
    QTest::newRow("Transmission") << "-TR4050-" << "Transmission 4.0.5";
    QTest::newRow("qBittorrent") << "-qB4510-" << "qBittorrent 4.5.1";
    QTest::newRow("zeros") << "-EM0100-" << "Essaim 0.1";
    QTest::newRow("letters count on") << "-DE13F0-" << "Deluge 1.3.15";
    QTest::newRow("unknown") << "-ZZ1234-" << "ZZ1234";
    QTest::newRow("aria2, cut off") << "A2-1-36-" << "aria2 1.36";
    QTest::newRow("aria2") << "A2-1-37-1-" << "aria2 1.37.1";
    QTest::newRow("another form") << "M7-10-5-" << "M7105";
    QTest::newRow("none") << "" << "";
}

void AdviceTest::programs_are_called_by_their_names() {
    QFETCH(QString, peerId);
    QFETCH(QString, name);
    QCOMPARE(hosting::clientName(peerId.toStdString()), name);
}

QTEST_GUILESS_MAIN(AdviceTest)
#include "advice_test.moc"
