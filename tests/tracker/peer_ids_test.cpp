#include "tracker/service/peer_ids.h"

#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;

namespace {

Sha1Hash hashOf(std::uint8_t fill) {
    Sha1Hash hash;
    hash.bytes.fill(fill);
    return hash;
}

PeerId idOf(std::uint8_t fill) {
    PeerId id;
    id.fill(fill);
    return id;
}

const Endpoint kPeer{IpAddress::v4(1, 2, 3, 4), 6881};

} // namespace

class PeerIdsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestIdOfAPeerIsFound();
    void peersAreToldApartBySwarmAddressAndPort();
    void theNewestOfManyAreAllThere();
    void aFloodDisplacesButDoesNotGrow();
};

void PeerIdsTest::theNewestIdOfAPeerIsFound() {
    PeerIds ids;
    QVERIFY(!ids.find(hashOf(1), kPeer));
    ids.put(hashOf(1), kPeer, idOf('a'));
    ids.put(hashOf(1), kPeer, idOf('b'));
    QVERIFY(ids.find(hashOf(1), kPeer) == idOf('b'));
}

void PeerIdsTest::peersAreToldApartBySwarmAddressAndPort() {
    PeerIds ids;
    ids.put(hashOf(1), kPeer, idOf('a'));
    QVERIFY(!ids.find(hashOf(2), kPeer));
    QVERIFY(!ids.find(hashOf(1), {kPeer.address, 6882}));
    QVERIFY(!ids.find(hashOf(1), {IpAddress::v4(1, 2, 3, 5), 6881}));
}

void PeerIdsTest::theNewestOfManyAreAllThere() {
    PeerIds ids;
    for (std::uint32_t i = 0; i < 2 * PeerIds::kEntries; ++i)
        ids.put(hashOf(1), {IpAddress::v4(i), 1}, idOf('x'));
    for (std::uint32_t i = 0; i < 500; ++i)
        ids.put(hashOf(2), {IpAddress::v4(i), 1}, idOf('y'));
    for (std::uint32_t i = 0; i < 500; ++i)
        QVERIFY(ids.find(hashOf(2), {IpAddress::v4(i), 1}) == idOf('y'));
}

void PeerIdsTest::aFloodDisplacesButDoesNotGrow() {
    PeerIds ids;
    std::size_t found = 0;
    for (std::uint32_t i = 0; i < 4 * PeerIds::kEntries; ++i)
        ids.put(hashOf(1), {IpAddress::v4(i), 1}, idOf('x'));
    for (std::uint32_t i = 0; i < 4 * PeerIds::kEntries; ++i)
        found += ids.find(hashOf(1), {IpAddress::v4(i), 1}) ? 1U : 0U;
    QVERIFY(found > 0);
    QVERIFY(found <= PeerIds::kEntries);
    QVERIFY(ids.find(hashOf(1), {IpAddress::v4(4 * PeerIds::kEntries - 1), 1}));
}

QTEST_GUILESS_MAIN(PeerIdsTest)
#include "peer_ids_test.moc"
