// The UDP protocol without sockets: every answer, and every silence.
#include "tracker/service/udp_responder.h"

#include "clients.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;
using std::chrono::seconds;

namespace {

const Endpoint kClient{IpAddress::v4(8, 0, 0, 1), 5000};
const Endpoint kClientV6{IpAddress::parse("2606:4700::1").value(), 5000};
const std::string kPasskey(40, '7');

TrackerConfig configFor(AccessMode mode) {
    TrackerConfig config;
    config.access = mode;
    config.friends = {{"Ben", kPasskey}};
    return config;
}

struct Fixture {
    explicit Fixture(AccessMode mode = AccessMode::Open)
        : settings(std::make_shared<const Settings>(configFor(mode))) {}

    Bytes ask(const Bytes& packet, const Endpoint& from = kClient) {
        Bytes out(kMaxUdpAnswerV4);
        out.resize(responder.respond(packet, from, IpAddress::v4(8, 8, 8, 8), now, out));
        return out;
    }
    std::uint64_t connect(const Endpoint& from = kClient) { return integerAt(ask(connectPacket(1), from), 8, 8); }

    Clock::Monotonic now{seconds(5000)};
    PeerStore store{now, SipKey{1, 2}};
    PublishedSettings settings;
    ConnectionIds ids{SipKey{3, 4}};
    AnnounceService service{{store, settings}, 9};
    UdpResponder responder{service, ids};
};

std::uint32_t actionOf(const Bytes& answer) {
    return answer.size() < 8 ? 0xffff'ffff : static_cast<std::uint32_t>(integerAt(answer, 0, 4));
}

std::string errorIn(const Bytes& answer) {
    return actionOf(answer) == 3 ? std::string(answer.begin() + 8, answer.end()) : std::string();
}

Bytes options(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

class UdpResponderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectAnswersWithAnId();
    void garbageIsMetWithSilence();
    void announcesOfEveryLengthFrom98AreAnswered();
    void theTransactionIsEchoed();
    void foreignAndOldIdsAreMetWithSilence();
    void leftHas64Bits();
    void eventsAreThoseOfTheProtocol();
    void portZeroIsAnError();
    void numWantHasADefaultAndACap();
    void answersToIpv6FitItsMinimumPacket();
    void scrapesOfWrongLengthAreErrors();
    void scrapesAreCapped();
    void theAddressFieldIsIgnored();
    void urlDataCarriesThePasskey_data();
    void urlDataCarriesThePasskey();
    void brokenOptionsAreErrors();
    void everyTruncationAndLengthIsSafe();
    void errorsAreNoLongerThanTheirRequests();
};

void UdpResponderTest::connectAnswersWithAnId() {
    Fixture f;
    auto packet = connectPacket(0xffffffff);
    const auto answer = f.ask(packet);
    QCOMPARE(answer.size(), std::size_t{16});
    QCOMPARE(actionOf(answer), 0U);
    QCOMPARE(integerAt(answer, 4, 4), 0xffffffffU);
    packet.resize(1000); // fields of the future
    QCOMPARE(f.ask(packet).size(), std::size_t{16});
}

void UdpResponderTest::garbageIsMetWithSilence() {
    Fixture f;
    for (std::size_t length = 0; length < 16; ++length)
        QVERIFY(f.ask(Bytes(length)).empty());
    auto wrongMagic = connectPacket(1);
    wrongMagic[7] ^= 1;
    QVERIFY(f.ask(wrongMagic).empty());
    QVERIFY(f.ask(connectPacket(1), {kClient.address, 0}).empty());
    for (const std::uint32_t action : {3U, 4U, 7U, 0xffffffffU}) { // two trackers must not answer each other for ever
        Bytes packet;
        putInteger(packet, f.connect(), 8);
        putInteger(packet, action, 4);
        packet.resize(200);
        QVERIFY(f.ask(packet).empty());
    }
    QVERIFY(f.service.counters().malformed.value() > 0);
}

void UdpResponderTest::announcesOfEveryLengthFrom98AreAnswered() {
    Fixture f;
    auto packet = announcePacket(f.connect(), 1, {.hash = hashOf('a')});
    QCOMPARE(packet.size(), std::size_t{98});
    for (const std::size_t length : {98, 99, 100, 127, 2000}) {
        packet.resize(length);
        QCOMPARE(actionOf(f.ask(packet)), 1U);
    }
    packet.resize(97);
    QVERIFY(f.ask(packet).empty());
}

void UdpResponderTest::theTransactionIsEchoed() {
    Fixture f;
    for (const std::uint32_t transaction : {0U, 1U, 0x01020304U, 0xffffffffU}) {
        QCOMPARE(integerAt(f.ask(announcePacket(f.connect(), transaction, {.hash = hashOf('a')})), 4, 4), transaction);
        QCOMPARE(integerAt(f.ask(scrapePacket(f.connect(), transaction, {hashOf('a')})), 4, 4), transaction);
        QCOMPARE(integerAt(f.ask(scrapePacket(f.connect(), transaction, {})), 4, 4), transaction);
    }
}

void UdpResponderTest::foreignAndOldIdsAreMetWithSilence() {
    Fixture f;
    const auto id = f.connect();
    const auto announce = announcePacket(id, 1, {.hash = hashOf('a')});
    const auto scrape = scrapePacket(id, 1, {hashOf('a')});
    QVERIFY(f.ask(announce, {IpAddress::v4(8, 0, 0, 2), 5000}).empty());
    QCOMPARE(actionOf(f.ask(announce, {kClient.address, 6000})), 1U); // a router changed the port
    f.now += seconds(119);
    QCOMPARE(actionOf(f.ask(announce)), 1U);
    f.now += seconds(121);
    QVERIFY(f.ask(announce).empty());
    QVERIFY(f.ask(scrape).empty());
    QCOMPARE(f.store.totals().peers, 1U);
}

void UdpResponderTest::leftHas64Bits() {
    Fixture f;
    const auto id = f.connect();
    f.ask(announcePacket(id, 1, {.hash = hashOf('a'), .left = 1ULL << 32, .port = 1}));
    f.ask(announcePacket(id, 1, {.hash = hashOf('a'), .left = ~0ULL, .port = 2}));
    const auto answer = f.ask(announcePacket(id, 1, {.hash = hashOf('a'), .left = 0, .port = 3}));
    QCOMPARE(integerAt(answer, 12, 4), 2U);
    QCOMPARE(integerAt(answer, 16, 4), 1U);
}

void UdpResponderTest::eventsAreThoseOfTheProtocol() {
    Fixture f;
    const auto id = f.connect();
    const auto say = [&](std::uint32_t event, std::uint64_t left) {
        return f.ask(announcePacket(id, 1, {.hash = hashOf('a'), .left = left, .event = event}));
    };
    say(2, 5);
    say(4, 5); // paused
    QVERIFY((f.store.counts(hashOf('a')) == SwarmCounts{0, 1, 1, 0}));
    say(1, 0);
    QVERIFY((f.store.counts(hashOf('a')) == SwarmCounts{1, 0, 0, 1}));
    const auto bye = say(3, 0);
    QCOMPARE(bye.size(), std::size_t{20});
    QCOMPARE(f.store.totals().peers, 0U);
    QCOMPARE(errorIn(say(5, 0)), std::string("unknown event"));
    QCOMPARE(f.store.totals().peers, 0U);
}

void UdpResponderTest::portZeroIsAnError() {
    Fixture f;
    const auto id = f.connect();
    QCOMPARE(actionOf(f.ask(announcePacket(id, 1, {.hash = hashOf('a'), .port = 0}))), 3U);
    QCOMPARE(actionOf(f.ask(announcePacket(id, 1, {.hash = hashOf('a'), .event = 3, .port = 0}))), 1U);
}

void UdpResponderTest::numWantHasADefaultAndACap() {
    Fixture f;
    const auto id = f.connect();
    for (std::uint16_t port = 1; port <= 400; ++port)
        f.ask(announcePacket(id, 1, {.hash = hashOf('a'), .left = 1, .numWant = 0, .port = port}));
    const auto peersFor = [&](std::uint32_t numWant) {
        return (f.ask(announcePacket(id, 1, {.hash = hashOf('a'), .left = 1, .numWant = numWant, .port = 1})).size() -
                20) /
               6;
    };
    QCOMPARE(peersFor(0xffffffff), std::size_t{50});
    QCOMPARE(peersFor(0), std::size_t{0});
    QCOMPARE(peersFor(30), std::size_t{30});
    QCOMPARE(peersFor(0x7fffffff), std::size_t{200});
}

void UdpResponderTest::answersToIpv6FitItsMinimumPacket() {
    Fixture f;
    const auto id = f.connect(kClientV6);
    Bytes answer;
    for (std::uint16_t port = 1; port <= 100; ++port)
        answer =
            f.ask(announcePacket(id, 1, {.hash = hashOf('a'), .left = 1, .numWant = 200, .port = port}), kClientV6);
    QCOMPARE(answer.size(), std::size_t{20 + 67 * 18});
    QVERIFY(answer.size() <= kMaxUdpAnswerV6);
}

void UdpResponderTest::scrapesOfWrongLengthAreErrors() {
    Fixture f;
    const auto id = f.connect();
    auto packet = scrapePacket(id, 1, {hashOf('a')});
    for (const std::size_t length : {16, 17, 35, 37, 41}) {
        packet.resize(length);
        QCOMPARE(errorIn(f.ask(packet)), std::string("bad size"));
    }
}

void UdpResponderTest::scrapesAreCapped() {
    Fixture f;
    auto packet = scrapePacket(f.connect(), 1, {});
    packet.resize(16 + 20 * 100);
    QCOMPARE(f.ask(packet).size(), std::size_t{8 + 12 * 74});
}

void UdpResponderTest::theAddressFieldIsIgnored() {
    Fixture f;
    auto packet = announcePacket(f.connect(), 1, {.hash = hashOf('a'), .left = 1});
    packet[84] = 9; // 9.0.0.0: a victim
    f.ask(packet);
    const Endpoint other{IpAddress::v4(8, 0, 0, 2), 5000};
    const auto answer = f.ask(announcePacket(f.connect(other), 1, {.hash = hashOf('a'), .left = 1}), other);
    QCOMPARE(integerAt(answer, 20, 4), std::uint64_t{kClient.address.toV4()});
}

void UdpResponderTest::urlDataCarriesThePasskey_data() {
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char* name, const Bytes& bytes, const char* error) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()))
                            << QByteArray(error);
    };
    const auto whole = urlData("/announce/" + kPasskey + "?x=1");
    row("one option", whole, "");
    row("pieces with padding",
        options({urlData("/announce/" + kPasskey.substr(0, 10)), {1, 1}, urlData(kPasskey.substr(10)), {1}}), "");
    row("empty pieces", options({urlData(""), whole, urlData("")}), "");
    row("unknown option before", options({{9, 3, 'a', 'b', 'c'}, whole}), "");
    row("after the end", options({{0}, whole}), "passkey required");
    row("end and rubbish", options({whole, {0, 2, 255}}), "");
    row("none", {}, "passkey required");
    row("two zero bytes", {0, 0}, "passkey required");
    row("no key in the path", urlData("/announce?x=1"), "passkey required");
    row("wrong key", urlData("/announce/" + std::string(40, '8')), "passkey not accepted");
    row("not an announce", urlData("/elsewhere"), "passkey required");
}

void UdpResponderTest::urlDataCarriesThePasskey() {
    QFETCH(QByteArray, options);
    QFETCH(QByteArray, error);
    Fixture f(AccessMode::Friends);
    f.store.host(hashOf('a'), 0);
    const auto answer =
        f.ask(announcePacket(f.connect(), 1, {.hash = hashOf('a'), .options = Bytes(options.begin(), options.end())}));
    QCOMPARE(QByteArray::fromStdString(errorIn(answer)), error);
    QCOMPARE(actionOf(answer), error.isEmpty() ? 1U : 3U);
}

void UdpResponderTest::brokenOptionsAreErrors() {
    Fixture f;
    const auto errorFor = [&](const Bytes& bytes) {
        return errorIn(f.ask(announcePacket(f.connect(), 1, {.hash = hashOf('a'), .options = bytes})));
    };
    const std::string past = "option runs past the end of the packet";
    QCOMPARE(errorFor({2}), past);
    QCOMPARE(errorFor({2, 1}), past);
    QCOMPARE(errorFor({2, 255, 'x'}), past);
    QCOMPARE(errorFor({1, 1, 200}), past);
    Bytes tooMuch;
    for (int i = 0; i < 9; ++i)
        tooMuch = options({tooMuch, urlData(std::string(250, 'x'))});
    QCOMPARE(errorFor(tooMuch), std::string("URL data is too long"));
    tooMuch.resize(8 * 252); // 2000 bytes of data still fit
    QCOMPARE(errorFor(tooMuch), std::string());
}

void UdpResponderTest::everyTruncationAndLengthIsSafe() {
    Fixture f;
    Random random(3);
    const auto id = f.connect();
    for (std::size_t length = 0; length <= 2048; ++length) {
        for (std::uint32_t action = 0; action <= 5; ++action) {
            Bytes packet;
            putInteger(packet, action == 0 ? kUdpProtocolMagic : id, 8);
            putInteger(packet, action, 4);
            while (packet.size() < std::max<std::size_t>(length, 12))
                packet.push_back(static_cast<std::uint8_t>(random.next()));
            packet.resize(length);
            const auto answer = f.ask(packet);
            QVERIFY(answer.size() <= kMaxUdpAnswerV4);
            if (action > 2 || length < 16)
                QVERIFY(answer.empty());
        }
    }
}

void UdpResponderTest::errorsAreNoLongerThanTheirRequests() {
    Fixture f(AccessMode::Friends);
    const auto id = f.connect();
    const auto packet = announcePacket(id, 1, {.hash = hashOf('a')});
    QVERIFY(f.ask(packet).size() <= packet.size());
    auto scrape = scrapePacket(id, 1, {hashOf('a')});
    for (const std::size_t length : {16U, 17U, 35U, 37U}) {
        scrape.resize(length);
        QVERIFY(f.ask(scrape).size() <= length);
    }
    QVERIFY(8 + kNotHosted.reason.size() <= kMinUdpAnnounce);
    QVERIFY(8 + kTrackerFull.reason.size() <= kMinUdpAnnounce);
    QVERIFY(8 + kPasskeyRefused.reason.size() <= kMinUdpAnnounce);
}

QTEST_GUILESS_MAIN(UdpResponderTest)
#include "udp_responder_test.moc"
