// Peers that outlive the process: what comes back, how old, and what a damaged file does.
#include "tracker/swarm/peer_snapshot.h"
#include "tracker/swarm/sweeper.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace essaim;
using namespace essaim::tracker;
using std::chrono::seconds;

namespace {

constexpr std::int64_t kSavedAt = 1'800'000'000;
constexpr seconds kTimeout{2700};

Sha1Hash hashOf(std::uint32_t number) {
    Sha1Hash hash;
    hash.bytes = {static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
    return hash;
}

IpAddress addressOf(std::uint32_t number) {
    if (number % 5 != 0)
        return IpAddress::v4(0x0b000000 + number);
    return IpAddress::v6({0x26, 0, 0, 0, static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number), 1});
}

struct Fixture {
    Clock::Monotonic now{seconds(5000)};
    PeerStore store{now, SipKey{1, 2}};
    QTemporaryDir folder;
    std::filesystem::path file = folder.filePath(QStringLiteral("tracker.peers")).toStdString();

    void announce(std::uint32_t peer, std::uint32_t torrent) {
        StoreAnnounce announce;
        announce.infoHash = hashOf(torrent);
        announce.update = {{addressOf(peer), 6881}, peer % 3 == 0, peer % 7 == 0, peer % 3 == 0 && peer % 2 == 0, 0};
        announce.mayAdd = true;
        announce.onlyHosted = false;
        Random random(1);
        SwarmCounts counts;
        CompactPeers peers;
        QVERIFY(store.announce(announce, now, random, counts, peers) == StoreOutcome::Ok);
    }
    /// Swarms of every form: of one peer, of a few, and one of thousands.
    void fill() {
        for (std::uint32_t i = 1; i <= 6000; ++i)
            announce(i, i % 3 == 0 ? 0 : i % 400);
    }
    Expected<RestoredPeers> restoreInto(PeerStore& other, std::int64_t away = 0, bool onlyHosted = false) const {
        return restorePeers(other, file, now, kSavedAt + away, kTimeout, onlyHosted);
    }
    QByteArray bytes() const {
        QFile in(QString::fromStdString(file.string()));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    void write(const QByteArray& bytes) const {
        QFile out(QString::fromStdString(file.string()));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
    }
};

} // namespace

class PeerSnapshotTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everything_comes_back();
    void owners_come_back_with_their_peers();
    void an_empty_store_comes_back_empty();
    void time_away_counts();
    void a_clock_that_was_set_back_makes_nobody_younger();
    void only_hosted_torrents_come_back_where_only_they_are_served();
    void damage_costs_only_what_stands_behind_it_data();
    void damage_costs_only_what_stands_behind_it();
    void another_file_is_refused();
    void a_missing_file_is_not_found();
    void a_folder_that_cannot_be_written_is_an_error_and_leaves_the_old_file();
};

void PeerSnapshotTest::everything_comes_back() {
    Fixture f;
    f.fill();
    QVERIFY(savePeers(f.store, f.file, f.now, kSavedAt));
    PeerStore other(f.now, SipKey{7, 8});
    const auto restored = f.restoreInto(other);
    QVERIFY(restored && !restored->isDamaged);
    QCOMPARE(restored->restored, 6000U);
    QCOMPARE(other.totals().seeds, f.store.totals().seeds);
    for (std::uint32_t torrent = 0; torrent < 400; ++torrent)
        QVERIFY(other.counts(hashOf(torrent)) == f.store.counts(hashOf(torrent)));
}

void PeerSnapshotTest::owners_come_back_with_their_peers() {
    Fixture f;
    f.fill();
    const auto ownerOf = [](const Sha1Hash&, const Endpoint& peer) {
        const auto last = peer.address.bytes()[3];
        return last % 2 == 0 ? std::optional(PeerOwner{last - 100, ~std::uint64_t{last}}) : std::nullopt;
    };
    QVERIFY(savePeers(f.store, f.file, f.now, kSavedAt, ownerOf));
    PeerStore other(f.now, SipKey{7, 8});
    std::uint64_t owned = 0;
    std::uint64_t others = 0;
    const auto restored = restorePeers(
        other, f.file, f.now, kSavedAt, kTimeout, false, [&](const Sha1Hash& announced, const StoredPeer& peer) {
            ++(peer.owner ? owned : others);
            return peer.owner && peer.owner == ownerOf(announced, peer.endpoint);
        });
    QVERIFY(restored && !restored->isDamaged);
    QCOMPARE(owned + others, 6000U);
    QVERIFY(owned > 1000 && others > 1000);
    QCOMPARE(restored->restored, owned);
    QCOMPARE(other.totals().peers, owned);
}

void PeerSnapshotTest::an_empty_store_comes_back_empty() {
    Fixture f;
    QVERIFY(savePeers(f.store, f.file, f.now, kSavedAt));
    const auto restored = f.restoreInto(f.store);
    QVERIFY(restored && !restored->isDamaged);
    QCOMPARE(restored->restored, 0U);
}

void PeerSnapshotTest::time_away_counts() {
    Fixture f;
    f.announce(1, 1);
    f.now += seconds(1000);
    f.announce(2, 1);
    QVERIFY(savePeers(f.store, f.file, f.now, kSavedAt));
    f.now = Clock::Monotonic(seconds(10)); // the computer started anew
    PeerStore other(f.now, SipKey{7, 8});
    QCOMPARE(f.restoreInto(other, 1900)->restored, 1U); // the older one would be 2,900 seconds old
    Sweeper sweeper(other);
    sweeper.sweepAll(f.now + seconds(750), kTimeout);
    QCOMPARE(other.totals().peers, 1U);
    sweeper.sweepAll(f.now + seconds(850), kTimeout);
    QCOMPARE(other.totals().peers, 0U);
}

void PeerSnapshotTest::a_clock_that_was_set_back_makes_nobody_younger() {
    Fixture f;
    f.announce(1, 1);
    f.now += seconds(2000);
    QVERIFY(savePeers(f.store, f.file, f.now, kSavedAt));
    PeerStore other(f.now, SipKey{7, 8});
    QCOMPARE(f.restoreInto(other, -100'000)->restored, 1U);
    Sweeper sweeper(other);
    sweeper.sweepAll(f.now + seconds(750), kTimeout);
    QCOMPARE(other.totals().peers, 0U);
}

void PeerSnapshotTest::only_hosted_torrents_come_back_where_only_they_are_served() {
    Fixture f;
    f.announce(1, 1);
    f.announce(2, 2);
    QVERIFY(savePeers(f.store, f.file, f.now, kSavedAt));
    PeerStore other(f.now, SipKey{7, 8});
    other.host(hashOf(2), 0);
    QCOMPARE(f.restoreInto(other, 0, true)->restored, 1U);
    QCOMPARE(other.counts(hashOf(1)).leechers, 0U);
    QCOMPARE(other.counts(hashOf(2)).leechers, 1U);
}

void PeerSnapshotTest::damage_costs_only_what_stands_behind_it_data() {
    QTest::addColumn<int>("fromEnd");
    QTest::addColumn<bool>("isCut");
    QTest::newRow("cut in the last block") << 4 << true;
    QTest::newRow("cut in the middle") << 20'000 << true;
    QTest::newRow("a byte changed") << 20'000 << false;
}

void PeerSnapshotTest::damage_costs_only_what_stands_behind_it() {
    QFETCH(const int, fromEnd);
    QFETCH(const bool, isCut);
    Fixture f;
    f.fill();
    QVERIFY(savePeers(f.store, f.file, f.now, kSavedAt));
    auto bytes = f.bytes();
    if (isCut)
        bytes.chop(fromEnd);
    else
        bytes[bytes.size() - fromEnd] = char(bytes[bytes.size() - fromEnd] ^ 1);
    f.write(bytes);
    PeerStore other(f.now, SipKey{7, 8});
    const auto restored = f.restoreInto(other);
    QVERIFY(restored && restored->isDamaged);
    QCOMPARE(other.totals().peers, restored->restored);
    QVERIFY(restored->restored <= 6000);
}

void PeerSnapshotTest::another_file_is_refused() {
    Fixture f;
    for (const QByteArray& bytes : {QByteArray(), QByteArray("EsPeers1"), QByteArray(4000, 'x')}) {
        f.write(bytes);
        const auto restored = f.restoreInto(f.store);
        QVERIFY(!restored);
        QVERIFY(restored.error().kind == ErrorKind::Unsupported);
    }
}

void PeerSnapshotTest::a_missing_file_is_not_found() {
    Fixture f;
    const auto restored = f.restoreInto(f.store);
    QVERIFY(!restored);
    QVERIFY(restored.error().kind == ErrorKind::NotFound);
}

void PeerSnapshotTest::a_folder_that_cannot_be_written_is_an_error_and_leaves_the_old_file() {
    Fixture f;
    f.announce(1, 1);
    QVERIFY(savePeers(f.store, f.file, f.now, kSavedAt));
    const auto before = f.bytes();
    QVERIFY(QDir(f.folder.path()).mkpath(QStringLiteral("tracker.peers.new/in the way")));
    f.announce(2, 1);
    QVERIFY(!savePeers(f.store, f.file, f.now, kSavedAt));
    QCOMPARE(f.bytes(), before);
}

QTEST_GUILESS_MAIN(PeerSnapshotTest)
#include "peer_snapshot_test.moc"
