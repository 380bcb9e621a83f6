// The estimate of traffic by network.
#include "clients.h"

#include "tracker/service/traffic_estimate.h"
#include "tracker/tracker.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;

namespace {

constexpr std::uint64_t kFast = 1'000'000'000;

AddressMap twoNetworks() {
    return AddressMap(
        std::vector<AddressMap::Entry>{{*Cidr::parse("10.1.0.0/16"), 0}, {*Cidr::parse("10.2.0.0/16"), 1}});
}

Clock::Monotonic at(int seconds) {
    return Clock::Monotonic(std::chrono::seconds(1000 + seconds));
}

} // namespace

class TrafficEstimateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatGrewSinceTheLastAnnounce();
    void thePartOfOwnPeersStayedInside();
    void whoBecameWholeHasItFromThoseNamedBefore();
    void twoWaysOfOneProgramAreOneClient();
    void looksAtFewOfManyPeers();
    void aClientThatBeganAnewCountsAnew();
    void nobodyReceivesFasterThanLight();
    void aTrackerTellsItByNetwork();

private:
    void note(std::uint64_t client, std::uint64_t received, int seconds, std::size_t network = 0) {
        m_estimate.note({client, received, network}, m_answer, twoNetworks(), at(seconds), kFast, m_counters);
    }

    TrafficEstimate m_estimate;
    CompactPeers m_answer;
    WorkerCounters m_counters;
};

void TrafficEstimateTest::countsWhatGrewSinceTheLastAnnounce() {
    m_answer.clear();
    note(1, 5000, 0);
    QCOMPARE(m_counters.receivedBy[0].value(), 0U);
    note(1, 5400, 10);
    note(1, 5400, 10); // over another address
    QCOMPARE(m_counters.receivedBy[0].value(), 400U);
    QCOMPARE(m_counters.receivedInside[0].value(), 0U); // it was told of nobody
}

void TrafficEstimateTest::thePartOfOwnPeersStayedInside() {
    m_answer.clear();
    for (const char* peer : {"10.1.0.5", "10.2.0.5", "10.2.0.6", "99.1.1.1"})
        m_answer.add({*IpAddress::parse(peer), 6881});
    note(2, 0, 0, 1);
    note(2, 4000, 10, 1);
    QCOMPARE(m_counters.receivedBy[1].value(), 4000U);
    QCOMPARE(m_counters.receivedInside[1].value(), 2000U);
}

void TrafficEstimateTest::whoBecameWholeHasItFromThoseNamedBefore() {
    const auto inside = m_counters.receivedInside[1].value();
    m_answer.clear();
    m_answer.add({*IpAddress::parse("10.2.0.5"), 6881});
    note(12, 0, 0, 1);
    m_answer.clear(); // a seed is told of no seeds
    note(12, 4000, 10, 1);
    QCOMPARE(m_counters.receivedInside[1].value(), inside + 4000U);
    note(12, 5000, 20, 1);
    QCOMPARE(m_counters.receivedInside[1].value(), inside + 5000U);
}

void TrafficEstimateTest::twoWaysOfOneProgramAreOneClient() {
    TrackerConfig config;
    config.http = {{IpAddress::v4(127, 0, 0, 1), 0}};
    config.udp = {{IpAddress::v4(127, 0, 0, 1), 0}};
    config.access = AccessMode::Open;
    config.networks = {{"Home", {*Cidr::parse("127.0.0.0/8")}, false}};
    const auto tracker = *Tracker::start(config);
    const auto addresses = tracker->listenAddresses();
    UdpClient udp(addresses.udp[0]);
    const auto id = udp.connect();
    for (const std::uint8_t received : {0, 200}) {
        HttpClient http(addresses.http[0]);
        http.write(
            "GET /announce?info_hash=aaaaaaaaaaaaaaaaaaaa&peer_id=pppppppppppppppppppp&port=1001&uploaded=0"
            "&downloaded=" +
            std::to_string(received) + "&left=1&compact=1 HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(http.read().status, 200);
        auto packet = announcePacket(id, 1, {.hash = hashOf('a'), .left = 1, .port = 1001});
        packet[56 + 7] = received; // the last byte of "downloaded"
        udp.ask(packet);
    }
    QCOMPARE(tracker->snapshot().networks.front().received, 200U);
}

void TrafficEstimateTest::looksAtFewOfManyPeers() {
    m_answer.clear();
    for (int i = 0; i < 100; ++i)
        m_answer.add({IpAddress::v4(10, i < 50 ? 1 : 2, 0, static_cast<std::uint8_t>(i)), 6881});
    const auto neighbours = countNeighbours(m_answer, twoNetworks(), 0);
    QCOMPARE(neighbours.all, TrafficEstimate::kSample);
    QCOMPARE(neighbours.inside, TrafficEstimate::kSample / 2);
}

void TrafficEstimateTest::aClientThatBeganAnewCountsAnew() {
    const auto before = m_counters.receivedBy[0].value();
    note(3, 900, 0);
    note(3, 100, 10);
    QCOMPARE(m_counters.receivedBy[0].value(), before);
    note(3, 150, 20);
    note(3 + TrafficEstimate::kPlaces, 70, 20); // takes the place
    note(3, 500, 30);
    QCOMPARE(m_counters.receivedBy[0].value(), before + 50);
}

void TrafficEstimateTest::nobodyReceivesFasterThanLight() {
    const auto before = m_counters.receivedBy[0].value();
    note(4, 0, 0);
    note(4, 100 * kFast, 10);
    QCOMPARE(m_counters.receivedBy[0].value(), before);
}

void TrafficEstimateTest::aTrackerTellsItByNetwork() {
    TrackerConfig config;
    config.http = {{IpAddress::v4(127, 0, 0, 1), 0}};
    config.access = AccessMode::Open;
    config.networks = {{"Home", {*Cidr::parse("127.0.0.0/8")}, false}};
    const auto tracker = *Tracker::start(config);
    const auto announce = [&](int port, int received) {
        HttpClient client(tracker->listenAddresses().http[0]);
        client.write(
            "GET /announce?info_hash=aaaaaaaaaaaaaaaaaaaa&peer_id=-XX0001-" + std::to_string(100000000000 + port) +
            "&port=" + std::to_string(port) + "&uploaded=0&downloaded=" + std::to_string(received) +
            "&left=1&compact=1&key=1 HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(client.read().status, 200);
    };
    announce(1001, 0);
    announce(1002, 0);
    announce(1001, 700);
    const auto home = [&] { return tracker->snapshot().networks.front(); };
    QCOMPARE(home().received, 700U);
    QCOMPARE(home().receivedInside, 700U); // the other one is at home, too
    QTRY_COMPARE(home().peers, 2U);
}

QTEST_GUILESS_MAIN(TrafficEstimateTest)
#include "traffic_estimate_test.moc"
