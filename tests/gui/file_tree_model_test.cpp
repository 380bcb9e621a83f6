// Choosing files of a torrent.
#include "gui/add_torrent/file_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace essaim;
using gui::FileTreeModel;

class FileTreeModelTest : public QObject {
    Q_OBJECT
private:
    static QList<engine::TorrentFileEntry> files() {
        return {
            {QStringLiteral("album/disc2/01.flac"), 10},
            {QStringLiteral("album/.pad/5"), 5, true},
            {QStringLiteral("album/disc10/01.flac"), 20},
            {QStringLiteral("album/disc2/02.flac"), 30},
            {QStringLiteral("album/cover.jpg"), 40}};
    }
    static QModelIndex find(const FileTreeModel& model, const QString& path) {
        QModelIndex found;
        for (const QString& part : path.split(QLatin1Char('/'))) {
            const QModelIndex parent = found;
            for (int row = 0; row < model.rowCount(parent); ++row) {
                if (model.index(row, 0, parent).data().toString() == part)
                    found = model.index(row, 0, parent);
            }
        }
        return found;
    }
    static Qt::CheckState state(const FileTreeModel& model, const char* path) {
        return find(model, QString::fromLatin1(path)).data(Qt::CheckStateRole).value<Qt::CheckState>();
    }
    static QString priority(const FileTreeModel& model, const char* path) {
        return find(model, QString::fromLatin1(path)).siblingAtColumn(FileTreeModel::PriorityColumn).data().toString();
    }
    static void check(FileTreeModel& model, const char* path, bool on) {
        model.setData(find(model, QString::fromLatin1(path)), on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    }

private Q_SLOTS:
    void foldersComeFirstAndPadFilesNotAtAll() {
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFiles(files());
        const QModelIndex album = model.index(0, 0);
        QCOMPARE(model.rowCount(album), 3);
        QCOMPARE(model.index(0, 0, album).data().toString(), QStringLiteral("disc2"));
        QCOMPARE(model.index(1, 0, album).data().toString(), QStringLiteral("disc10"));
        QCOMPARE(model.index(2, 0, album).data().toString(), QStringLiteral("cover.jpg"));
        QCOMPARE(model.checkedSize(), 100);
        QCOMPARE(model.checkedCount(), 4);
        QVERIFY(model.priorities().isEmpty());
    }

    void aFolderIsAsItsFilesAre() {
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFiles(files());
        check(model, "album/disc2/01.flac", false);
        QCOMPARE(state(model, "album/disc2"), Qt::PartiallyChecked);
        QCOMPARE(state(model, "album"), Qt::PartiallyChecked);
        check(model, "album/disc2/02.flac", false);
        QCOMPARE(state(model, "album/disc2"), Qt::Unchecked);
        check(model, "album/disc2", true);
        QCOMPARE(state(model, "album/disc2/01.flac"), Qt::Checked);
        QCOMPARE(state(model, "album"), Qt::Checked);
    }

    void prioritiesAreInTheOrderOfTheTorrent() {
        FileTreeModel model;
        model.setFiles(files());
        check(model, "album/disc2", false);
        QCOMPARE(model.priorities(), (QList<int>{0, 4, 4, 0, 4}));
        QCOMPARE(model.checkedSize(), 60);
    }

    void noneAndAllTakeEverything() {
        FileTreeModel model;
        model.setFiles(files());
        QSignalSpy changed(&model, &FileTreeModel::checkedChanged);
        model.setAllChecked(false);
        QCOMPARE(model.checkedCount(), 0);
        QCOMPARE(state(model, "album/disc10/01.flac"), Qt::Unchecked);
        model.setAllChecked(true);
        QVERIFY(model.priorities().isEmpty());
        QCOMPARE(changed.count(), 2);
    }

    void prioritiesAreThoseOfTheEngineAndSurviveATick() {
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFiles(files());
        model.setPriority({find(model, QStringLiteral("album/disc2"))}, 7);
        model.setPriority({find(model, QStringLiteral("album/cover.jpg"))}, 0);
        QCOMPARE(model.priorities(), (QList<int>{7, 4, 4, 7, 0}));
        QCOMPARE(priority(model, "album/disc2"), QStringLiteral("First"));
        QCOMPARE(priority(model, "album"), QStringLiteral("Mixed"));
        QCOMPARE(state(model, "album"), Qt::PartiallyChecked);
        QCOMPARE(model.checkedSize(), 60);
        check(model, "album", true);
        QCOMPARE(model.priorities(), (QList<int>{7, 4, 4, 7, 4})); // what was wanted first still is
        QCOMPARE(model.prioritiesOf({find(model, QStringLiteral("album/disc2"))}), (QList<int>{7, 7}));
    }

    void aFilterShowsWhatFitsAndActsOnThatAlone() {
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFiles(files());
        model.setFilter(QStringLiteral(" *1.FLAC "));
        QCOMPARE(model.shownCount(), 2);
        const QModelIndex album = model.index(0, 0);
        QCOMPARE(model.rowCount(album), 2);
        QCOMPARE(model.index(0, 0, album).data().toString(), QStringLiteral("disc2"));
        QCOMPARE(model.rowCount(model.index(0, 0, album)), 1);
        QCOMPARE(model.index(1, 0, album).data().toString(), QStringLiteral("disc10"));
        model.setAllChecked(false);
        QCOMPARE(model.checkedSize(), 70);
        check(model, "album/disc2", true); // the one file of it that is shown
        model.setPriority({find(model, QStringLiteral("album/disc2"))}, 6);
        model.setFilter(QString());
        QCOMPARE(model.shownCount(), 4);
        QCOMPARE(model.priorities(), (QList<int>{6, 4, 0, 4, 4}));
        QCOMPARE(priority(model, "album/disc2"), QStringLiteral("Mixed"));
    }

    void aFolderThatFitsShowsWhatIsInIt() {
        FileTreeModel model;
        model.setFiles(files());
        model.setFilter(QStringLiteral("disc2"));
        QCOMPARE(model.shownCount(), 2);
        model.setFilter(QStringLiteral("album")); // the one folder of everything says nothing
        QCOMPARE(model.shownCount(), 0);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter(QStringLiteral("5")); // the pad file is not shown
        QCOMPARE(model.shownCount(), 0);
    }

    void whatIsLeftStaysInOrderWhetherItWasSeenOrNot() {
        QList<engine::TorrentFileEntry> many;
        for (const int number : {10, 2, 33, 1, 3})
            many.append({QStringLiteral("all/part %1").arg(number), 1});
        for (const bool isSeen : {false, true}) {
            FileTreeModel model;
            model.setFiles(many);
            if (isSeen)
                QCOMPARE(model.index(0, 0, model.index(0, 0)).data().toString(), QStringLiteral("part 1"));
            model.setFilter(QStringLiteral("3"));
            const QModelIndex all = model.index(0, 0);
            QCOMPARE(model.rowCount(all), 2);
            QCOMPARE(model.index(0, 0, all).data().toString(), QStringLiteral("part 3"));
            QCOMPARE(model.index(1, 0, all).data().toString(), QStringLiteral("part 33"));
            QCOMPARE(model.index(1, 0, all).parent(), all);
        }
    }
};

QTEST_MAIN(FileTreeModelTest)
#include "file_tree_model_test.moc"
