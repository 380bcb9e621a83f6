// A whole tracker over real sockets on loopback.
#include "clients.h"

#include "tracker/tracker.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <thread>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;

namespace {

const IpAddress kLoopback = IpAddress::v4(127, 0, 0, 1);

TrackerConfig openConfig() {
    TrackerConfig config;
    config.http = {{kLoopback, 0}};
    config.udp = {{kLoopback, 0}};
    config.access = AccessMode::Open;
    return config;
}

std::unique_ptr<Tracker> startTracker(const TrackerConfig& config) {
    auto tracker = Tracker::start(config);
    if (!tracker)
        qFatal("%s", describe(tracker.error()).c_str());
    return std::move(*tracker);
}

std::int64_t integerIn(const std::string& body, std::string_view key) {
    const auto document = BencodeDocument::parse(body);
    return document ? document->root()[key].integer().value_or(-1) : -1;
}

std::string failureIn(const std::string& body) {
    const auto document = BencodeDocument::parse(body);
    return document ? std::string(document->root()["failure reason"].string().value_or("")) : "not bencoded";
}

HostedTorrent torrentV1(char fill) {
    HostedTorrent torrent;
    torrent.infoHash.v1 = hashOf(fill);
    torrent.name = "torrent";
    return torrent;
}

std::string textOf(const Bytes& packet) {
    return {packet.begin() + 8, packet.end()};
}

} // namespace

class EndToEndTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void httpClientsFindEachOther();
    void httpAndUdpShareOneSwarm();
    void udpScrapeKeepsOrderAndDuplicates();
    void httpScrapeListsKnownAndUnknownHashes();
    void keepAliveAnswersPipelinedRequestsInOrder();
    void aRequestByteByByteIsAnswered();
    void tooLongHeadsAreRefusedAndClosed();
    void methodsAndPathsAreChecked();
    void theFrontPageIsReadable();
    void hostedModeRefusesOtherTorrents();
    void friendsModeAsksForAPasskey();
    void applyChangesTheRulesWhileServing();
    void completedCountsSurviveARestart();
    void aHybridIsOneRowForTwoSwarms();
    void withdrawnTorrentsAreRefused();
    void aTakenPortIsReported();
    void severalWorkersShareOnePortAndOneSecret();
    void connectionIdsLiveThroughARestartInTheProcess();
    void udpAnswersComeFromTheAddressThatWasAsked();
    void ipv6ClientsGetIpv6Peers();
    void connectionsPerAddressAreBounded();
    void stoppingWithOpenConnectionsIsQuick();
};

void EndToEndTest::httpClientsFindEachOther() {
    const auto tracker = startTracker(openConfig());
    HttpClient client(tracker->listenAddresses().http[0]);
    const auto first = client.get(announceTarget(hashOf('a'), 6881));
    QCOMPARE(first.status, 200);
    QVERIFY(peersIn(first.body).empty());
    QCOMPARE(integerIn(first.body, "complete"), 1);
    const auto second = client.get(announceTarget(hashOf('a'), 6882, "&left=5&event=started"));
    QVERIFY((peersIn(second.body) == std::vector<Endpoint>{{kLoopback, 6881}}));
    QCOMPARE(integerIn(second.body, "complete"), 1);
    QCOMPARE(integerIn(second.body, "incomplete"), 1);
    const auto document = BencodeDocument::parse(second.body);
    QVERIFY(document && document->isCanonical());
    QCOMPARE(tracker->snapshot().totals.httpAnnounces, 2U);
    QCOMPARE(tracker->snapshot().totals.peers, 2U);
}

void EndToEndTest::httpAndUdpShareOneSwarm() {
    const auto tracker = startTracker(openConfig());
    HttpClient http(tracker->listenAddresses().http[0]);
    http.get(announceTarget(hashOf('a'), 6881));
    UdpClient udp(tracker->listenAddresses().udp[0]);
    const auto answer =
        udp.ask(announcePacket(udp.connect(), 0xfeedbeef, {.hash = hashOf('a'), .left = 9, .port = 6882}));
    QCOMPARE(answer.size(), std::size_t{26});
    QCOMPARE(integerAt(answer, 0, 4), 1U);
    QCOMPARE(integerAt(answer, 4, 4), 0xfeedbeefU);
    QCOMPARE(integerAt(answer, 12, 4), 1U); // leechers
    QCOMPARE(integerAt(answer, 16, 4), 1U); // seeds
    QCOMPARE(integerAt(answer, 20, 4), 0x7f000001U);
    QCOMPARE(integerAt(answer, 24, 2), 6881U);
}

void EndToEndTest::udpScrapeKeepsOrderAndDuplicates() {
    const auto tracker = startTracker(openConfig());
    UdpClient udp(tracker->listenAddresses().udp[0]);
    const auto id = udp.connect();
    udp.ask(announcePacket(id, 1, {.hash = hashOf('a'), .left = 0}));
    udp.ask(announcePacket(id, 1, {.hash = hashOf('b'), .left = 1}));
    const auto answer = udp.ask(scrapePacket(id, 3, {hashOf('b'), hashOf('a'), hashOf('z'), hashOf('b')}));
    QCOMPARE(answer.size(), std::size_t{8 + 4 * 12});
    const std::uint64_t expected[] = {0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1}; // seeds, completed, leechers
    for (std::size_t i = 0; i < std::size(expected); ++i)
        QCOMPARE(integerAt(answer, 8 + 4 * i, 4), expected[i]);
}

void EndToEndTest::httpScrapeListsKnownAndUnknownHashes() {
    const auto tracker = startTracker(openConfig());
    HttpClient client(tracker->listenAddresses().http[0]);
    client.get(announceTarget(hashOf('b'), 6881));
    const auto answer =
        client.get("/scrape?info_hash=" + percentEncode(rawHash(hashOf('z'))) + "&info_hash=" + rawHash(hashOf('b')));
    const auto document = BencodeDocument::parse(answer.body);
    QVERIFY(document && document->isCanonical());
    const auto files = document->root()["files"];
    QCOMPARE(files.size(), std::size_t{2});
    QCOMPARE(files[rawHash(hashOf('b'))]["complete"].integer().value_or(-1), 1);
    QCOMPARE(files[rawHash(hashOf('z'))]["complete"].integer().value_or(-1), 0);
    QCOMPARE(tracker->snapshot().totals.swarms, 1U);
}

void EndToEndTest::keepAliveAnswersPipelinedRequestsInOrder() {
    const auto tracker = startTracker(openConfig());
    HttpClient client(tracker->listenAddresses().http[0]);
    const auto request = [](const std::string& target, const std::string& more = "") {
        return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n";
    };
    client.write(
        request(announceTarget(hashOf('a'), 6881)) + request("/nothing") +
        request(announceTarget(hashOf('a'), 6882), "Connection: close\r\n"));
    QCOMPARE(client.read().status, 200);
    QCOMPARE(client.read().status, 404);
    const auto last = client.read();
    QCOMPARE(last.status, 200);
    QVERIFY(last.head.find("Connection: close") != std::string::npos);
    QVERIFY(client.isClosedByServer());
}

void EndToEndTest::aRequestByteByByteIsAnswered() {
    const auto tracker = startTracker(openConfig());
    HttpClient client(tracker->listenAddresses().http[0]);
    for (const char c : "GET " + announceTarget(hashOf('a'), 6881) + " HTTP/1.0\r\n\r\n")
        client.write({&c, 1});
    QCOMPARE(client.read().status, 200);
    QVERIFY(client.isClosedByServer());
}

void EndToEndTest::tooLongHeadsAreRefusedAndClosed() {
    const auto tracker = startTracker(openConfig());
    HttpClient client(tracker->listenAddresses().http[0]);
    client.write("GET /announce?" + std::string(20'000, 'x'));
    QCOMPARE(client.read().status, 431);
    QVERIFY(client.isClosedByServer());
    HttpClient next(tracker->listenAddresses().http[0]);
    QCOMPARE(next.get(announceTarget(hashOf('a'), 6881, "&x=" + std::string(7000, 'y'))).status, 200);
}

void EndToEndTest::methodsAndPathsAreChecked() {
    const auto tracker = startTracker(openConfig());
    HttpClient post(tracker->listenAddresses().http[0]);
    post.write("POST /announce HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody");
    const auto refused = post.read();
    QCOMPARE(refused.status, 405);
    QVERIFY(refused.head.find("Allow: GET, HEAD") != std::string::npos);
    HttpClient client(tracker->listenAddresses().http[0]);
    QCOMPARE(client.get("/favicon.ico").status, 404);
    client.write("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto head = client.read(false);
    QCOMPARE(head.status, 200);
    QCOMPARE(client.get("/nothing").status, 404); // no stray body bytes before it
    client.write("GET / HTTP/1.1\r\n\r\n");
    QCOMPARE(client.read().status, 400); // no Host
}

void EndToEndTest::theFrontPageIsReadable() {
    const auto tracker = startTracker(openConfig());
    HttpClient client(tracker->listenAddresses().http[0]);
    const auto page = client.get("/");
    QCOMPARE(page.status, 200);
    QVERIFY(page.head.find("text/plain") != std::string::npos);
    QVERIFY(page.body.find("tracker") != std::string::npos);
}

void EndToEndTest::hostedModeRefusesOtherTorrents() {
    auto config = openConfig();
    config.access = AccessMode::Hosted;
    const auto tracker = startTracker(config);
    QVERIFY(tracker->admit(torrentV1('a')).has_value());
    HttpClient http(tracker->listenAddresses().http[0]);
    QCOMPARE(integerIn(http.get(announceTarget(hashOf('a'), 6881)).body, "complete"), 1);
    const auto refused = http.get(announceTarget(hashOf('b'), 6881));
    QCOMPARE(refused.status, 200);
    QCOMPARE(failureIn(refused.body), std::string("this tracker does not host this torrent"));
    UdpClient udp(tracker->listenAddresses().udp[0]);
    const auto packet = udp.ask(announcePacket(udp.connect(), 5, {.hash = hashOf('b')}));
    QCOMPARE(integerAt(packet, 0, 4), 3U);
    QCOMPARE(textOf(packet), std::string("this tracker does not host this torrent"));
    QCOMPARE(tracker->snapshot().totals.refused, 2U);
    QCOMPARE(tracker->snapshot().totals.swarms, 1U);
}

void EndToEndTest::friendsModeAsksForAPasskey() {
    const std::string key(40, '5');
    auto config = openConfig();
    config.access = AccessMode::Friends;
    config.friends = {{"Ben", key}};
    const auto tracker = startTracker(config);
    QVERIFY(tracker->admit(torrentV1('a')).has_value());
    HttpClient http(tracker->listenAddresses().http[0]);
    const auto target = announceTarget(hashOf('a'), 6881);
    const auto withKey = [&](const std::string& k) { return "/announce/" + k + target.substr(target.find('?')); };
    QCOMPARE(failureIn(http.get(target).body), std::string("passkey required"));
    QCOMPARE(failureIn(http.get(withKey(std::string(40, '6'))).body), std::string("passkey not accepted"));
    QCOMPARE(integerIn(http.get(withKey(key)).body, "complete"), 1);

    UdpClient udp(tracker->listenAddresses().udp[0]);
    const auto id = udp.connect();
    QCOMPARE(textOf(udp.ask(announcePacket(id, 1, {.hash = hashOf('a')}))), std::string("passkey required"));
    const auto served = udp.ask(announcePacket(
        id, 1, {.hash = hashOf('a'), .left = 4, .port = 7000, .options = urlData("/announce/" + key + "?x=1")}));
    QCOMPARE(integerAt(served, 0, 4), 1U);
    QCOMPARE(served.size(), std::size_t{26});
    const auto scrape = udp.ask(scrapePacket(id, 1, {hashOf('a')}));
    QCOMPARE(integerAt(scrape, 8, 4), 1U); // an address that announced with a key
    UdpClient stranger(tracker->listenAddresses().udp[0], Endpoint{IpAddress::v4(127, 0, 0, 9), 0});
    const auto nothing = stranger.ask(scrapePacket(stranger.connect(), 1, {hashOf('a')}));
    QCOMPARE(integerAt(nothing, 8, 4), 0U); // tells nothing without one
}

void EndToEndTest::applyChangesTheRulesWhileServing() {
    auto config = openConfig();
    const auto tracker = startTracker(config);
    HttpClient http(tracker->listenAddresses().http[0]);
    QVERIFY(failureIn(http.get(announceTarget(hashOf('a'), 1)).body).empty());
    config.access = AccessMode::Hosted;
    tracker->apply(config);
    QVERIFY(!failureIn(http.get(announceTarget(hashOf('a'), 1)).body).empty());
}

void EndToEndTest::completedCountsSurviveARestart() {
    const QTemporaryDir folder;
    auto config = openConfig();
    config.access = AccessMode::Hosted;
    config.database = folder.filePath(QStringLiteral("tracker.db")).toStdString();
    {
        const auto tracker = startTracker(config);
        QVERIFY(tracker->admit(torrentV1('a')).has_value());
        HttpClient http(tracker->listenAddresses().http[0]);
        http.get(announceTarget(hashOf('a'), 1, "&left=9&event=started"));
        http.get(announceTarget(hashOf('a'), 1, "&left=0&event=completed"));
        QCOMPARE(tracker->snapshot().hosted.at(0).completed, 1U);
    }
    const auto tracker = startTracker(config);
    const auto hosted = tracker->snapshot().hosted;
    QCOMPARE(hosted.size(), std::size_t{1});
    QCOMPARE(hosted[0].completed, 1U);
    QCOMPARE(hosted[0].seeds, 1U); // peers come back as well
    QCOMPARE(hosted[0].torrent.name, std::string("torrent"));
    HttpClient http(tracker->listenAddresses().http[0]);
    QCOMPARE(integerIn(http.get(announceTarget(hashOf('a'), 1)).body, "downloaded"), 1);
}

void EndToEndTest::aHybridIsOneRowForTwoSwarms() {
    auto config = openConfig();
    config.access = AccessMode::Hosted;
    const auto tracker = startTracker(config);
    HostedTorrent hybrid = torrentV1('a');
    hybrid.infoHash.v2 = Sha256Hash{};
    hybrid.infoHash.v2->bytes.fill('v');
    QVERIFY(tracker->admit(hybrid).has_value());
    HttpClient http(tracker->listenAddresses().http[0]);
    for (const char hash : {'a', 'v'}) { // the same client under both hashes
        http.get(announceTarget(hashOf(hash), 1, "&left=1"));
        http.get(announceTarget(hashOf(hash), 1, "&left=0&event=completed"));
    }
    const auto hosted = tracker->snapshot().hosted;
    QCOMPARE(hosted.size(), std::size_t{1});
    QCOMPARE(hosted[0].seeds, 1U);
    QCOMPARE(hosted[0].completed, 1U);
}

void EndToEndTest::withdrawnTorrentsAreRefused() {
    auto config = openConfig();
    config.access = AccessMode::Hosted;
    const auto tracker = startTracker(config);
    QVERIFY(tracker->admit(torrentV1('a')).has_value());
    HttpClient http(tracker->listenAddresses().http[0]);
    QVERIFY(failureIn(http.get(announceTarget(hashOf('a'), 1)).body).empty());
    QVERIFY(tracker->withdraw(hashOf('a')).has_value());
    QVERIFY(!failureIn(http.get(announceTarget(hashOf('a'), 1)).body).empty());
    QCOMPARE(tracker->snapshot().totals.peers, 0U);
    QVERIFY(tracker->snapshot().hosted.empty());
}

void EndToEndTest::aTakenPortIsReported() {
    auto config = openConfig();
    config.threads = 2; // would share the port with others of the same user, if they let it
    const auto tracker = startTracker(config);
    auto second = openConfig();
    second.threads = 2;
    second.http = tracker->listenAddresses().http;
    const auto http = Tracker::start(second);
    QVERIFY(!http.has_value());
    QCOMPARE(http.error().kind, ErrorKind::AddressInUse);
    QCOMPARE(http.error().operation, Operation::ListenHttp);
    second = openConfig();
    second.udp = tracker->listenAddresses().udp;
    const auto udp = Tracker::start(second);
    QVERIFY(!udp.has_value());
    QCOMPARE(udp.error().kind, ErrorKind::AddressInUse);
    QCOMPARE(udp.error().subject, second.udp[0].toString());
}

void EndToEndTest::severalWorkersShareOnePortAndOneSecret() {
    auto config = openConfig();
    config.threads = 3;
    const auto tracker = startTracker(config);
    UdpClient first(tracker->listenAddresses().udp[0]);
    const auto id = first.connect();
    for (int i = 0; i < 64; ++i) { // other ports, so other workers
        UdpClient other(tracker->listenAddresses().udp[0]);
        const auto port = static_cast<std::uint16_t>(1000 + i);
        const auto answer = other.ask(announcePacket(id, 1, {.hash = hashOf('a'), .left = 1, .port = port}));
        QCOMPARE(integerAt(answer, 0, 4), 1U);
        HttpClient http(tracker->listenAddresses().http[0]);
        QCOMPARE(http.get(announceTarget(hashOf('a'), 2000 + i)).status, 200);
    }
    QCOMPARE(tracker->snapshot().totals.peers, 128U);
    QCOMPARE(tracker->snapshot().totals.udpAnnounces, 64U);
    QCOMPARE(tracker->snapshot().totals.httpAnnounces, 64U);
}

void EndToEndTest::connectionIdsLiveThroughARestartInTheProcess() {
    std::uint64_t id = 0;
    {
        const auto tracker = startTracker(openConfig());
        id = UdpClient(tracker->listenAddresses().udp[0]).connect();
    }
    const auto tracker = startTracker(openConfig());
    UdpClient client(tracker->listenAddresses().udp[0]);
    const auto answer = client.ask(announcePacket(id, 1, {.hash = hashOf('a'), .left = 1}));
    QCOMPARE(integerAt(answer, 0, 4), 1U);
}

void EndToEndTest::udpAnswersComeFromTheAddressThatWasAsked() {
    auto config = openConfig();
    config.udp = {{IpAddress(), 0}}; // every address
    const auto tracker = startTracker(config);
    const auto port = tracker->listenAddresses().udp[0].port;
    // A connected socket drops what comes from anybody else.
    UdpClient client({IpAddress::v4(127, 0, 0, 77), port}, Endpoint{kLoopback, 0});
    QVERIFY(client.connect() != 0);
}

void EndToEndTest::ipv6ClientsGetIpv6Peers() {
    const auto six = IpAddress::parse("::1").value();
    auto config = openConfig();
    config.http = {{six, 0}};
    config.udp = {{six, 0}};
    const auto tracker = startTracker(config);
    HttpClient http(tracker->listenAddresses().http[0]);
    http.get(announceTarget(hashOf('a'), 6881));
    UdpClient udp(tracker->listenAddresses().udp[0]);
    const auto answer = udp.ask(announcePacket(udp.connect(), 1, {.hash = hashOf('a'), .left = 1, .port = 6882}));
    QCOMPARE(answer.size(), std::size_t{20 + 18});
    QCOMPARE(integerAt(answer, 20 + 8, 8), 1U);
    QCOMPARE(integerAt(answer, 36, 2), 6881U);
    const auto body = http.get(announceTarget(hashOf('a'), 6883, "&left=1")).body;
    const auto document = BencodeDocument::parse(body);
    // Who understands both gets the programs of this computer once, under the address by which they are known.
    QCOMPARE(document->root()["peers6"].string().value_or("").size(), std::size_t{0});
    QCOMPARE(document->root()["peers"].string().value_or("").size(), std::size_t{12});
}

void EndToEndTest::connectionsPerAddressAreBounded() {
    auto config = openConfig();
    config.limits.alsoPrivate = true;
    const auto tracker = startTracker(config);
    const auto server = tracker->listenAddresses().http[0];
    std::vector<HttpClient> open;
    for (int i = 0; i < 64; ++i) {
        open.emplace_back(server);
        QCOMPARE(open.back().get("/").status, 200);
    }
    HttpClient tooMany(server);
    QVERIFY(tooMany.isClosedByServer());
    HttpClient other(server, Endpoint{IpAddress::v4(127, 0, 0, 9), 0});
    QCOMPARE(other.get("/").status, 200);
    open.clear();
    QTRY_COMPARE(HttpClient(server).get("/").status, 200); // places are given back
}

void EndToEndTest::stoppingWithOpenConnectionsIsQuick() {
    auto tracker = startTracker(openConfig());
    HttpClient idle(tracker->listenAddresses().http[0]);
    QCOMPARE(idle.get("/").status, 200);
    HttpClient halfway(tracker->listenAddresses().http[0]);
    halfway.write("GET /announce?info");
    tracker.reset(); // would hang until the test's time limit if a connection kept it
    QVERIFY(idle.isClosedByServer());
}

QTEST_GUILESS_MAIN(EndToEndTest)
#include "end_to_end_test.moc"
