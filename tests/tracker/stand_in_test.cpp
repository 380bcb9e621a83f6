// Two trackers, one of which stands in for the other, over real sockets.
#include "clients.h"

#include "tracker/access/stand_in_list.h"
#include "tracker/access/stand_in_report.h"
#include "tracker/access/standing_in.h"
#include "tracker/tracker.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <optional>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;

namespace {

const IpAddress kLoopback = IpAddress::v4(127, 0, 0, 1);

std::string torrentFile(const std::string& name) {
    return "d4:infod6:lengthi3e4:name" + std::to_string(name.size()) + ":" + name +
           "12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaa7:privatei1eee";
}

HostedTorrent
torrent(char fill, const std::string& name, Visibility visibility, std::vector<std::int64_t> chosen = {}) {
    HostedTorrent result;
    result.infoHash.v1 = hashOf(fill);
    result.name = name;
    result.size = 3;
    result.visibility = visibility;
    result.chosen = std::move(chosen);
    return result;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class StandInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theHostDecidesWhoStandsIn();
    void linksAndFilesNameTheStandIn();
    void aListNamesNobody();
    void onlyMembersComeAndOnlyToWhatIsTheirs();
    void aMemberIsNoFriendOfTheOneWhoStandsIn();
    void aListSaysNothingAboutWhatIsOurOwn();
    void forEveryoneIsOnlyWhatNoHostKeepsForSome();
    void whoIsRevokedIsRefusedThereToo();
    void whatIsNoMoreOnTheListGoes();
    void whatTheHostMissedIsInTheTotals();
    void nothingCountsTwice();
    void aReportSurvivesARestartOfBoth();
    void theFriendMayWithdraw();
    void revokedFriendsStandInForNobody();
    void readsWhatItWrites();
    void refusesListsThatAreNone_data();
    void refusesListsThatAreNone();
    void knowsAnnounceAddresses_data();
    void knowsAnnounceAddresses();

private:
    struct Place {
        QTemporaryDir folder;
        TrackerConfig config;
        std::unique_ptr<Tracker> tracker;

        void start() {
            config.http = {{kLoopback, 0}};
            config.minInterval = std::chrono::seconds(1);
            config.database = folder.filePath(QStringLiteral("tracker.db")).toStdString();
            config.secret = folder.filePath(QStringLiteral("tracker.secret")).toStdString();
            auto started = Tracker::start(config);
            QVERIFY2(started.has_value(), started ? "" : describe(started.error()).c_str());
            tracker = std::move(*started);
        }
        HttpClient::Answer get(const std::string& target) const {
            HttpClient client(tracker->listenAddresses().http[0]);
            client.write("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
            return client.read();
        }
        std::string url() const {
            return "http://127.0.0.1:" + std::to_string(tracker->listenAddresses().http[0].port) + "/announce";
        }
        /// The body of the answer.
        std::string announce(
            const std::string& key, char fill, int port, std::uint64_t up, std::uint64_t down,
            const std::string& more = {}) const {
            std::string hash;
            for (int i = 0; i < 20; ++i)
                hash += fill;
            return get("/announce" + (key.empty() ? key : "/" + key) + "?info_hash=" + hash + "&peer_id=-XX0001-" +
                       std::to_string(100000000000 + port) + "&port=" + std::to_string(port) + "&uploaded=" +
                       std::to_string(up) + "&downloaded=" + std::to_string(down) + "&left=1&compact=1&key=1" + more)
                .body;
        }
    };

    std::string pageOf(std::int64_t id) { return "/i/" + m_alice->tracker->keysOf(id)->inviteToken; }
    std::string offer() { return m_alice->get(pageOf(m_paul) + "/stand-in?announce=" + m_pauls->url()).body; }
    void fetch() {
        m_pauls->config.standInLists = {offer()};
        QVERIFY(m_pauls->tracker->apply(m_pauls->config).has_value());
    }
    void standIn() {
        (void)offer();
        QVERIFY(m_alice->tracker->acceptStandIn(m_paul).has_value());
        fetch();
    }
    /// The key that a friend uses at Paul's.
    std::string keyThere(std::int64_t id) {
        const auto urls = m_alice->tracker->keysOf(id)->standInUrls;
        return urls.empty() ? std::string() : urls.front().substr(urls.front().rfind('/') + 1);
    }
    StandInStatus status() {
        const auto all = m_alice->tracker->snapshot().standIns;
        return all.empty() ? StandInStatus{} : all.front();
    }
    void reconcile() {
        const auto url = status().reportUrl;
        const auto path = url.substr(url.find("/s/"));
        QVERIFY(m_alice->tracker->mergeReport(m_paul, m_pauls->get(path).body).has_value());
    }
    FriendStatus anna() {
        const auto all = m_alice->tracker->snapshot().friends;
        return *std::ranges::find(all, m_anna, &FriendStatus::id);
    }

    std::optional<Place> m_alice;
    std::optional<Place> m_pauls;
    std::int64_t m_anna = 0;
    std::int64_t m_ben = 0;
    std::int64_t m_paul = 0;
};

void StandInTest::init() {
    m_alice.emplace();
    m_pauls.emplace();
    m_alice->config.title = "Alice";
    m_alice->start();
    m_pauls->start();
    m_anna = *m_alice->tracker->addFriend(FriendTerms{"Anna"});
    m_ben = *m_alice->tracker->addFriend(FriendTerms{"Ben"});
    m_paul = *m_alice->tracker->addFriend(FriendTerms{"Paul"});
    QVERIFY(m_alice->tracker->admit(torrent('a', "All", Visibility::Friends), torrentFile("All")).has_value());
    QVERIFY(
        m_alice->tracker->admit(torrent('b', "Annas", Visibility::Chosen, {m_anna}), torrentFile("Annas")).has_value());
    QVERIFY(m_alice->tracker->admit(torrent('e', "Public", Visibility::Everyone), torrentFile("Public")).has_value());
}

void StandInTest::cleanup() {
    m_alice.reset();
    m_pauls.reset();
}

void StandInTest::theHostDecidesWhoStandsIn() {
    QVERIFY(!m_alice->tracker->acceptStandIn(m_paul));
    QCOMPARE(Tracker::readStandInAnswer(offer())->isAccepted, false);
    QCOMPARE(status().friendId, m_paul);
    QVERIFY(!status().isAccepted && status().reportUrl.empty());
    QVERIFY(keyThere(m_anna).empty());
    QVERIFY(m_alice->tracker->acceptStandIn(m_paul).has_value());
    const auto answer = Tracker::readStandInAnswer(offer());
    QCOMPARE(*answer, (StandInAnswer{true, "Alice", 3, 3}));
    QVERIFY(status().isAccepted);
    QVERIFY(m_alice->tracker->endStandIn(m_paul).has_value());
    QCOMPARE(Tracker::readStandInAnswer(offer())->isAccepted, false);
}

void StandInTest::linksAndFilesNameTheStandIn() {
    m_alice->config.announceUrls = {"http://alice.example/announce"};
    QVERIFY(m_alice->tracker->apply(m_alice->config).has_value());
    standIn();
    const auto keys = *m_alice->tracker->keysOf(m_anna);
    QCOMPARE(keys.standInUrls, std::vector{m_pauls->url() + "/" + keyThere(m_anna)});
    QVERIFY(keyThere(m_anna) != keys.passkey && keyThere(m_anna) != keyThere(m_ben));
    const auto file = m_alice->get(pageOf(m_anna) + "/" + hashOf('a').toHex() + ".torrent").body;
    const auto own = file.find("alice.example/announce/" + keys.passkey);
    QVERIFY(own != std::string::npos && file.rfind(keys.standInUrls.front()) > own);
    QVERIFY(!has(file, keyThere(m_ben)));
}

void StandInTest::aListNamesNobody() {
    standIn();
    const auto list = m_pauls->config.standInLists.front();
    for (const char* secret : {"Anna", "Ben", "Annas", "Public"})
        QVERIFY2(!has(list, secret), secret);
    for (const auto id : {m_anna, m_ben, m_paul}) {
        QVERIFY(!has(list, m_alice->tracker->keysOf(id)->passkey));
        QVERIFY(!has(list, keyThere(id)));
    }
}

void StandInTest::onlyMembersComeAndOnlyToWhatIsTheirs() {
    standIn();
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'a', 1001, 0, 0), "5:peers"));
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'b', 1001, 0, 0), "5:peers"));
    QVERIFY(has(m_pauls->announce(keyThere(m_ben), 'b', 1002, 0, 0), "failure reason"));
    QVERIFY(has(m_pauls->announce("", 'a', 1003, 0, 0), "failure reason"));
    QVERIFY(has(m_pauls->announce(m_alice->tracker->keysOf(m_anna)->passkey, 'a', 1004, 0, 0), "failure reason"));
    QVERIFY(has(m_pauls->announce("", 'e', 1005, 0, 0), "5:peers")); // for everyone
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'x', 1001, 0, 0), "failure reason"));
    const auto met = m_pauls->announce(keyThere(m_ben), 'a', 1002, 0, 0);
    QVERIFY2(has(met, "peers6:\x7f"), met.c_str()); // Anna, whose address begins with 127
}

void StandInTest::aMemberIsNoFriendOfTheOneWhoStandsIn() {
    QVERIFY(m_pauls->tracker->admit(torrent('p', "Pauls", Visibility::Friends)).has_value());
    standIn();
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'p', 1001, 0, 0), "failure reason"));
    const auto friendOfPaul = *m_pauls->tracker->addFriend("Zoe");
    QVERIFY(has(m_pauls->announce(friendOfPaul, 'p', 1002, 0, 0), "5:peers"));
    QVERIFY(has(m_pauls->announce(friendOfPaul, 'a', 1002, 0, 0), "failure reason"));
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'a', 1003, 0, 0), "5:peers"));
    const auto snapshot = m_pauls->tracker->snapshot();
    QCOMPARE(snapshot.friends.size(), 1U);
    QCOMPARE(snapshot.friendsOnTorrents.size(), 1U); // Zoe alone
    QCOMPARE(snapshot.hosted.size(), 1U);
    QVERIFY(m_pauls->tracker->admit(torrent('a', "Same", Visibility::Friends)).has_value());
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'a', 1003, 0, 0), "failure reason")); // Paul decides about his own
    QVERIFY(has(m_pauls->announce(friendOfPaul, 'a', 1002, 0, 0), "5:peers"));
    QVERIFY(m_pauls->tracker->withdraw(hashOf('a')).has_value());
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'a', 1003, 0, 0), "5:peers"));
}

void StandInTest::aListSaysNothingAboutWhatIsOurOwn() {
    const auto tom = *m_pauls->tracker->addFriend(FriendTerms{"Tom"});
    QVERIFY(m_pauls->tracker->admit(torrent('a', "All", Visibility::Chosen, {tom}), torrentFile("All")).has_value());
    QVERIFY(m_pauls->tracker->admit(torrent('b', "Annas", Visibility::Everyone), torrentFile("Annas")).has_value());
    QVERIFY(m_pauls->tracker->admit(torrent('e', "Public", Visibility::Friends), torrentFile("Public")).has_value());
    standIn();
    const auto toms = m_pauls->tracker->keysOf(tom)->passkey;
    QVERIFY(has(m_pauls->announce(toms, 'a', 1001, 0, 0), "5:peers"));
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'a', 1002, 0, 0), "failure reason"));
    QVERIFY(has(m_pauls->announce("", 'b', 1003, 0, 0), "5:peers"));
    QVERIFY(has(m_pauls->announce("", 'e', 1004, 0, 0), "failure reason")); // for everyone, says the list
    QVERIFY(has(m_pauls->announce(toms, 'e', 1005, 0, 0), "5:peers"));
}

void StandInTest::forEveryoneIsOnlyWhatNoHostKeepsForSome() {
    StandInList closed;
    closed.isAccepted = true;
    closed.reportToken = std::string(32, 'a');
    closed.members.resize(1);
    const auto one = torrent('1', {}, {}).infoHash;
    const auto two = torrent('2', {}, {}).infoHash;
    closed.torrents = {{one, false, {0}}, {two, true, {}}};
    StandInList open = closed;
    open.torrents = {{one, true, {}}, {two, true, {}}};
    const auto entries = StandingIn({encode(closed), encode(open)}).restricted();
    QCOMPARE(entries.size(), 1u);
    QCOMPARE(entries[0].infoHash, hashOf('1'));
    QCOMPARE(entries[0].friends, std::vector{memberIdOf(closed.members[0])});
}

void StandInTest::whoIsRevokedIsRefusedThereToo() {
    standIn();
    const auto bens = keyThere(m_ben);
    QVERIFY(has(m_pauls->announce(bens, 'a', 1002, 0, 0), "5:peers"));
    QVERIFY(m_alice->tracker->revokeFriend(m_ben).has_value());
    const auto before = m_pauls->announce(keyThere(m_anna), 'a', 1001, 0, 0);
    QVERIFY2(has(before, "peers6:\x7f"), before.c_str());
    fetch();
    QVERIFY(has(m_pauls->announce(bens, 'a', 1002, 0, 0), "failure reason"));
    QVERIFY(!has(m_pauls->announce(keyThere(m_anna), 'a', 1001, 0, 0), "peers6:\x7f")); // Ben has left the swarm
    const auto annas = keyThere(m_anna);
    QVERIFY(m_alice->tracker->renewFriend(m_anna).has_value());
    fetch();
    QVERIFY(has(m_pauls->announce(annas, 'a', 1001, 0, 0), "failure reason"));
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'a', 1001, 0, 0), "5:peers"));
}

void StandInTest::whatIsNoMoreOnTheListGoes() {
    standIn();
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'a', 1001, 0, 0), "5:peers"));
    QVERIFY(m_alice->tracker->withdraw(hashOf('a')).has_value());
    QVERIFY(m_alice->tracker->admit(torrent('b', "Annas", Visibility::Chosen, {m_ben})).has_value());
    fetch();
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'a', 1001, 0, 0), "failure reason"));
    QVERIFY(has(m_pauls->announce(keyThere(m_anna), 'b', 1001, 0, 0), "failure reason"));
    QVERIFY(has(m_pauls->announce(keyThere(m_ben), 'b', 1002, 0, 0), "5:peers"));
    m_pauls->config.standInLists.clear();
    QVERIFY(m_pauls->tracker->apply(m_pauls->config).has_value());
    QVERIFY(has(m_pauls->announce(keyThere(m_ben), 'b', 1002, 0, 0), "failure reason"));
    QVERIFY(has(m_pauls->announce("", 'e', 1002, 0, 0), "failure reason"));
    QCOMPARE(m_pauls->tracker->snapshot().totals.swarms, 0U);
}

void StandInTest::whatTheHostMissedIsInTheTotals() {
    standIn();
    m_alice->tracker.reset();
    const auto keys = [&] { // made again from the secret
        m_alice->start();
        const auto key = keyThere(m_anna);
        m_alice->tracker.reset();
        return key;
    }();
    QVERIFY(has(m_pauls->announce(keys, 'a', 1001, 100, 1000), "5:peers"));
    QVERIFY(has(m_pauls->announce(keys, 'a', 1001, 600, 5000), "5:peers"));
    m_alice->start();
    QCOMPARE(anna().downloaded, 0U);
    reconcile();
    QCOMPARE(anna().downloaded, 4000U);
    QCOMPARE(anna().uploaded, 500U);
    QVERIFY(anna().lastSeen > 0);
    QVERIFY(status().answeredAt > 0);
    QVERIFY(m_pauls->tracker->snapshot().standInCalls > 0);
    reconcile();
    QCOMPARE(anna().downloaded, 4000U);
}

void StandInTest::nothingCountsTwice() {
    standIn();
    const auto here = m_alice->tracker->keysOf(m_anna)->passkey;
    const auto there = keyThere(m_anna);
    // A client that announces to both all the time.
    for (const auto* place : {&*m_alice, &*m_pauls})
        QVERIFY(has(place->announce(place == &*m_alice ? here : there, 'a', 1001, 0, 0), "5:peers"));
    for (const auto* place : {&*m_alice, &*m_pauls})
        QVERIFY(has(place->announce(place == &*m_alice ? here : there, 'a', 1001, 10, 300), "5:peers"));
    reconcile();
    QCOMPARE(anna().downloaded, 300U);
    QVERIFY(has(m_pauls->announce(there, 'a', 1001, 20, 700), "5:peers")); // the host did not hear of this
    reconcile();
    QCOMPARE(anna().downloaded, 700U);
    QVERIFY(has(m_alice->announce(here, 'a', 1001, 30, 900), "5:peers"));
    QCOMPARE(anna().downloaded, 900U);
    for (const auto* place : {&*m_alice, &*m_pauls})
        QVERIFY(
            has(place->announce(place == &*m_alice ? here : there, 'a', 1001, 40, 1000, "&event=stopped"), "peers"));
    reconcile();
    reconcile();
    QCOMPARE(anna().downloaded, 1000U);
    QCOMPARE(anna().uploaded, 40U);
}

void StandInTest::aReportSurvivesARestartOfBoth() {
    standIn();
    const auto there = keyThere(m_anna);
    m_alice->tracker.reset();
    QVERIFY(has(m_pauls->announce(there, 'a', 1001, 0, 0), "5:peers"));
    QVERIFY(has(m_pauls->announce(there, 'a', 1001, 0, 800), "5:peers"));
    m_pauls->tracker.reset();
    m_pauls->start();
    QVERIFY(has(m_pauls->announce(there, 'a', 1001, 0, 900), "5:peers"));
    m_alice->start();
    QVERIFY(status().isAccepted);
    reconcile();
    QCOMPARE(anna().downloaded, 900U);
    m_alice->tracker.reset();
    m_alice->start();
    reconcile();
    QCOMPARE(anna().downloaded, 900U);
}

void StandInTest::theFriendMayWithdraw() {
    standIn();
    QCOMPARE(Tracker::readStandInAnswer(m_alice->get(pageOf(m_paul) + "/stand-in").body)->isAccepted, true);
    QTRY_VERIFY(m_alice->tracker->snapshot().standIns.empty()); // soon after, for good
    QVERIFY(keyThere(m_anna).empty());
    m_alice->tracker.reset();
    m_alice->start();
    QVERIFY(m_alice->tracker->snapshot().standIns.empty());
}

void StandInTest::revokedFriendsStandInForNobody() {
    standIn();
    const auto page = pageOf(m_paul);
    QVERIFY(!keyThere(m_anna).empty());
    QVERIFY(m_alice->tracker->revokeFriend(m_paul).has_value());
    QVERIFY(keyThere(m_anna).empty());
    QVERIFY(has(m_alice->get(page + "/stand-in").head, "404"));
}

void StandInTest::readsWhatItWrites() {
    StandInList list;
    list.isAccepted = true;
    list.title = "A";
    list.reportToken = std::string(32, 'a');
    list.members.resize(2);
    list.members[1].bytes[0] = 7;
    InfoHash hybrid;
    hybrid.v1 = hashOf('1');
    hybrid.v2 = Sha256Hash{};
    hybrid.v2->bytes[3] = 9;
    list.torrents = {{hybrid, false, {0, 1}}, {hybrid, true, {}}};
    QCOMPARE(*parseStandInList(encode(list)), list);
    StandInReport report;
    report.now = 9;
    storage::StandInReportRecord record{memberIdOf(list.members[1]), hashOf('1'), ~0ULL, 1, 2, 3, 4, 5, 6, 7, "-XX-"};
    report.entries = {{list.members[1], record}};
    QCOMPARE(*parseStandInReport(encode(report)), report);
    QVERIFY(memberIdOf(list.members[0]) < 0 && memberIdOf(list.members[0]) != memberIdOf(list.members[1]));
}

void StandInTest::refusesListsThatAreNone_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArray("<html>");
    QTest::newRow("another dictionary") << QByteArray("d4:infodee");
    QTest::newRow("no token") << QByteArray("d8:acceptedi1e15:essaim-stand-ini1e7:members0:8:torrentslee");
    QTest::newRow("half a member") << QByteArray("d8:acceptedi1e15:essaim-stand-ini1e7:members3:abc6:report32:") +
                                          QByteArray(32, 'a') + QByteArray("8:torrentslee");
}

void StandInTest::refusesListsThatAreNone() {
    QFETCH(QByteArray, bytes);
    QVERIFY(!Tracker::readStandInAnswer(bytes.toStdString()));
}

void StandInTest::knowsAnnounceAddresses_data() {
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("http") << QByteArray("http://12.3.4.5:6969/announce") << true;
    QTest::newRow("udp, IPv6") << QByteArray("udp://[2a01::1]:6969/announce") << true;
    QTest::newRow("with a key") << QByteArray("http://a/announce/0123") << false;
    QTest::newRow("no host") << QByteArray("http:///announce") << false;
    QTest::newRow("another scheme") << QByteArray("file:///announce") << false;
    QTest::newRow("a user") << QByteArray("http://a@b/announce") << false;
    QTest::newRow("two lines") << QByteArray("http://a\n/announce") << false;
    QTest::newRow("long") << "http://" + QByteArray(300, 'a') + "/announce" << false;
}

void StandInTest::knowsAnnounceAddresses() {
    QFETCH(QByteArray, url);
    QTEST(isAnnounceBase(url.toStdString()), "isOne");
}

QTEST_GUILESS_MAIN(StandInTest)
#include "stand_in_test.moc"
