// Everything at once: clients of both protocols while the host changes its mind. Meant for ThreadSanitizer too.
#include "tracker/tracker.h"

#include "clients.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace essaim;
using namespace essaim::tracker;
using namespace essaim::tracker::test;

namespace {

const IpAddress kLoopback = IpAddress::v4(127, 0, 0, 1);
constexpr int kRounds = 60;

std::string failureOf(const HttpClient::Answer& answer) {
    const auto document = BencodeDocument::parse(answer.body);
    return document ? std::string(document->root()["failure reason"].string().value_or("")) : "not bencoded";
}

} // namespace

class ConcurrencyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clientsAreServedWhileTheHostChangesEverything();
};

void ConcurrencyTest::clientsAreServedWhileTheHostChangesEverything() {
    const QTemporaryDir folder;
    TrackerConfig config;
    config.http = {{kLoopback, 0}};
    config.udp = {{kLoopback, 0}};
    config.threads = 2;
    config.database = folder.filePath(QStringLiteral("tracker.db")).toStdString();
    auto started = Tracker::start(config);
    QVERIFY(started.has_value());
    auto& tracker = **started;
    const auto addresses = tracker.listenAddresses();
    HostedTorrent steady;
    steady.infoHash.v1 = hashOf('s');
    QVERIFY(tracker.admit(steady).has_value());

    std::atomic<int> served = 0;
    const auto httpClient = [&](int number) {
        HttpClient client(addresses.http[0]);
        for (int i = 0; i < kRounds; ++i) {
            const auto answer = client.get(announceTarget(hashOf('s'), 1000 * number + i, "&left=1"));
            served += answer.status == 200 && failureOf(answer).empty() ? 1 : 0;
            client.get(announceTarget(hashOf('c'), 1000 * number + i)); // comes and goes
        }
    };
    const auto udpClient = [&](int number) {
        UdpClient client(addresses.udp[0]);
        const auto id = client.connect();
        for (int i = 0; i < kRounds; ++i) {
            const auto port = static_cast<std::uint16_t>(1000 * number + i);
            const auto answer = client.ask(announcePacket(id, 1, {.hash = hashOf('s'), .left = 1, .port = port}));
            served += !answer.empty() && integerAt(answer, 0, 4) == 1 ? 1 : 0;
            client.ask(scrapePacket(id, 1, {hashOf('c'), hashOf('s')}));
        }
    };
    std::vector<std::thread> threads;
    for (const int number : {1, 2})
        threads.emplace_back(httpClient, number);
    for (const int number : {3, 4})
        threads.emplace_back(udpClient, number);
    std::size_t hostedSeen = 0;
    for (int i = 0; i < kRounds; ++i) {
        HostedTorrent coming;
        coming.infoHash.v1 = hashOf('c');
        QVERIFY(tracker.admit(coming).has_value());
        config.interval = std::chrono::seconds(600 + i);
        tracker.apply(config);
        hostedSeen = std::max(hostedSeen, tracker.snapshot().hosted.size());
        QVERIFY(tracker.withdraw(hashOf('c')).has_value());
    }
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(served.load(), 4 * kRounds);
    QCOMPARE(hostedSeen, std::size_t{2});
    const auto snapshot = tracker.snapshot();
    QCOMPARE(snapshot.hosted.size(), std::size_t{1});
    QCOMPARE(snapshot.hosted[0].leechers, std::uint32_t{4 * kRounds});
    QCOMPARE(snapshot.totals.peers, std::uint64_t{4 * kRounds});
}

QTEST_GUILESS_MAIN(ConcurrencyTest)
#include "concurrency_test.moc"
