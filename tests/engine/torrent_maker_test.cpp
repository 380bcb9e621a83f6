// A torrent in the making: held, continued, cancelled; and what is said of files that somebody is writing.
#include "engine/create_torrent.h"
#include "engine/portability.h"
#include "engine/torrent_file.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using namespace essaim::engine;

class TorrentMakerTest : public QObject {
    Q_OBJECT

    static constexpr int kDeadlineMs = 20'000;

    QTemporaryDir m_folder;

    CreateTorrentRequest request(qint64 size) const {
        QFile file(m_folder.filePath(QStringLiteral("large.bin")));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(size))
            qFatal("cannot make a file");
        CreateTorrentRequest wanted;
        wanted.paths = {file.fileName()};
        return wanted;
    }

    static int changingFiles(qint64 sinceModifiedMs) {
        constexpr qint64 kNowMs = 1'700'000'000'000;
        CreateTorrentPlan plan;
        plan.files = {{QStringLiteral("a"), QStringLiteral("/a"), 1, false, false, kNowMs - sinceModifiedMs}};
        int count = 0;
        for (const PortabilityIssue& issue : checkPortability(plan, {}, kNowMs))
            count += issue.kind == PortabilityIssue::Kind::StillChanging ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void names_a_torrent_that_many_clients_refuse() {
        for (const qint64 over : {0, 1}) {
            CreateTorrentPlan plan;
            plan.torrentSize = kCommonTorrentLimit + over;
            int count = 0;
            for (const PortabilityIssue& issue : checkPortability(plan, {}, 0))
                count += issue.kind == PortabilityIssue::Kind::LargeTorrent ? 1 : 0;
            QCOMPARE(count, over);
        }
    }
    void stands_still_while_it_is_held_and_goes_on_where_it_was() {
        constexpr qint64 kTerabyte = qint64{1} << 40; // sparse: long to hash, quick to make
        TorrentMaker maker;
        HashProgress last;
        connect(&maker, &TorrentMaker::progressed, this, [&last](const HashProgress& state) { last = state; });
        QSignalSpy finished(&maker, &TorrentMaker::finished);
        maker.start(request(kTerabyte));
        QTRY_VERIFY_WITH_TIMEOUT(last.done > 0 && last.rate > 0, kDeadlineMs);
        maker.pause();
        QTRY_VERIFY_WITH_TIMEOUT(last.isPaused, kDeadlineMs);
        // What was being read when it was held may still be counted; then nothing more is.
        QTRY_COMPARE_WITH_TIMEOUT(last.rate, 0, kDeadlineMs);
        QSignalSpy reports(&maker, &TorrentMaker::progressed);
        QTRY_VERIFY_WITH_TIMEOUT(reports.size() >= 2, kDeadlineMs);
        const qint64 held = last.done;
        QTRY_VERIFY_WITH_TIMEOUT(reports.size() >= 5, kDeadlineMs);
        QCOMPARE(last.done, held);
        maker.resume();
        QTRY_VERIFY_WITH_TIMEOUT(!last.isPaused && last.done > held, kDeadlineMs);
        QVERIFY(last.done < kTerabyte);
        maker.pause(); // a held one is cancelled like any other
        QTRY_VERIFY_WITH_TIMEOUT(last.isPaused, kDeadlineMs);
        maker.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, kDeadlineMs);
        const auto result = finished.first().first().value<Expected<CreatedTorrent>>();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    }

    void a_pause_leaves_the_result_as_it_is() {
        constexpr qint64 kSize = qint64{2} << 30;
        const CreateTorrentRequest wanted = request(kSize);
        TorrentMaker maker;
        HashProgress last;
        connect(&maker, &TorrentMaker::progressed, this, [&last](const HashProgress& state) { last = state; });
        QSignalSpy finished(&maker, &TorrentMaker::finished);
        maker.start(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(last.done > 0, kDeadlineMs);
        maker.pause();
        QTRY_VERIFY_WITH_TIMEOUT(last.isPaused || !finished.isEmpty(), kDeadlineMs);
        maker.resume();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 3 * kDeadlineMs);
        const auto result = finished.first().first().value<Expected<CreatedTorrent>>();
        QVERIFY(result);
        const auto again = createTorrent(wanted);
        QVERIFY(again);
        QCOMPARE(result->infoHash, again->infoHash);
    }

    void only_files_that_were_written_a_moment_ago_are_called_changing() {
        QCOMPARE(changingFiles(100), 1);
        QCOMPARE(changingFiles(4'000), 1);
        QCOMPARE(changingFiles(6'000), 0);      // a file that has just been copied
        QCOMPARE(changingFiles(-3'600'000), 0); // the clock of another computer
    }
};

QTEST_GUILESS_MAIN(TorrentMakerTest)
#include "torrent_maker_test.moc"
