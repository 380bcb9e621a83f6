// Many announces at once are answered as they would be one after the other.
#include "tracker/service/udp_responder.h"
#include "tracker/swarm/peer_store.h"

#include "clients.h"

#include <QtTest>

#include <set>
#include <vector>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;
using std::chrono::seconds;

namespace {

const Clock::Monotonic kNow{seconds(5000)};
const Endpoint kClient{IpAddress::v4(8, 0, 0, 1), 5000};

Endpoint worldPeer(std::uint32_t number) {
    return {IpAddress::v4(0x08000000 + number), 6881};
}

StoreAnnounce randomAnnounce(Random& random, std::uint32_t swarms, std::uint32_t peers) {
    StoreAnnounce announce;
    announce.infoHash = hashOf(static_cast<char>('a' + random.below(swarms)));
    const auto peer = worldPeer(random.below(peers));
    announce.update = {peer, random.below(3) == 0, random.below(5) == 0, random.below(5) == 0, 0};
    announce.isStopped = random.below(6) == 0;
    announce.mayAdd = random.below(10) != 0;
    announce.onlyHosted = false;
    announce.selection.want = random.below(60);
    announce.selection.leechersOnly = announce.update.isSeed;
    announce.selection.asker = peer;
    announce.selection.view.asker = peer.address;
    return announce;
}

std::vector<std::uint8_t> copyOf(std::span<const std::uint8_t> bytes) {
    return {bytes.begin(), bytes.end()};
}

} // namespace

class ServingTogetherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manyAreAnsweredAsOneAfterTheOther_data();
    void manyAreAnsweredAsOneAfterTheOther();
    void aBatchOfDatagramsIsAnsweredInItsOrder();
    void eachAnswerGoesToItsRequest();
};

void ServingTogetherTest::manyAreAnsweredAsOneAfterTheOther_data() {
    QTest::addColumn<quint32>("swarms");
    QTest::addColumn<quint32>("peers");
    QTest::addColumn<quint32>("maxSwarms");
    QTest::addColumn<quint32>("maxPeers");
    QTest::newRow("a swarm each") << 26U << 3U << 1000U << 1000U;
    QTest::newRow("a few middling swarms") << 3U << 150U << 1000U << 1000U;
    QTest::newRow("one large swarm") << 1U << 3000U << 1000U << 10'000U;
    QTest::newRow("swarms give way") << 26U << 3U << 70U << 1000U;
    QTest::newRow("hardly any room") << 20U << 30U << 4U << 40U;
}

void ServingTogetherTest::manyAreAnsweredAsOneAfterTheOther() {
    QFETCH(quint32, swarms);
    QFETCH(quint32, peers);
    QFETCH(quint32, maxSwarms);
    QFETCH(quint32, maxPeers);
    PeerStore together(kNow, SipKey{1, 2});
    PeerStore single(kNow, SipKey{1, 2});
    for (auto* store : {&together, &single})
        store->setLimits({maxSwarms, maxPeers});
    Random choice(3);
    Random randomTogether(4);
    Random randomSingle(4);
    std::array<StoreExchange, 50> exchanges;
    for (int round = 0; round < 400; ++round) {
        std::vector<StoreExchange*> batch;
        for (std::uint32_t i = choice.below(50); i > 0; --i) {
            exchanges[i].announce = randomAnnounce(choice, swarms, peers);
            batch.push_back(&exchanges[i]);
        }
        together.announce(batch, kNow, randomTogether);
        for (const auto* exchange : batch) {
            SwarmCounts counts;
            CompactPeers answer;
            const auto outcome = single.announce(exchange->announce, kNow, randomSingle, counts, answer);
            QCOMPARE(exchange->outcome, outcome);
            QVERIFY(exchange->counts == counts);
            QVERIFY(copyOf(exchange->peers.v4()) == copyOf(answer.v4()));
        }
    }
    QVERIFY(together.totals().peers > 0);
    QCOMPARE(together.totals().peers, single.totals().peers);
}

namespace {

struct Fixture {
    PeerStore store{kNow, SipKey{1, 2}};
    PublishedSettings settings{std::make_shared<const Settings>([] {
        TrackerConfig config;
        config.access = AccessMode::Open;
        return config;
    }())};
    ConnectionIds ids{SipKey{3, 4}};
    AnnounceService service{{store, settings}, 9};
    UdpResponder responder{service, ids};

    std::vector<Bytes> ask(const std::vector<Bytes>& packets) {
        Bytes memory(packets.size() * UdpResponder::kMemoryPerAnswer);
        std::vector<UdpExchange> exchanges;
        for (const auto& packet : packets)
            exchanges.push_back({packet, kClient, IpAddress::v4(8, 8, 8, 8)});
        responder.respond(exchanges, kNow, memory);
        std::vector<Bytes> answers;
        for (const auto& exchange : exchanges)
            answers.emplace_back(exchange.answer.begin(), exchange.answer.end());
        return answers;
    }
    [[nodiscard]] std::uint64_t id() const { return ids.make(kClient.address, seconds(5000)); }
};

} // namespace

void ServingTogetherTest::aBatchOfDatagramsIsAnsweredInItsOrder() {
    Fixture f;
    const auto scrape = scrapePacket(f.id(), 9, {hashOf('a')});
    const auto answers = f.ask(
        {scrape, announcePacket(f.id(), 1, {.hash = hashOf('a'), .left = 1, .port = 1}), scrape,
         announcePacket(f.id(), 2, {.hash = hashOf('a'), .left = 1, .port = 2}), scrape});
    const auto leechersIn = [](const Bytes& answer) { return integerAt(answer, 16, 4); };
    QCOMPARE(leechersIn(answers[0]), 0U);
    QCOMPARE(leechersIn(answers[2]), 1U);
    QCOMPARE(leechersIn(answers[4]), 2U);
    QCOMPARE(answers[1].size(), std::size_t{20});
    QCOMPARE(answers[3].size(), std::size_t{26}); // the first peer
}

void ServingTogetherTest::eachAnswerGoesToItsRequest() {
    Fixture f;
    std::vector<Bytes> packets;
    for (std::uint32_t i = 0; i < 64; ++i) {
        if (i % 5 == 0)
            packets.push_back(connectPacket(i));
        else if (i % 5 == 1)
            packets.push_back(announcePacket(f.id() ^ 1, i, {.hash = hashOf('a')})); // met with silence
        else if (i % 5 == 2)
            packets.push_back(announcePacket(f.id(), i, {.hash = hashOf('a'), .left = 1, .port = 0})); // an error
        else
            packets.push_back(announcePacket(
                f.id(), i,
                {.hash = hashOf(static_cast<char>('a' + i % 3)), .left = 1, .port = static_cast<std::uint16_t>(i)}));
    }
    const auto answers = f.ask(packets);
    for (std::uint32_t i = 0; i < 64; ++i) {
        if (i % 5 == 1) {
            QVERIFY(answers[i].empty());
            continue;
        }
        const std::uint64_t action = i % 5 == 0 ? 0 : i % 5 == 2 ? 3 : 1;
        QCOMPARE(integerAt(answers[i], 0, 4), action);
        QCOMPARE(integerAt(answers[i], 4, 4), std::uint64_t{i});
        if (action != 1)
            continue;
        for (std::size_t at = 20; at < answers[i].size(); at += 6) {
            const auto port = integerAt(answers[i], at + 4, 2);
            QCOMPARE(port % 3, std::uint64_t{i % 3}); // of its own swarm
            QVERIFY(port < i);                        // and only those that came before
        }
    }
}

QTEST_GUILESS_MAIN(ServingTogetherTest)
#include "serving_together_test.moc"
