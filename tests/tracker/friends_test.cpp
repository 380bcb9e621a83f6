// Friends with keys of their own, and torrents that are for them alone.
#include "clients.h"

#include "tracker/tracker.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;

namespace {

const IpAddress kLoopback = IpAddress::v4(127, 0, 0, 1);
const std::string kNotHere = "this tracker does not host this torrent";
const std::string kNeedsKey = "passkey required";
const std::string kBadKey = "passkey not accepted";

std::string failureIn(const std::string& body) {
    const auto document = BencodeDocument::parse(body);
    return document ? std::string(document->root()["failure reason"].string().value_or("")) : "not bencoded";
}

/// Version 1, one file, perhaps private.
std::string makeFile(const std::string& name, bool isPrivate) {
    return "d8:announce17:http://elsewhere/4:infod6:lengthi1000e4:name" + std::to_string(name.size()) + ":" + name +
           "12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaa" + (isPrivate ? "7:privatei1e" : "") + "e" +
           "5:nodesld1:ai1eeee";
}

} // namespace

class FriendsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
        m_anna = m_tracker->addFriend(FriendTerms{.name = "Anna"}).value();
        m_ben = m_tracker->addFriend(FriendTerms{.name = "Ben"}).value();
        host('e', Visibility::Everyone);
        host('f', Visibility::Friends);
        host('c', Visibility::Chosen, {m_anna});
    }
    void cleanup() {
        m_tracker.reset();
        m_folder.reset();
    }

    void eachTorrentIsForThoseWhomTheHostChose();
    void theHostTakesPartInEverything();
    void strangersLeaveWhatIsForFriendsFromNowOn();
    void scrapesTellNoMoreThanAnnounces();
    void whoMayNoMoreIsRefusedAndForgotten();
    void aPausedFriendIsToldSo();
    void aNewKeyKeepsTheTotals();
    void whatWasTakenBeforeTheNewKeyArrivedCounts();
    void whatWasDecidedSurvivesARestart();
    void peersFromBeforeARestartLeaveWithTheirFriend();
    void whoMayNoMoreLeavesTheTorrentAtOnce();
    void keysAreMadeAgainFromTheSecret();
    void withoutTheSecretKeysStillWorkButCannotBeTold();
    void namesAreUnique();
    void onlyTheRevokedAreForgotten();
    void aFriendHasLimitsOfItsOwn();
    void noKeyStandsInTheDatabase();
    void theHostsOwnKeyCanBeRenewed();
    void aProgramAtSeveralAddressesCountsOnce();

private:
    void start() {
        TrackerConfig config;
        config.http = {{kLoopback, 0}};
        config.udp = {{kLoopback, 0}};
        config.database = m_folder->filePath(QStringLiteral("tracker.db")).toStdString();
        config.trustedAnnouncers = {*Cidr::parse("127.0.0.1/32")};
        config.secret = m_folder->filePath(QStringLiteral("tracker.secret")).toStdString();
        auto started = Tracker::start(config);
        if (!started)
            qFatal("%s", describe(started.error()).c_str());
        m_tracker = std::move(*started);
    }
    void restart() {
        m_tracker.reset();
        start();
    }
    void host(char fill, Visibility visibility, std::vector<std::int64_t> chosen = {}) {
        HostedTorrent torrent;
        torrent.infoHash.v1 = hashOf(fill);
        torrent.name = std::string("torrent ") + fill;
        torrent.visibility = visibility;
        torrent.chosen = std::move(chosen);
        QVERIFY(m_tracker->admit(torrent, makeFile(torrent.name, visibility != Visibility::Everyone)).has_value());
    }
    [[nodiscard]] std::string keyOf(std::int64_t id) const {
        const auto keys = m_tracker->keysOf(id);
        return keys ? keys->passkey : std::string();
    }
    /// What an announce is refused with; empty if it is served.
    std::string announce(char fill, const std::string& key, int uploaded = 0) {
        HttpClient client(m_tracker->listenAddresses().http[0]);
        auto target = announceTarget(hashOf(fill), 6881);
        target.replace(target.find("uploaded=0"), 10, "uploaded=" + std::to_string(uploaded));
        return failureIn(client.get((key.empty() ? "/announce" : "/announce/" + key) + target.substr(9)).body);
    }
    [[nodiscard]] FriendStatus statusOf(std::int64_t id) const {
        for (const auto& status : m_tracker->snapshot().friends) {
            if (status.id == id)
                return status;
        }
        return {};
    }
    [[nodiscard]] std::uint32_t seedsOf(char fill) const {
        for (const auto& status : m_tracker->snapshot().hosted) {
            if (status.torrent.infoHash.matches(hashOf(fill)))
                return status.seeds;
        }
        return 99;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Tracker> m_tracker;
    std::int64_t m_anna = 0;
    std::int64_t m_ben = 0;
};

void FriendsTest::eachTorrentIsForThoseWhomTheHostChose() {
    const std::string none;
    const std::string unknown(40, '0');
    QCOMPARE(announce('e', none), none);
    QCOMPARE(announce('e', keyOf(m_ben)), none);
    QCOMPARE(announce('f', none), kNeedsKey);
    QCOMPARE(announce('f', unknown), kBadKey);
    QCOMPARE(announce('f', keyOf(m_anna)), none);
    QCOMPARE(announce('f', keyOf(m_ben)), none);
    QCOMPARE(announce('c', keyOf(m_anna)), none);
    QCOMPARE(announce('c', keyOf(m_ben)), kNotHere); // and learns nothing
    QCOMPARE(announce('c', none), kNeedsKey);
}

void FriendsTest::theHostTakesPartInEverything() {
    const auto own = m_tracker->ownPasskey();
    for (const char torrent : {'e', 'f', 'c'})
        QCOMPARE(announce(torrent, own), std::string());
    QCOMPARE(m_tracker->snapshot().friends.size(), 2u); // and is nobody's friend
}

void FriendsTest::aProgramAtSeveralAddressesCountsOnce() {
    const auto announceFrom = [this](const std::string& address, std::int64_t who, const std::string& more = {}) {
        HttpClient client(m_tracker->listenAddresses().http[0]);
        const auto target = announceTarget(hashOf('f'), 6881, "&left=0&ip=" + percentEncode(address) + more);
        return failureIn(client.get("/announce/" + keyOf(who) + target.substr(9)).body);
    };
    const auto scraped = [this] {
        HttpClient client(m_tracker->listenAddresses().http[0]);
        const auto target = "/scrape/" + keyOf(m_ben) + "?info_hash=" + percentEncode(rawHash(hashOf('f')));
        const auto body = client.get(target).body;
        const auto document = BencodeDocument::parse(body);
        return document->root()["files"][rawHash(hashOf('f'))]["complete"].integer().value_or(-1);
    };
    QCOMPARE(announceFrom("8.8.4.4", m_anna), std::string());
    QCOMPARE(announceFrom("2a00::7", m_anna), std::string());
    QCOMPARE(announceFrom("8.8.8.8", m_ben), std::string()); // who has the same peer id, but is somebody else
    QTRY_COMPARE_WITH_TIMEOUT(seedsOf('f'), 2U, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(scraped(), 2, 30'000);
    QCOMPARE(announceFrom("2a00::7", m_anna, "&event=stopped"), std::string());
    QCOMPARE(announceFrom("8.8.4.5", m_anna), std::string());
    QCOMPARE(announceFrom("8.8.4.4", m_anna, "&event=stopped"), std::string());
    QTRY_COMPARE_WITH_TIMEOUT(seedsOf('f'), 2U, 30'000);
    QCOMPARE(announceFrom("8.8.4.5", m_anna, "&event=stopped"), std::string());
    QTRY_COMPARE_WITH_TIMEOUT(seedsOf('f'), 1U, 30'000);
}

void FriendsTest::theHostsOwnKeyCanBeRenewed() {
    const auto old = m_tracker->ownPasskey();
    const auto annas = keyOf(m_anna);
    QVERIFY(m_tracker->renewOwnKey().has_value());
    const auto own = m_tracker->ownPasskey();
    QCOMPARE(own.size(), 40U);
    QVERIFY(own != old);
    for (int start = 0; start < 2; ++start) {
        QCOMPARE(m_tracker->ownPasskey(), own);
        for (const char torrent : {'e', 'f', 'c'})
            QCOMPARE(announce(torrent, own), std::string());
        QCOMPARE(announce('f', old), kBadKey);
        QCOMPARE(announce('f', annas), std::string()); // friends notice nothing
        restart();
    }
}

void FriendsTest::strangersLeaveWhatIsForFriendsFromNowOn() {
    m_tracker.reset();
    TrackerConfig config;
    config.http = {{kLoopback, 0}};
    config.access = AccessMode::Open;
    m_tracker = std::move(*Tracker::start(config));
    QCOMPARE(announce('x', {}), std::string()); // nobody hosts it yet
    host('x', Visibility::Friends);
    QCOMPARE(seedsOf('x'), 0U);
    QCOMPARE(announce('x', {}), kNeedsKey);
}

void FriendsTest::scrapesTellNoMoreThanAnnounces() {
    QCOMPARE(announce('f', keyOf(m_anna)), std::string());
    const auto complete = [this](const std::string& key) {
        HttpClient client(m_tracker->listenAddresses().http[0]);
        const auto body = client.get("/scrape" + key + "?info_hash=" + percentEncode(rawHash(hashOf('f')))).body;
        const auto document = BencodeDocument::parse(body);
        return document->root()["files"][rawHash(hashOf('f'))]["complete"].integer().value_or(-1);
    };
    QCOMPARE(complete(""), 0);
    QCOMPARE(complete("/" + keyOf(m_ben)), 1);
    UdpClient udp(m_tracker->listenAddresses().udp[0]);
    QCOMPARE(integerAt(udp.ask(scrapePacket(udp.connect(), 1, {hashOf('f')})), 8, 4), 0u);
}

void FriendsTest::whoMayNoMoreIsRefusedAndForgotten() {
    const auto key = keyOf(m_anna);
    QCOMPARE(announce('f', key), std::string());
    QCOMPARE(seedsOf('f'), 1u);
    QVERIFY(m_tracker->revokeFriend(m_anna).has_value());
    QCOMPARE(seedsOf('f'), 0u); // at once
    for (const char torrent : {'e', 'f', 'c'})
        QCOMPARE(announce(torrent, key), kBadKey);
    QVERIFY(statusOf(m_anna).revokedAt.has_value());
    QVERIFY(!m_tracker->keysOf(m_anna));

    // Fewer may: those who may no more leave the swarm, too.
    QCOMPARE(announce('f', keyOf(m_ben)), std::string());
    host('f', Visibility::Chosen, {m_anna});
    QCOMPARE(seedsOf('f'), 0u);
    QCOMPARE(announce('f', keyOf(m_ben)), kNotHere);
}

void FriendsTest::aPausedFriendIsToldSo() {
    QCOMPARE(announce('f', keyOf(m_ben)), std::string());
    QVERIFY(m_tracker->changeFriend(m_ben, {.name = "Ben", .isPaused = true}).has_value());
    QCOMPARE(seedsOf('f'), 0u);
    QVERIFY(announce('f', keyOf(m_ben)).find("paused") != std::string::npos);
    QVERIFY(m_tracker->changeFriend(m_ben, {.name = "Ben"}).has_value());
    QCOMPARE(announce('f', keyOf(m_ben)), std::string());
}

void FriendsTest::aNewKeyKeepsTheTotals() {
    const auto before = keyOf(m_anna);
    QCOMPARE(announce('f', before), std::string());
    QCOMPARE(announce('f', before, 5000), std::string());
    const auto uploaded = statusOf(m_anna).uploaded;
    QVERIFY(uploaded > 0);
    QVERIFY(m_tracker->renewFriend(m_anna).has_value());
    QVERIFY(keyOf(m_anna) != before);
    QCOMPARE(announce('f', before), kBadKey);
    QCOMPARE(seedsOf('f'), 0u);
    QCOMPARE(announce('f', keyOf(m_anna)), std::string());
    QCOMPARE(statusOf(m_anna).uploaded, uploaded);
    QCOMPARE(m_tracker->credits("Anna").size(), 1u);

    QVERIFY(m_tracker->revokeFriend(m_anna).has_value()); // a new key makes a friend again
    QVERIFY(m_tracker->renewFriend(m_anna).has_value());
    QVERIFY(!statusOf(m_anna).revokedAt);
    QCOMPARE(announce('f', keyOf(m_anna)), std::string());
}

/// Peers that have met go on without the tracker.
void FriendsTest::whatWasTakenBeforeTheNewKeyArrivedCounts() {
    const auto before = keyOf(m_anna);
    QCOMPARE(announce('f', before), std::string());
    QCOMPARE(announce('f', before, 5000), std::string());
    QVERIFY(m_tracker->renewFriend(m_anna).has_value());
    QCOMPARE(announce('f', before, 7000), kBadKey);
    QCOMPARE(statusOf(m_anna).uploaded, 5000u);
    QCOMPARE(statusOf(m_anna).activeClients, 0u);
    QCOMPARE(announce('f', keyOf(m_anna), 9000), std::string());
    QCOMPARE(statusOf(m_anna).uploaded, 9000u);
}

void FriendsTest::whatWasDecidedSurvivesARestart() {
    const FriendTerms terms{
        .name = "Anne", .note = "school", .seedOnly = true, .isPaused = true, .maxClients = 3, .maxTorrents = 7};
    QVERIFY(m_tracker->changeFriend(m_anna, terms).has_value());
    QVERIFY(m_tracker->revokeFriend(m_ben).has_value());
    const auto before = m_tracker->snapshot();
    restart();
    const auto after = m_tracker->snapshot();
    QVERIFY(statusOf(m_anna) == before.friends[0]);
    QCOMPARE(statusOf(m_anna).note, std::string("school"));
    QCOMPARE(statusOf(m_anna).maxTorrents, 7u);
    QVERIFY(statusOf(m_ben).revokedAt == before.friends[1].revokedAt);
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(after.hosted[i].torrent == before.hosted[i].torrent);
        QVERIFY(after.hosted[i].hasFile);
        QCOMPARE(after.hosted[i].torrent.isPrivate, i > 0);
    }
    QCOMPARE(announce('c', ""), kNeedsKey);
}

void FriendsTest::peersFromBeforeARestartLeaveWithTheirFriend() {
    QCOMPARE(announce('f', keyOf(m_anna)), std::string());
    restart();
    QCOMPARE(seedsOf('f'), 1U);
    QVERIFY(m_tracker->revokeFriend(m_anna));
    QCOMPARE(seedsOf('f'), 0U);
    restart();
    QCOMPARE(seedsOf('f'), 0U);
}

void FriendsTest::whoMayNoMoreLeavesTheTorrentAtOnce() {
    QCOMPARE(announce('f', keyOf(m_anna)), std::string());
    QCOMPARE(announce('f', keyOf(m_ben)), std::string());
    host('f', Visibility::Chosen, {m_ben});
    QCOMPARE(seedsOf('f'), 0U); // both tests' clients share an address: one peer in the store
    QCOMPARE(announce('f', keyOf(m_anna)), kNotHere);
    QCOMPARE(announce('f', keyOf(m_ben)), std::string());
    QCOMPARE(seedsOf('f'), 1U);
}

void FriendsTest::keysAreMadeAgainFromTheSecret() {
    const auto keys = m_tracker->keysOf(m_anna).value();
    restart();
    QCOMPARE(m_tracker->keysOf(m_anna)->passkey, keys.passkey);
    QCOMPARE(m_tracker->keysOf(m_anna)->inviteToken, keys.inviteToken);
}

void FriendsTest::withoutTheSecretKeysStillWorkButCannotBeTold() {
    const auto key = keyOf(m_anna);
    m_tracker.reset();
    for (const char* const suffix : {"", ".copy"})
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("tracker.secret") + QString::fromLatin1(suffix))));
    start();
    QVERIFY(!statusOf(m_anna).hasKeys);
    QVERIFY(!m_tracker->keysOf(m_anna));
    QCOMPARE(announce('f', key), std::string());
    QVERIFY(m_tracker->renewFriend(m_anna).has_value());
    QVERIFY(statusOf(m_anna).hasKeys);
    QCOMPARE(announce('f', keyOf(m_anna)), std::string());
}

void FriendsTest::namesAreUnique() {
    QCOMPARE(m_tracker->addFriend(FriendTerms{.name = "Anna"}).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(m_tracker->changeFriend(m_ben, {.name = "Anna"}).error().kind, ErrorKind::AlreadyExists);
    for (const std::string& name : {std::string(), std::string("two\nlines"), std::string(101, 'x')})
        QCOMPARE(m_tracker->addFriend(FriendTerms{.name = name}).error().kind, ErrorKind::InvalidData);
    QCOMPARE(m_tracker->changeFriend(99, {.name = "Zoe"}).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_tracker->snapshot().friends.size(), 2u);
}

void FriendsTest::onlyTheRevokedAreForgotten() {
    QCOMPARE(m_tracker->forgetFriend(m_anna).error().kind, ErrorKind::Unsupported);
    const auto key = keyOf(m_anna);
    QCOMPARE(announce('f', key), std::string());
    QVERIFY(m_tracker->revokeFriend(m_anna).has_value());
    QVERIFY(m_tracker->forgetFriend(m_anna).has_value());
    QCOMPARE(m_tracker->snapshot().friends.size(), 1u);
    QCOMPARE(announce('f', key), kBadKey);
    const auto next = m_tracker->addFriend(FriendTerms{.name = "Anna"}).value();
    QVERIFY(next != m_anna); // what was chosen for the first Anna is not for the second
    QCOMPARE(announce('c', keyOf(next)), kNotHere);
    restart();
    QCOMPARE(m_tracker->snapshot().friends.size(), 2u);
    QVERIFY(m_tracker->credits("Anna").empty());
}

void FriendsTest::aFriendHasLimitsOfItsOwn() {
    QVERIFY(m_tracker->changeFriend(m_anna, {.name = "Anna", .maxTorrents = 1}).has_value());
    QCOMPARE(announce('f', keyOf(m_anna)), std::string());
    QVERIFY(announce('c', keyOf(m_anna)).find("as many torrents") != std::string::npos);
    QCOMPARE(announce('f', keyOf(m_ben)), std::string());
    QCOMPARE(announce('e', keyOf(m_ben)), std::string());
}

void FriendsTest::noKeyStandsInTheDatabase() {
    const auto keys = m_tracker->keysOf(m_anna).value();
    m_tracker.reset();
    for (const QString& name : QDir(m_folder->path()).entryList(QDir::Files)) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        for (const auto& secret : {keys.passkey, keys.inviteToken}) {
            QVERIFY(!bytes.contains(QByteArray::fromStdString(secret)));
            QVERIFY(!bytes.contains(QByteArray::fromHex(QByteArray::fromStdString(secret))));
        }
    }
}

QTEST_GUILESS_MAIN(FriendsTest)
#include "friends_test.moc"
