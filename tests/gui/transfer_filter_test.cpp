// What the list shows and in which order.
#include "gui/transfers/transfer_filter.h"

#include "window_fixture.h"

#include "gui/transfers/transfer_columns.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace essaim;
using engine::TorrentState;
using test::makeTorrent;

class TransferFilterTest : public QObject {
    Q_OBJECT
private:
    static QString names(const gui::TransferFilter& filter) {
        QStringList list;
        for (int row = 0; row < filter.rowCount(); ++row)
            list.append(filter.index(row, 0).data().toString());
        return list.join(QLatin1Char(' '));
    }
    static void sortBy(gui::TransferFilter& filter, const char* column, Qt::SortOrder order = Qt::AscendingOrder) {
        filter.sort(gui::transferColumn(QString::fromLatin1(column)), order);
    }

private Q_SLOTS:
    void namesSortAsPeopleCount() {
        gui::TransferModel model;
        gui::TransferFilter filter(model);
        model.merge(
            {makeTorrent(1, QStringLiteral("disc10")), makeTorrent(2, QStringLiteral("Disc2")),
             makeTorrent(3, QStringLiteral("disc1"))});
        sortBy(filter, "name");
        QCOMPARE(names(filter), QStringLiteral("disc1 Disc2 disc10"));
    }

    void sizesSortByBytesNotByWords() {
        gui::TransferModel model;
        gui::TransferFilter filter(model);
        model.merge(
            {makeTorrent(1, QStringLiteral("9MB"), TorrentState::Paused, 9'000'000, 0),
             makeTorrent(2, QStringLiteral("80kB"), TorrentState::Paused, 80'000, 0),
             makeTorrent(3, QStringLiteral("7GB"), TorrentState::Paused, 7'000'000'000, 0)});
        sortBy(filter, "size", Qt::DescendingOrder);
        QCOMPARE(names(filter), QStringLiteral("7GB 9MB 80kB"));
    }

    void torrentsThatNeverEndSortAfterThoseThatDo() {
        gui::TransferModel model;
        gui::TransferFilter filter(model);
        auto soon = makeTorrent(1, QStringLiteral("soon"));
        auto late = makeTorrent(2, QStringLiteral("late"));
        auto never = makeTorrent(3, QStringLiteral("never"));
        soon.etaSeconds = 5;
        late.etaSeconds = 5000;
        model.merge({never, late, soon});
        sortBy(filter, "eta");
        QCOMPARE(names(filter), QStringLiteral("soon late never"));
    }

    void rowsThatAreEqualComeBackToTheirPlaces() {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            gui::TransferModel model;
            gui::TransferFilter filter(model);
            QList<engine::TorrentSnapshot> torrents;
            for (int n = 1; n <= 5; ++n)
                torrents.append(makeTorrent(n, QString(QChar(u'a' + n - 1)), TorrentState::Seeding));
            model.merge(torrents);
            sortBy(filter, "status", order);
            const QString before = names(filter);
            torrents[1].state = TorrentState::Paused;
            model.merge({torrents[1]});
            QVERIFY(names(filter) != before);
            torrents[1].state = TorrentState::Seeding;
            model.merge({torrents[1]});
            QCOMPARE(names(filter), before);
        }
    }

    void aRowMovesWhenItsValueChanges() {
        gui::TransferModel model;
        gui::TransferFilter filter(model);
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto a = makeTorrent(1, QStringLiteral("a"));
        auto b = makeTorrent(2, QStringLiteral("b"));
        a.downloadRate = 10;
        b.downloadRate = 20;
        model.merge({a, b});
        sortBy(filter, "down", Qt::DescendingOrder);
        QCOMPARE(names(filter), QStringLiteral("b a"));
        a.downloadRate = 30;
        model.merge({a});
        QCOMPARE(names(filter), QStringLiteral("a b"));
    }

    void rowsAreOrderedAndFilteredByWhatTheyAreAfterARemoval() {
        gui::TransferModel model;
        gui::TransferFilter filter(model);
        model.merge(
            {makeTorrent(1, QStringLiteral("m gone")), makeTorrent(2, QStringLiteral("z two")),
             makeTorrent(3, QStringLiteral("a three"))});
        sortBy(filter, "name");
        QCOMPARE(names(filter), QStringLiteral("a three m gone z two"));
        model.remove({makeTorrent(1, {}).id});
        model.merge({makeTorrent(4, QStringLiteral("k four"))});
        QCOMPARE(names(filter), QStringLiteral("a three k four z two"));
        filter.setSearch(QStringLiteral("two"));
        QCOMPARE(names(filter), QStringLiteral("z two"));
        model.merge({makeTorrent(3, QStringLiteral("b two"))});
        QCOMPARE(names(filter), QStringLiteral("b two z two"));
    }

    void datesSortByTheMomentAndNoDateComesFirst() {
        gui::TransferModel model;
        gui::TransferFilter filter(model);
        auto early = makeTorrent(1, QStringLiteral("early"));
        auto late = makeTorrent(2, QStringLiteral("late"));
        const auto never = makeTorrent(3, QStringLiteral("never"));
        early.completedAt = QDateTime(QDate(2024, 3, 1), QTime(12, 0), Qt::UTC);
        late.completedAt = QDateTime(QDate(2024, 3, 1), QTime(12, 1), Qt::UTC).toLocalTime();
        model.merge({late, never, early});
        sortBy(filter, "completed");
        QCOMPARE(names(filter), QStringLiteral("never early late"));
    }

    void aGroupShowsOnlyItsTorrents() {
        gui::TransferModel model;
        gui::TransferFilter filter(model);
        model.merge(
            {makeTorrent(1, QStringLiteral("a"), TorrentState::Seeding),
             makeTorrent(2, QStringLiteral("b"), TorrentState::Error)});
        filter.setStatus(gui::StatusFilter::Attention);
        QCOMPARE(names(filter), QStringLiteral("b"));
        model.merge({makeTorrent(2, QStringLiteral("b"), TorrentState::Downloading)});
        QCOMPARE(filter.rowCount(), 0);
    }

    void everySearchedWordMustMatchSomewhere() {
        gui::TransferModel model;
        gui::TransferFilter filter(model);
        model.merge({makeTorrent(1, QStringLiteral("Debian netinst")), makeTorrent(2, QStringLiteral("Debian DVD"))});
        filter.setSearch(QStringLiteral("dvd debian"));
        QCOMPARE(names(filter), QStringLiteral("Debian DVD"));
        filter.setSearch(QStringLiteral("0202")); // the beginning of the second info-hash
        QCOMPARE(names(filter), QStringLiteral("Debian DVD"));
        filter.setSearch({});
        QCOMPARE(filter.rowCount(), 2);
    }
};

QTEST_GUILESS_MAIN(TransferFilterTest)
#include "transfer_filter_test.moc"
