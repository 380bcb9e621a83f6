// A full disk is a state: downloads wait for it, say so once, and go on by themselves.
#include "engine/session_fixture.h"
#include "storage/small_disk.h"

#include <QTemporaryDir>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;
using essaim::test::SmallDisk;

namespace {

/// Slow enough that a test can act before the end.
SessionSettings slow(int bytesPerSecond) {
    SessionSettings settings;
    settings.downloadLimit = bytesPerSecond;
    return settings;
}

} // namespace

class DiskFullTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

private Q_SLOTS:
    void waitsWhileTheDiskIsFullAndGoesOnWhenThereIsRoom() {
        SmallDisk disk(8192);
        if (!disk.reason().isEmpty())
            QSKIP(qPrintable(disk.reason()));
        const CreatedTorrent created = make(makeContent(path("content")));
        TestSession seeder;
        TestSession leecher({}, slow(250'000)); // it must not be through before the disk is full
        QList<VolumeNotice> notices;
        connect(leecher.operator->(), &Session::volumeHeld, this, [&](const auto& notice) { notices << notice; });
        QVERIFY(seeder.start());
        QVERIFY(leecher.start());
        seed(seeder, created);
        disk.fill();
        AddTorrentRequest wanted = request(created.torrent, disk.filePath(QStringLiteral("dl")));
        wanted.peers = {seeder.peerAddress()};
        QDir().mkpath(wanted.savePath);
        const auto outcome = leecher.add(wanted);
        if (outcome.error) { // not even the folder can be tried: make that much room
            disk.empty();
            QVERIFY(!leecher.add(wanted).error);
            disk.fill();
        }
        const TorrentId id = created.infoHash.id();
        QVERIFY(leecher.waitForState(id, TorrentState::WaitingForDisk));
        QCOMPARE(leecher.find(id)->hold->reason, DiskHold::Reason::Full);
        QVERIFY(!leecher.find(id)->error);
        QTRY_COMPARE(notices.size(), 1);
        QCOMPARE(notices[0].torrents, 1);
        disk.empty();
        QVERIFY(leecher.waitForState(id, TorrentState::Seeding));
        QVERIFY(!leecher.find(id)->hold);
        QCOMPARE(notices.size(), 1);
        QVERIFY(leecher.problems.isEmpty());
    }

    void aDownloadThatDoesNotFitWaitsForTheOneBeforeIt() {
        SmallDisk disk(8192);
        if (!disk.reason().isEmpty())
            QSKIP(qPrintable(disk.reason()));
        writeFile(path("first/a.bin"), bytesOf(5 << 20, 1));
        writeFile(path("second/b.bin"), bytesOf(5 << 20, 2));
        const CreatedTorrent first = make(path("first/a.bin"));
        const CreatedTorrent second = make(path("second/b.bin"));
        TestSession leecher({}, slow(64 * 1024));
        QVERIFY(leecher.start());
        QVERIFY(!leecher.add(request(first.torrent, disk.filePath(QStringLiteral("dl")))).error);
        QVERIFY(leecher.waitForState(first.infoHash.id(), TorrentState::Stalled));
        QVERIFY(!leecher.add(request(second.torrent, disk.filePath(QStringLiteral("dl")))).error);
        QVERIFY(leecher.waitForState(second.infoHash.id(), TorrentState::WaitingForDisk));
        const auto hold = *leecher.find(second.infoHash.id())->hold;
        QCOMPARE(hold.reason, DiskHold::Reason::NoRoom);
        QVERIFY(hold.missing > (2 << 20) && hold.missing < (4 << 20));
        QCOMPARE(leecher.find(first.infoHash.id())->state, TorrentState::Stalled);
        leecher->remove({first.infoHash.id()}, FilesFate::Keep);
        QVERIFY(leecher.waitForState(second.infoHash.id(), TorrentState::Stalled));
    }
};

QTEST_GUILESS_MAIN(DiskFullTest)
#include "disk_full_test.moc"
