// The model of the transfer list under batches as the session sends them.
#include "gui/transfers/transfer_model.h"

#include "window_fixture.h"

#include "gui/transfers/transfer_columns.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace essaim;
using engine::TorrentState;
using gui::StatusFilter;
using test::makeTorrent;

class TransferModelTest : public QObject {
    Q_OBJECT
private:
    static QString cell(const gui::TransferModel& model, int row, const char* column) {
        return model.data(model.index(row, gui::transferColumn(QString::fromLatin1(column))), Qt::DisplayRole)
            .toString();
    }

private Q_SLOTS:
    void newTorrentsAreInsertedAtTheEndInOneRun() {
        gui::TransferModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.merge({makeTorrent(1, QStringLiteral("a"))});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.merge({makeTorrent(2, QStringLiteral("b")), makeTorrent(3, QStringLiteral("c"))});
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 2, "name"), QStringLiteral("c"));
    }

    void aTorrentNamedTwiceInABatchIsOneRow() {
        gui::TransferModel model;
        model.merge({makeTorrent(1, QStringLiteral("old")), makeTorrent(1, QStringLiteral("new"))});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, "name"), QStringLiteral("new"));
    }

    void anUnchangedTorrentAnnouncesNothing() {
        gui::TransferModel model;
        model.merge({makeTorrent(1, QStringLiteral("a"))});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.merge({makeTorrent(1, QStringLiteral("a"))});
        QCOMPARE(changed.count(), 0);
    }

    void onlyTheCellsThatDifferAreAnnounced() {
        gui::TransferModel model;
        auto torrent = makeTorrent(1, QStringLiteral("a"));
        model.merge({torrent});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        torrent.downloadRate = 5000;
        torrent.savePath = QStringLiteral("/elsewhere");
        model.merge({torrent});
        QCOMPARE(changed.count(), 2);
        const int down = gui::transferColumn(QStringLiteral("down"));
        QCOMPARE(changed[0][0].toModelIndex(), model.index(0, down));
        QCOMPARE(changed[0][1].toModelIndex(), model.index(0, down));
        const int path = gui::transferColumn(QStringLiteral("save_path"));
        QCOMPARE(changed[1][0].toModelIndex(), model.index(0, path));
        QCOMPARE(changed[1][1].toModelIndex(), model.index(0, path));
    }

    void manyChangesAreAnnouncedByColumns() {
        gui::TransferModel model;
        QList<engine::TorrentSnapshot> torrents;
        for (int n = 0; n < 100; ++n)
            torrents.append(makeTorrent(n + 1, QString::number(n)));
        model.merge(torrents);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        for (int n = 10; n < 90; ++n)
            torrents[n].uploadRate = 1000 + n;
        model.merge(torrents);
        const int up = gui::transferColumn(QStringLiteral("up"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex(), model.index(10, up));
        QCOMPARE(changed.first().at(1).toModelIndex(), model.index(89, up));
    }

    void removalsFromAnywhereKeepTheRestInOrder() {
        gui::TransferModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<engine::TorrentSnapshot> batch;
        for (int i = 0; i < 8; ++i)
            batch.append(makeTorrent(i, QString::number(i)));
        model.merge(batch);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.remove({batch[6].id, batch[1].id, batch[2].id, batch[1].id, makeTorrent(99, {}).id});
        QCOMPARE(removed.count(), 2); // 6, then 1 to 2
        QString names;
        for (int row = 0; row < model.rowCount(); ++row) {
            names += cell(model, row, "name");
            QCOMPARE(model.rowOf(model.torrent(row).id), row);
        }
        QCOMPARE(names, QStringLiteral("03457"));
    }

    void everyTorrentIsInOneGroupAndInAllAndWhatSeedsIsCompleteToo() {
        gui::TransferModel model;
        QList<engine::TorrentSnapshot> batch;
        const TorrentState states[] = {
            TorrentState::Error,   TorrentState::MissingFiles, TorrentState::FetchingMetadata, TorrentState::Checking,
            TorrentState::Queued,  TorrentState::Downloading,  TorrentState::Stalled,          TorrentState::Paused,
            TorrentState::Seeding, TorrentState::Complete};
        int n = 0;
        for (const TorrentState state : states)
            batch.append(makeTorrent(++n, QStringLiteral("torrent"), state));
        model.merge(batch);
        QCOMPARE(model.count(StatusFilter::All), 10);
        QCOMPARE(model.count(StatusFilter::Attention), 2);
        QCOMPARE(model.count(StatusFilter::Downloading), 5);
        QCOMPARE(model.count(StatusFilter::Paused), 1);
        QCOMPARE(model.count(StatusFilter::Seeding), 1);
        QCOMPARE(model.count(StatusFilter::Complete), 2); // one of them seeds
    }

    void countsFollowAChangeOfState() {
        gui::TransferModel model;
        model.merge({makeTorrent(1, QStringLiteral("a"))});
        QSignalSpy counts(&model, &gui::TransferModel::countsChanged);
        model.merge({makeTorrent(1, QStringLiteral("a"), TorrentState::Seeding)});
        QCOMPARE(counts.count(), 1);
        QCOMPARE(model.count(StatusFilter::Downloading), 0);
        QCOMPARE(model.count(StatusFilter::Seeding), 1);
        model.remove({makeTorrent(1, {}).id});
        QCOMPARE(counts.count(), 2);
        QCOMPARE(model.count(StatusFilter::All), 0);
    }

    void everyColumnHasItsOwnIdAndAValueForEveryTorrent() {
        QSet<QString> ids;
        const auto torrent = makeTorrent(1, QStringLiteral("a"));
        for (const gui::TransferColumn& column : gui::transferColumns()) {
            QVERIFY2(!ids.contains(QString::fromLatin1(column.id)), column.id);
            ids.insert(QString::fromLatin1(column.id));
            QVERIFY2(column.value(torrent) == column.value(torrent), column.id);
            QVERIFY2(column.text != nullptr && column.width > 0, column.id);
        }
    }

    void theStatusSaysWhyATorrentWaits_data() {
        QTest::addColumn<int>("connected");
        QTest::addColumn<double>("availability");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("words");
        QTest::newRow("nobody") << 0 << -1.0 << QString() << QStringLiteral("Looking for peers");
        QTest::newRow("tracker") << 0 << -1.0 << QStringLiteral("timed out") << QStringLiteral("Tracker: timed out");
        QTest::newRow("no full copy") << 3 << 0.5 << QString() << QStringLiteral("Peers here have only 50 %");
    }
    void theStatusSaysWhyATorrentWaits() {
        QFETCH(int, connected);
        QFETCH(double, availability);
        QFETCH(QString, message);
        QFETCH(QString, words);
        auto torrent = makeTorrent(1, QStringLiteral("a"), TorrentState::Stalled);
        torrent.peersConnected = connected;
        torrent.availability = availability;
        torrent.trackerMessage = message;
        QCOMPARE(gui::transferStatus(torrent).replace(QChar(0x00a0), QLatin1Char(' ')), words);
    }

    void aTorrentThatTheQueueHasNoSayInShowsIt() {
        auto torrent = makeTorrent(1, QStringLiteral("a"), TorrentState::Downloading);
        QCOMPARE(gui::transferStatus(torrent), QStringLiteral("Downloading"));
        torrent.ignoresQueue = true;
        QCOMPARE(gui::transferStatus(torrent), QStringLiteral("Downloading, at once"));
        torrent.state = TorrentState::Seeding;
        QCOMPARE(gui::transferStatus(torrent), QStringLiteral("Seeding, at once"));
        torrent.state = TorrentState::Paused;
        QCOMPARE(gui::transferStatus(torrent), QStringLiteral("Paused"));
    }

    void aToolTipShowsWordsOfStrangersAndDoesNotObeyThem() {
        gui::TransferModel model;
        auto torrent = makeTorrent(1, QStringLiteral("a"), TorrentState::Stalled);
        torrent.trackerMessage = QStringLiteral("<img src=\"/dev/zero\"> & co");
        model.merge({torrent});
        const QModelIndex status = model.index(0, gui::transferColumn(QStringLiteral("status")));
        const QString toolTip = status.data(Qt::ToolTipRole).toString();
        QVERIFY2(toolTip.contains(torrent.trackerMessage.toHtmlEscaped()), qPrintable(toolTip));
        torrent.trackerMessage = QStringLiteral("a < b & c"); // nothing that Qt would obey
        model.merge({torrent});
        QVERIFY(status.data(Qt::ToolTipRole).toString().contains(torrent.trackerMessage));
    }

    void anErrorIsShortInTheCellAndWholeInTheToolTip() {
        gui::TransferModel model;
        auto torrent = makeTorrent(1, QStringLiteral("a"), TorrentState::Error);
        torrent.error = Error{ErrorKind::DiskFull, Operation::DownloadTorrent, "/disk/film.mkv", "no space left"};
        model.merge({torrent});
        const QModelIndex status = model.index(0, gui::transferColumn(QStringLiteral("status")));
        QCOMPARE(status.data().toString(), QStringLiteral("The disk is full"));
        QVERIFY(status.data(Qt::ToolTipRole).toString().contains(QStringLiteral("/disk/film.mkv")));
    }
};

QTEST_GUILESS_MAIN(TransferModelTest)
#include "transfer_model_test.moc"
