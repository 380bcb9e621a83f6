// The list of peers against a plain model of it.
#include "tracker/swarm/peer.h"
#include "tracker/swarm/peer_list.h"

#include <QtTest>

#include <map>
#include <vector>

using namespace essaim;
using namespace essaim::tracker;

namespace {

const SipKey kKey{3, 4};

PeerV4 peer(std::uint32_t number) {
    return PeerV4({IpAddress::v4(0x0a000000 + number / 7), static_cast<std::uint16_t>(1 + number % 7)});
}

} // namespace

class PeerListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itAgreesWithAModel_data();
    void itAgreesWithAModel();
    void insertionKeepsARandomOrder();
};

void PeerListTest::itAgreesWithAModel_data() {
    QTest::addColumn<quint32>("population");
    QTest::newRow("few, without index") << 6U;
    QTest::newRow("around the index's threshold") << 24U;
    QTest::newRow("many") << 3000U;
}

void PeerListTest::itAgreesWithAModel() {
    QFETCH(quint32, population);
    PeerList<PeerV4> list;
    std::map<std::uint32_t, bool> model; // number of the peer -> is a seed
    Random random(population);
    for (int step = 0; step < 30'000; ++step) {
        const auto number = random.below(population);
        const auto at = list.find(peer(number), kKey);
        QCOMPARE(at != list.kNone, model.contains(number));
        if (at != list.kNone) {
            QVERIFY(list.at(at).isAt(peer(number)));
            QCOMPARE(list.isSeed(at), model[number]);
            list.remove(at, kKey);
            model.erase(number);
        } else if (random.below(10) < 6) {
            const bool isSeed = random.below(2) == 1;
            const auto place = list.add(peer(number), isSeed, random, kKey);
            QVERIFY(list.at(place).isAt(peer(number)));
            model[number] = isSeed;
        }
        QCOMPARE(std::size_t{list.size()}, model.size());
    }
    for (const auto& [number, isSeed] : model)
        QCOMPARE(list.isSeed(list.find(peer(number), kKey)), isSeed);
}

void PeerListTest::insertionKeepsARandomOrder() {
    constexpr std::uint32_t kPeers = 10;
    constexpr int kRounds = 20'000;
    std::vector<int> whereTheFirstIs(kPeers);
    Random random(1);
    for (int round = 0; round < kRounds; ++round) {
        PeerList<PeerV4> list;
        for (std::uint32_t i = 0; i < kPeers; ++i)
            list.add(peer(i), false, random, kKey);
        ++whereTheFirstIs[list.find(peer(0), kKey)];
    }
    for (const int count : whereTheFirstIs) // 2000 each, standard deviation 42
        QVERIFY2(count > 1750 && count < 2250, qPrintable(QString::number(count)));
}

QTEST_GUILESS_MAIN(PeerListTest)
#include "peer_list_test.moc"
