// Peers in banned ranges: dropped, and never connected to.
#include "session_fixture.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;

class BannedPeersTest : public QObject {
    Q_OBJECT
private:
    static SessionSettings at(const char* address) {
        SessionSettings settings;
        settings.bindAddress = QString::fromLatin1(address);
        settings.offline = true;
        return settings;
    }

private Q_SLOTS:
    /// This computer itself is never banned: the two need addresses that are not its usual ones.
    void initTestCase() {
        for (const char* const address : {"192.0.2.1/32", "192.0.2.2/32"})
            QCOMPARE(
                QProcess::execute(
                    QStringLiteral("ip"), {QStringLiteral("address"), QStringLiteral("add"),
                                           QString::fromLatin1(address), QStringLiteral("dev"), QStringLiteral("lo")}),
                0);
    }

    void whoIsConnectedIsDroppedAndComesBackWhenTheBanIsLifted() {
        const QTemporaryDir folder;
        const CreatedTorrent created = make(makeContent(folder.path()));
        TestSession seeder({}, at("192.0.2.1"));
        QVERIFY(seeder.start());
        QVERIFY(seeder.waitForState(seed(seeder, created).id, TorrentState::Seeding));
        const QString port = seeder.peerAddress().section(u':', 1);
        SessionSettings slow = at("192.0.2.2");
        slow.downloadLimit = 5'000; // it is not over before the test is
        TestSession leecher({}, slow);
        QVERIFY(leecher.start());
        AddTorrentRequest wanted = request(created.torrent, folder.filePath(QStringLiteral("down")));
        wanted.peers = {QStringLiteral("192.0.2.1:") + port};
        const TorrentId id = leecher.add(wanted).id;
        const auto peers = [&] {
            const TorrentSnapshot* torrent = leecher.find(id);
            return torrent == nullptr ? -1 : torrent->peersConnected + torrent->seedsConnected;
        };
        QTRY_VERIFY_WITH_TIMEOUT(peers() > 0, kDeadlineMs);
        SessionSettings banned = slow;
        banned.bannedPeers = {QStringLiteral("10.0.0.0/8"), QStringLiteral("192.0.2.0-192.0.2.1")};
        leecher->applySettings(banned);
        QTRY_COMPARE_WITH_TIMEOUT(peers(), 0, kDeadlineMs);
        leecher->edit({id}, AddPeers{wanted.peers}); // is not taken
        leecher->applySettings(slow);
        leecher->edit({id}, AddPeers{wanted.peers});
        QTRY_VERIFY_WITH_TIMEOUT(peers() > 0, kDeadlineMs);
        QVERIFY(leecher.stop());
        QVERIFY(seeder.stop());
    }
};

QTEST_MAIN(BannedPeersTest)
#include "banned_peers_test.moc"
