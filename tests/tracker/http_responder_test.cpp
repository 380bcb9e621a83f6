// HTTP announces and scrapes without sockets: what the dictionaries hold.
#include "tracker/service/http_responder.h"

#include "clients.h"

#include <QtTest>

#include <set>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;
using std::chrono::seconds;

namespace {

TrackerConfig configFor(AccessMode mode) {
    TrackerConfig config;
    config.access = mode;
    return config;
}

struct Fixture {
    explicit Fixture(const TrackerConfig& config = configFor(AccessMode::Open))
        : settings(std::make_shared<const Settings>(config)) {}

    std::string ask(const std::string& target, const IpAddress& from = IpAddress::v4(8, 0, 0, 1)) {
        const auto reply =
            responder.respond("GET " + target + " HTTP/1.0\r\n\r\n", {from, IpAddress::v4(8, 8, 8, 8)}, now, answer);
        const std::string whole(reply.bytes);
        return whole.substr(whole.find("\r\n\r\n") + 4);
    }

    Clock::Monotonic now{seconds(5000)};
    PeerStore store{now, SipKey{1, 2}};
    PublishedSettings settings;
    AnnounceService service{{store, settings}, 9};
    HttpResponder responder{service};
    HttpAnswer answer;
};

std::int64_t integerIn(const std::string& body, std::string_view key) {
    const auto document = BencodeDocument::parse(body);
    return document ? document->root()[key].integer().value_or(-1) : -1;
}

} // namespace

class HttpResponderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerIsOneCanonicalDictionary_data();
    void everyAnswerIsOneCanonicalDictionary();
    void theIntervalIsSpreadByATenth();
    void numWantHasADefaultAndACap();
    void theClientLearnsItsAddress();
    void theOldPeerListHasTextAddresses();
    void aSettingsChangeIsSeenAtOnce();
    void scrapeChangesNothing();
    void scrapeTellsNothingAboutWhatIsNotHosted();
    void pausedPeersAreNoDownloaders();
};

void HttpResponderTest::everyAnswerIsOneCanonicalDictionary_data() {
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("isFailure");
    const auto row = [](const char* name, const std::string& target, bool isFailure) {
        QTest::newRow(name) << QByteArray::fromStdString(target) << isFailure;
    };
    const auto scrape = "/scrape?info_hash=" + std::string(20, 'a');
    row("started", announceTarget(hashOf('a'), 1, "&left=1&event=started"), false);
    row("stopped", announceTarget(hashOf('a'), 1, "&event=stopped"), false);
    row("stopped, unknown torrent", announceTarget(hashOf('z'), 1, "&event=stopped"), false);
    row("with a passkey that nobody asked for", "/announce/key" + announceTarget(hashOf('a'), 1).substr(9), false);
    row("compact=0", announceTarget(hashOf('a'), 1, "&compact=0"), false);
    row("numwant=0", announceTarget(hashOf('a'), 1, "&numwant=0"), false);
    row("no parameters", "/announce", true);
    row("bad port", announceTarget(hashOf('a'), 0), true);
    row("scrape", scrape, false);
    row("scrape with a passkey", "/scrape/key" + scrape.substr(7), false);
    row("full scrape", "/scrape", true);
}

void HttpResponderTest::everyAnswerIsOneCanonicalDictionary() {
    QFETCH(QByteArray, target);
    QFETCH(bool, isFailure);
    Fixture f;
    f.ask(announceTarget(hashOf('a'), 7, "&left=1"));
    const auto body = f.ask(target.toStdString());
    const auto document = BencodeDocument::parse(body);
    QVERIFY2(document && document->isCanonical(), body.c_str());
    QCOMPARE(bool(document->root()["failure reason"]), isFailure);
    if (!isFailure && target.startsWith("/announce")) {
        for (const char* key : {"complete", "incomplete", "interval", "min interval", "peers"})
            QVERIFY2(document->root()[key], key);
    }
}

void HttpResponderTest::theIntervalIsSpreadByATenth() {
    Fixture f;
    std::set<std::int64_t> seen;
    for (int i = 0; i < 500; ++i) {
        const auto body = f.ask(announceTarget(hashOf('a'), 1));
        const auto interval = integerIn(body, "interval");
        QVERIFY(interval >= 1620 && interval <= 1980);
        QVERIFY(integerIn(body, "min interval") <= interval);
        seen.insert(interval);
    }
    QVERIFY(seen.size() > 50);
}

void HttpResponderTest::numWantHasADefaultAndACap() {
    Fixture f;
    for (int port = 1; port <= 300; ++port)
        f.ask(announceTarget(hashOf('a'), port, "&left=1&numwant=0"));
    const auto peersFor = [&](const std::string& more) {
        return peersIn(f.ask(announceTarget(hashOf('a'), 1, "&left=1" + more))).size();
    };
    QCOMPARE(peersFor(""), std::size_t{50});
    QCOMPARE(peersFor("&numwant=-1"), std::size_t{50});
    QCOMPARE(peersFor("&numwant=0"), std::size_t{0});
    QCOMPARE(peersFor("&numwant=10"), std::size_t{10});
    QCOMPARE(peersFor("&numwant=100000"), std::size_t{200});
}

void HttpResponderTest::theClientLearnsItsAddress() {
    Fixture f;
    QVERIFY(
        f.ask(announceTarget(hashOf('a'), 1), IpAddress::v4(65, 66, 67, 68)).find("11:external ip4:ABCD") !=
        std::string::npos);
    const auto six = f.ask(announceTarget(hashOf('a'), 1), IpAddress::parse("2606:4700::1").value());
    QVERIFY(six.find("11:external ip16:") != std::string::npos);
    // An IPv4 client on an IPv6 socket is an IPv4 client.
    const auto mapped = f.ask(announceTarget(hashOf('a'), 2), IpAddress::parse("::ffff:65.66.67.69").value());
    QVERIFY(mapped.find("11:external ip4:ABCE") != std::string::npos);
}

void HttpResponderTest::theOldPeerListHasTextAddresses() {
    Fixture f;
    f.ask(announceTarget(hashOf('a'), 51413), IpAddress::v4(9, 9, 9, 9));
    f.ask(announceTarget(hashOf('a'), 51414), IpAddress::parse("2606:4700::1").value());
    const auto body = f.ask(announceTarget(hashOf('a'), 1, "&left=1&compact=0"));
    QVERIFY(body.find("d2:ip7:9.9.9.94:porti51413ee") != std::string::npos);
    QVERIFY(body.find("d2:ip12:2606:4700::14:porti51414ee") != std::string::npos);
}

void HttpResponderTest::aSettingsChangeIsSeenAtOnce() {
    Fixture f;
    auto config = configFor(AccessMode::Hosted);
    f.settings.publish(std::make_shared<const Settings>(config));
    QVERIFY(f.ask(announceTarget(hashOf('a'), 1)).find("does not host") != std::string::npos);
    config.access = AccessMode::Open;
    config.interval = seconds(100);
    config.minInterval = seconds(500); // nonsense is brought into range
    f.settings.publish(std::make_shared<const Settings>(config));
    QCOMPARE(integerIn(f.ask(announceTarget(hashOf('a'), 1)), "min interval"), 100);
}

void HttpResponderTest::scrapeChangesNothing() {
    Fixture f;
    f.ask(announceTarget(hashOf('a'), 1));
    for (const char hash : {'a', 'b'})
        f.ask("/scrape?info_hash=" + std::string(20, hash));
    QCOMPARE(f.store.totals().swarms, 1U);
    QCOMPARE(f.store.totals().peers, 1U);
    QCOMPARE(f.service.counters().scrapes.value(), 2U);
    QCOMPARE(f.service.counters().announces.value(), 1U);
}

void HttpResponderTest::scrapeTellsNothingAboutWhatIsNotHosted() {
    Fixture f;
    f.ask(announceTarget(hashOf('a'), 1));
    f.settings.publish(std::make_shared<const Settings>(configFor(AccessMode::Hosted)));
    QVERIFY(f.ask("/scrape?info_hash=" + std::string(20, 'a')).find("8:completei0e") != std::string::npos);
    f.store.host(hashOf('a'), 0);
    QVERIFY(f.ask("/scrape?info_hash=" + std::string(20, 'a')).find("8:completei1e") != std::string::npos);
    f.settings.publish(std::make_shared<const Settings>(configFor(AccessMode::Friends)));
    QVERIFY(f.ask("/scrape?info_hash=" + std::string(20, 'a')).find("passkey required") != std::string::npos);
}

void HttpResponderTest::pausedPeersAreNoDownloaders() {
    Fixture f;
    f.ask(announceTarget(hashOf('a'), 1, "&left=1"));
    f.ask(announceTarget(hashOf('a'), 2, "&left=1&event=paused"));
    const auto body = f.ask("/scrape?info_hash=" + std::string(20, 'a'));
    QVERIFY(body.find("11:downloadersi1e10:incompletei2e") != std::string::npos);
}

QTEST_GUILESS_MAIN(HttpResponderTest)
#include "http_responder_test.moc"
