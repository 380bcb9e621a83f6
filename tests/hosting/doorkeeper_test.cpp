// With whom the host's own client must not speak any more, and when.
#include "hosting/doorkeeper.h"

#include <QTest>

#include <algorithm>

using namespace essaim;
using hosting::Doorkeeper;
using tracker::TrackerSnapshot;
using tracker::Visibility;

namespace {

constexpr std::int64_t kAnna = 1;
constexpr std::int64_t kBen = 2;
const IpAddress kHome = IpAddress::v4(203, 0, 113, 7);
const IpAddress kAway = IpAddress::v4(203, 0, 113, 8);

TorrentId film() {
    return *TorrentId::fromHex(std::string(40, 'f'));
}

TrackerSnapshot snapshot() {
    TrackerSnapshot result;
    result.startedAt = 1;
    result.policyVersion = 1;
    for (const std::int64_t id : {kAnna, kBen}) {
        tracker::FriendStatus status;
        status.id = id;
        result.friends.push_back(status);
    }
    tracker::HostedStatus status;
    status.torrent.infoHash.v1 = film();
    status.torrent.visibility = Visibility::Friends;
    result.hosted.push_back(status);
    return result;
}

void put(TrackerSnapshot& into, std::int64_t who, const IpAddress& where) {
    tracker::FriendOnTorrent one;
    one.friendId = who;
    one.torrent = film();
    one.peers = {{where, 6881}};
    into.friendsOnTorrents.push_back(one);
}

/// Each look follows upon the one before.
struct Fixture {
    std::vector<Doorkeeper::Word> look() {
        auto words = doorkeeper.look(before, now);
        before = now;
        return words;
    }
    /// What the tracker does when a friend is revoked.
    void revoke(std::int64_t who) {
        std::ranges::find(now.friends, who, &tracker::FriendStatus::id)->revokedAt = 5;
        std::erase_if(now.friendsOnTorrents, [who](const auto& one) { return one.friendId == who; });
        ++now.policyVersion;
    }

    Doorkeeper doorkeeper;
    TrackerSnapshot before;
    TrackerSnapshot now = snapshot();
};

using Words = std::vector<Doorkeeper::Word>;

} // namespace

class DoorkeeperTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void who_is_revoked_is_turned_away_where_it_was();
    void who_may_come_again_is_let_in();
    void somebody_welcome_at_the_same_address_is_spared();
    void who_may_not_have_this_torrent_any_more_is_turned_away();
    void an_announce_that_was_under_way_is_turned_away_too();
    void a_tracker_that_is_off_changes_nothing();
    void what_is_hosted_is_gone_through_only_when_something_was_decided();
};

void DoorkeeperTest::who_is_revoked_is_turned_away_where_it_was() {
    Fixture f;
    put(f.now, kAnna, kHome);
    put(f.now, kBen, kAway);
    QCOMPARE(f.look(), Words());
    f.revoke(kAnna);
    QCOMPARE(f.look(), Words({{film(), {kHome}}}));
    QCOMPARE(f.look(), Words());
}

void DoorkeeperTest::who_may_come_again_is_let_in() {
    Fixture f;
    put(f.now, kAnna, kHome);
    QCOMPARE(f.look(), Words());
    f.revoke(kAnna);
    QCOMPARE(f.look().size(), 1U);
    f.now.friends[0].revokedAt.reset();
    ++f.now.policyVersion;
    QCOMPARE(f.look(), Words({{film(), {}}}));
    QCOMPARE(f.look(), Words());
}

void DoorkeeperTest::somebody_welcome_at_the_same_address_is_spared() {
    Fixture f;
    put(f.now, kAnna, kHome);
    QCOMPARE(f.look(), Words());
    f.revoke(kAnna);
    QCOMPARE(f.look().size(), 1U);
    put(f.now, kBen, kHome); // in the same house
    QCOMPARE(f.look(), Words({{film(), {}}}));
    f.now.friendsOnTorrents.clear();
    QCOMPARE(f.look(), Words({{film(), {kHome}}}));
}

void DoorkeeperTest::who_may_not_have_this_torrent_any_more_is_turned_away() {
    Fixture f;
    put(f.now, kAnna, kHome);
    put(f.now, kBen, kAway);
    QCOMPARE(f.look(), Words());
    f.now.hosted[0].torrent.visibility = Visibility::Chosen;
    f.now.hosted[0].torrent.chosen = {kBen};
    std::erase_if(f.now.friendsOnTorrents, [](const auto& one) { return one.friendId == kAnna; });
    ++f.now.policyVersion;
    QCOMPARE(f.look(), Words({{film(), {kHome}}}));
    f.now.hosted[0].torrent.visibility = Visibility::Everyone;
    ++f.now.policyVersion;
    QCOMPARE(f.look(), Words({{film(), {}}}));
}

void DoorkeeperTest::an_announce_that_was_under_way_is_turned_away_too() {
    Fixture f;
    put(f.now, kAnna, kHome);
    QCOMPARE(f.look(), Words());
    f.revoke(kAnna);
    QCOMPARE(f.look().size(), 1U);
    put(f.now, kAnna, kAway); // for a moment, until the tracker notices
    QCOMPARE(f.look(), Words());
    f.now.friendsOnTorrents.clear();
    QCOMPARE(f.look(), Words({{film(), {kHome, kAway}}}));
}

void DoorkeeperTest::a_tracker_that_is_off_changes_nothing() {
    Fixture f;
    put(f.now, kAnna, kHome);
    QCOMPARE(f.look(), Words());
    f.revoke(kAnna);
    QCOMPARE(f.look().size(), 1U);
    const TrackerSnapshot on = f.now;
    f.now = {};
    QCOMPARE(f.look(), Words());
    f.now = on;
    f.now.startedAt = 9;
    QCOMPARE(f.look(), Words());
}

/// There may be tens of thousands of them, once a second.
void DoorkeeperTest::what_is_hosted_is_gone_through_only_when_something_was_decided() {
    Fixture f;
    put(f.now, kAnna, kHome);
    QCOMPARE(f.look(), Words());
    f.revoke(kAnna);
    QCOMPARE(f.look().size(), 1U);
    f.now.hosted.clear(); // who looked would see that it is shared no more
    QCOMPARE(f.look(), Words());
    ++f.now.policyVersion;
    QCOMPARE(f.look(), Words({{film(), {}}}));
}

QTEST_GUILESS_MAIN(DoorkeeperTest)
#include "doorkeeper_test.moc"
