// What libtorrent says about a torrent, and what the window is told.
#include "engine/snapshot_maker.h"

#include <QTest>

#include <functional>

using namespace essaim;
using namespace essaim::engine;

namespace {

using Status = lt::torrent_status;

/// A torrent of 1,000 bytes, running, half done.
TorrentEntry halfDone() {
    TorrentEntry entry;
    entry.record.name = "Name";
    entry.record.savePath = "/downloads";
    entry.record.id.bytes[0] = 7;
    entry.record.infoHash.v1 = entry.record.id;
    MetadataFacts metadata;
    metadata.totalSize = 1000;
    metadata.pieceLength = 100;
    metadata.pieceCount = 10;
    metadata.fileCount = 2;
    entry.metadata = metadata;
    Status status;
    status.state = Status::downloading;
    status.flags = lt::torrent_flags::auto_managed;
    status.total_wanted = 1000;
    status.total_wanted_done = 500;
    status.num_pieces = 5;
    entry.status = status;
    return entry;
}

} // namespace

class SnapshotMakerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesTheState_data() {
        using Change = std::function<void(TorrentEntry&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("state");
        const auto row = [](const char* name, TorrentState state, Change change) {
            QTest::newRow(name) << change << int(state);
        };
        const auto paused = lt::torrent_flags::paused;
        row("no data comes", TorrentState::Stalled, [](TorrentEntry&) {});
        row("data comes", TorrentState::Downloading, [](TorrentEntry& e) { e.status->download_payload_rate = 1; });
        row("waits for its turn", TorrentState::Queued, [=](TorrentEntry& e) { e.status->flags |= paused; });
        row("stopped", TorrentState::Paused, [=](TorrentEntry& e) {
            e.record.paused = true;
            e.status->flags = paused;
        });
        row("complete", TorrentState::Seeding, [](TorrentEntry& e) {
            e.status->state = Status::seeding;
            e.status->is_finished = true;
        });
        row("complete and stopped", TorrentState::Complete, [=](TorrentEntry& e) {
            e.status->is_finished = true;
            e.record.paused = true;
            e.status->flags = paused;
        });
        row("checking", TorrentState::Checking, [](TorrentEntry& e) { e.status->state = Status::checking_files; });
        row("stopped, but checked on demand", TorrentState::Checking, [](TorrentEntry& e) {
            e.record.paused = true;
            e.status->state = Status::checking_files;
            e.status->flags = {};
        });
        row("magnet", TorrentState::FetchingMetadata, [](TorrentEntry& e) { e.metadata.reset(); });
        row("magnet whose content is not wanted yet", TorrentState::FetchingMetadata, [](TorrentEntry& e) {
            e.metadata.reset();
            e.status->is_finished = true;
        });
        row("stopped magnet", TorrentState::Paused, [](TorrentEntry& e) {
            e.metadata.reset();
            e.record.paused = true;
        });
        row("error", TorrentState::Error, [](TorrentEntry& e) { e.error = Error{}; });
        row("error of libtorrent's", TorrentState::Error,
            [](TorrentEntry& e) { e.status->errc.assign(ENOSPC, boost::system::generic_category()); });
        row("files are gone", TorrentState::MissingFiles, [](TorrentEntry& e) { e.areFilesMissing = true; });
        row("just started", TorrentState::Checking, [](TorrentEntry& e) { e.status.reset(); });
        row("just started, stopped", TorrentState::Paused, [](TorrentEntry& e) {
            e.status.reset();
            e.record.paused = true;
        });
        row("just started, complete and stopped", TorrentState::Complete, [](TorrentEntry& e) {
            e.status.reset();
            e.record.paused = true;
            e.record.completedAt = 1;
        });
    }
    void namesTheState() {
        QFETCH(std::function<void(TorrentEntry&)>, change);
        QFETCH(int, state);
        TorrentEntry entry = halfDone();
        change(entry);
        QCOMPARE(int(makeSnapshot(entry).state), state);
    }

    void countsProgressOfWhatIsWanted() {
        TorrentEntry entry = halfDone();
        QCOMPARE(makeSnapshot(entry).progress, 0.5);
        QCOMPARE(makeSnapshot(entry).piecesHave, 5);
        entry.status->total_wanted = 0;
        entry.status->total_wanted_done = 0;
        QCOMPARE(makeSnapshot(entry).progress, 1.0); // nothing is wanted: all of it is there
        entry.status->state = Status::checking_files;
        entry.status->progress_ppm = 250'000;
        QCOMPARE(makeSnapshot(entry).progress, 0.25);
        entry.metadata.reset();
        QCOMPARE(makeSnapshot(entry).progress, 0.0);
    }

    void estimatesTheRestFromTheRate() {
        TorrentEntry entry = halfDone();
        QCOMPARE(makeSnapshot(entry).etaSeconds, -1);
        entry.status->download_payload_rate = 300;
        QCOMPARE(makeSnapshot(entry).etaSeconds, 2); // 500 bytes at 300 a second, rounded up
    }

    void aStoppedTorrentMovesNothing() {
        TorrentEntry entry = halfDone();
        entry.status->download_payload_rate = 300;
        entry.status->upload_payload_rate = 200;
        QCOMPARE(makeSnapshot(entry).downloadRate, 300);
        QCOMPARE(makeSnapshot(entry).uploadRate, 200);
        entry.record.paused = true;
        entry.status->flags = lt::torrent_flags::paused;
        QCOMPARE(makeSnapshot(entry).downloadRate, 0);
        QCOMPARE(makeSnapshot(entry).uploadRate, 0);
    }

    void whatWasMovedInThisSessionIsPartOfTheWhole() {
        TorrentEntry entry = halfDone();
        entry.status->all_time_download = 100;
        entry.status->total_payload_download = 130; // libtorrent adds it up later
        QCOMPARE(makeSnapshot(entry).downloaded, 100);
        QCOMPARE(makeSnapshot(entry).sessionDownloaded, 100);
        entry.status->all_time_upload = 900;
        entry.status->total_payload_upload = 130;
        QCOMPARE(makeSnapshot(entry).uploaded, 900);
        QCOMPARE(makeSnapshot(entry).sessionUploaded, 130);
    }

    void showsTheErrorOfTheSystem() {
        TorrentEntry entry = halfDone();
        entry.status->errc.assign(ENOSPC, boost::system::generic_category());
        QCOMPARE(makeSnapshot(entry).error->kind, ErrorKind::DiskFull);
        entry.error = Error{ErrorKind::PermissionDenied, Operation::DownloadTorrent, "/x", {}};
        QCOMPARE(makeSnapshot(entry).error, entry.error); // ours knows the path
    }

    void tellsPeersFromSeeds() {
        TorrentEntry entry = halfDone();
        entry.status->num_peers = 5;
        entry.status->num_seeds = 2;
        QCOMPARE(makeSnapshot(entry).seedsConnected, 2);
        QCOMPARE(makeSnapshot(entry).peersConnected, 3);
        QCOMPARE(makeSnapshot(entry).seedsTotal, -1);
    }

    void showsTheHostOfATrackerAndNothingElse_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("host");
        QTest::newRow("passkey") << QStringLiteral("http://t.example:6969/announce/SECRET")
                                 << QStringLiteral("t.example");
        QTest::newRow("udp") << QStringLiteral("udp://t.example:1") << QStringLiteral("t.example");
        QTest::newRow("query") << QStringLiteral("https://t.example?passkey=SECRET") << QStringLiteral("t.example");
        QTest::newRow("user") << QStringLiteral("http://me:SECRET@t.example/a") << QStringLiteral("t.example");
        QTest::newRow("IPv6") << QStringLiteral("http://[2001:db8::1]:80/a") << QStringLiteral("[2001:db8::1]");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("no URL") << QStringLiteral("SECRET") << QString();
    }
    void showsTheHostOfATrackerAndNothingElse() {
        QFETCH(QString, url);
        QFETCH(QString, host);
        QCOMPARE(hostOf(url.toStdString()), host);
    }
};

QTEST_GUILESS_MAIN(SnapshotMakerTest)
#include "snapshot_maker_test.moc"
