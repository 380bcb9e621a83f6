// What a tracker notes of what happened, and what it blocks.
#include "clients.h"

#include "tracker/tracker.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;

namespace {

const std::string kReason = "its owner asked for it";

std::string failureIn(const std::string& body) {
    const auto document = BencodeDocument::parse(body);
    return document ? std::string(document->root()["failure reason"].string().value_or("")) : "not bencoded";
}

} // namespace

class ActivityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
        HostedTorrent torrent;
        torrent.infoHash.v1 = hashOf('t');
        torrent.name = "Ferien";
        torrent.size = 1000;
        QVERIFY(m_tracker->admit(torrent).has_value());
    }
    void cleanup() {
        m_tracker.reset();
        m_folder.reset();
    }
    void whatTheHostDoesIsNoted();
    void friendsThatComeAndCompleteAreNoted();
    void theLogOutlivesTheTracker();
    void aBlockedTorrentIsRefusedWithItsReason();
    void aBlockCanBeLifted();
    void aListOfBlocksTakesHostedOnesDown();
    void takingDownIsUndoneAsItWasAfterARestart();
    void whatIsNotBlockedAnyMoreIsForgotten();
    void aLongListOfBlocksIsOneNote();

private:
    void start() {
        TrackerConfig config;
        config.http = {{IpAddress::v4(127, 0, 0, 1), 0}};
        config.database = m_folder->filePath(QStringLiteral("tracker.db")).toStdString();
        config.secret = m_folder->filePath(QStringLiteral("tracker.secret")).toStdString();
        auto started = Tracker::start(config);
        if (!started)
            qFatal("%s", describe(started.error()).c_str());
        m_tracker = std::move(*started);
    }
    std::string announce(const std::string& key = {}, int left = 0) {
        HttpClient client(m_tracker->listenAddresses().http[0]);
        auto target = announceTarget(hashOf('t'), 6881);
        target.replace(target.find("left=0"), 6, "left=" + std::to_string(left));
        return failureIn(client.get((key.empty() ? "/announce" : "/announce/" + key) + target.substr(9)).body);
    }
    [[nodiscard]] bool hasNoted(Activity kind, const std::string& subject, const std::string& detail = {}) const {
        return std::ranges::any_of(m_tracker->activity(), [&](const ActivityEntry& entry) {
            return entry.kind == kind && entry.subject == subject && entry.detail == detail;
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Tracker> m_tracker;
};

void ActivityTest::whatTheHostDoesIsNoted() {
    QVERIFY(hasNoted(Activity::TorrentHosted, "Ferien"));
    const auto anna = m_tracker->addFriend(FriendTerms{.name = "Anna"});
    QVERIFY(anna.has_value());
    QVERIFY(m_tracker->changeFriend(*anna, {.name = "Anna", .isPaused = true}).has_value());
    QVERIFY(m_tracker->renewFriend(*anna).has_value());
    QVERIFY(m_tracker->revokeFriend(*anna).has_value());
    QVERIFY(m_tracker->forgetFriend(*anna).has_value());
    QVERIFY(m_tracker->withdraw(hashOf('t')).has_value());
    for (const auto kind :
         {Activity::FriendAdded, Activity::FriendPaused, Activity::FriendRenewed, Activity::FriendRevoked,
          Activity::FriendForgotten})
        QVERIFY2(hasNoted(kind, "Anna"), std::to_string(int(kind)).c_str());
    QVERIFY(hasNoted(Activity::TorrentStopped, "Ferien"));
    QCOMPARE(m_tracker->activity().front().kind, Activity::TorrentStopped); // newest first
    QCOMPARE(m_tracker->snapshot().activityVersion, std::uint64_t(m_tracker->activity().size()));
}

void ActivityTest::friendsThatComeAndCompleteAreNoted() {
    const auto anna = m_tracker->addFriend(FriendTerms{.name = "Anna"});
    const auto key = m_tracker->keysOf(*anna)->passkey;
    QCOMPARE(announce(key, 500), std::string());
    QTRY_VERIFY_WITH_TIMEOUT(hasNoted(Activity::FriendCame, "Anna", "Ferien"), 10'000);
    QVERIFY(!hasNoted(Activity::FriendCompleted, "Anna", "Ferien"));
    QCOMPARE(announce(key, 0), std::string());
    QTRY_VERIFY_WITH_TIMEOUT(hasNoted(Activity::FriendCompleted, "Anna", "Ferien"), 10'000);
    const auto snapshot = m_tracker->snapshot();
    QCOMPARE(snapshot.friendsOnTorrents.size(), 1u);
    QCOMPARE(snapshot.friendsOnTorrents[0].lacking, 0);
    QCOMPARE(snapshot.friendsOnTorrents[0].activeClients, 1u);
}

void ActivityTest::theLogOutlivesTheTracker() {
    const auto before = m_tracker->activity();
    QVERIFY(!before.empty());
    m_tracker.reset();
    start();
    QVERIFY(m_tracker->activity() == before);
}

void ActivityTest::aBlockedTorrentIsRefusedWithItsReason() {
    QCOMPARE(announce(), std::string());
    QVERIFY(m_tracker->withdraw(hashOf('t'), kReason).has_value());
    QCOMPARE(announce(), kReason);
    m_tracker.reset();
    start();
    QCOMPARE(announce(), kReason);
    const auto blocked = m_tracker->snapshot().blocked;
    QCOMPARE(blocked.size(), 1u);
    QCOMPARE(blocked[0].name, std::string("Ferien"));
    QVERIFY(hasNoted(Activity::TorrentRemoved, "Ferien", kReason));
}

void ActivityTest::aBlockCanBeLifted() {
    QVERIFY(m_tracker->withdraw(hashOf('t'), kReason).has_value());
    QVERIFY(m_tracker->unblock({hashOf('t')}).has_value());
    QVERIFY(m_tracker->snapshot().blocked.empty());
    QVERIFY(announce() != kReason);
    QVERIFY(!announce().empty()); // it is not hosted any more, either
    QVERIFY(hasNoted(Activity::TorrentAllowed, "Ferien") || hasNoted(Activity::TorrentAllowed, hashOf('t').toHex()));
}

void ActivityTest::aListOfBlocksTakesHostedOnesDown() {
    QVERIFY(m_tracker->block({{hashOf('t'), "", kReason, 0}, {hashOf('u'), "Other", "", 0}}).has_value());
    QCOMPARE(announce(), kReason);
    QVERIFY(m_tracker->snapshot().hosted.empty());
    QCOMPARE(m_tracker->snapshot().blocked.size(), 2u);
    QVERIFY(hasNoted(Activity::TorrentBlocked, "Other"));
}

void ActivityTest::takingDownIsUndoneAsItWasAfterARestart() {
    const auto anna = m_tracker->addFriend(FriendTerms{.name = "Anna"});
    const auto key = m_tracker->keysOf(*anna)->passkey;
    HostedTorrent torrent;
    torrent.infoHash.v1 = hashOf('t');
    torrent.infoHash.v2 = Sha256Hash{};
    torrent.infoHash.v2->bytes.fill(7);
    torrent.name = "Ferien";
    torrent.size = 1000;
    torrent.visibility = Visibility::Chosen;
    torrent.chosen = {*anna};
    QVERIFY(m_tracker->admit(torrent).has_value());
    const auto before = m_tracker->snapshot().hosted.at(0).torrent;
    QVERIFY(m_tracker->withdraw(hashOf('t'), kReason).has_value());
    QVERIFY(m_tracker->snapshot().hosted.empty());
    QVERIFY(m_tracker->snapshot().blocked.at(0).isTakenDown);
    m_tracker.reset();
    start();
    QVERIFY(m_tracker->snapshot().hosted.empty());
    QCOMPARE(announce(key), kReason);
    const auto back = m_tracker->restore({hashOf('t')});
    QVERIFY(back.has_value());
    QCOMPARE(back->size(), 1u);
    QCOMPARE(announce(key), std::string());
    QVERIFY(!announce().empty()); // still for her alone
    m_tracker.reset();
    start();
    QVERIFY(m_tracker->snapshot().blocked.empty()); // of both hashes
    QVERIFY(m_tracker->snapshot().hosted.at(0).torrent == before);
    QCOMPARE(announce(key), std::string());
    QVERIFY(m_tracker->restore({hashOf('t')})->empty()); // a second click
}

void ActivityTest::whatIsNotBlockedAnyMoreIsForgotten() {
    QVERIFY(m_tracker->block({{hashOf('u'), "Other", kReason, 0}}).has_value());
    QVERIFY(m_tracker->withdraw(hashOf('t'), kReason).has_value());
    QVERIFY(m_tracker->unblock({hashOf('t')}).has_value());
    QVERIFY(m_tracker->restore({hashOf('t'), hashOf('u')})->empty());
    QCOMPARE(m_tracker->snapshot().blocked.size(), 1u); // never shared here, so blocked as before
    HostedTorrent torrent;
    torrent.infoHash.v1 = hashOf('t');
    torrent.name = "Again";
    QVERIFY(m_tracker->admit(torrent).has_value());
    m_tracker.reset();
    start();
    QCOMPARE(m_tracker->snapshot().hosted.size(), 1u);
}

void ActivityTest::aLongListOfBlocksIsOneNote() {
    std::vector<BlockedStatus> list;
    std::vector<Sha1Hash> hashes;
    for (int i = 0; i < 300; ++i) {
        Sha1Hash hash;
        hash.bytes[0] = static_cast<std::uint8_t>(i);
        hash.bytes[1] = static_cast<std::uint8_t>(i >> 8);
        list.push_back({hash, "Torrent", kReason, 0});
        hashes.push_back(hash);
    }
    const auto before = m_tracker->activity().size();
    QVERIFY(m_tracker->block(list).has_value());
    QCOMPARE(m_tracker->snapshot().blocked.size(), list.size());
    QVERIFY(hasNoted(Activity::TorrentBlocked, "", "300"));
    QVERIFY(m_tracker->unblock(hashes).has_value());
    QVERIFY(hasNoted(Activity::TorrentAllowed, "", "300"));
    QCOMPARE(m_tracker->activity().size(), before + 2);
}

QTEST_GUILESS_MAIN(ActivityTest)
#include "activity_test.moc"
