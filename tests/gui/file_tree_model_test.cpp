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
};

QTEST_MAIN(FileTreeModelTest)
#include "file_tree_model_test.moc"
