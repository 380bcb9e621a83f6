// The files of a torrent in the details.
#include "gui/details/content_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace essaim;
using gui::ContentModel;

namespace {

std::shared_ptr<const QList<engine::ContentFile>> album() {
    return std::make_shared<const QList<engine::ContentFile>>(QList<engine::ContentFile>{
        {QStringLiteral("album/disc 2/01.flac"), 10},
        {QStringLiteral("album/.pad/5"), 5, true},
        {QStringLiteral("album/disc 10/01.flac"), 20},
        {QStringLiteral("album/disc 2/02.flac"), 30},
        {QStringLiteral("album/cover.jpg"), 40}});
}

engine::ContentDetails content() {
    engine::ContentDetails details;
    details.files = album();
    details.done = {10, 0, 5, 0, 40};
    details.priorities = QByteArray("\4\4\4\0\7", 5);
    details.availability = {1, 0, 2.5, 0, 3};
    return details;
}

QModelIndex find(const ContentModel& model, const QString& path) {
    QModelIndex found;
    for (const QString& part : path.split(u'/')) {
        const QModelIndex parent = found;
        for (int row = 0; row < model.rowCount(parent); ++row) {
            if (model.index(row, 0, parent).data().toString() == part)
                found = model.index(row, 0, parent);
        }
    }
    return found;
}

QString cell(const ContentModel& model, const char* path, ContentModel::Column column) {
    return find(model, QString::fromLatin1(path)).siblingAtColumn(column).data().toString();
}

Qt::CheckState check(const ContentModel& model, const char* path) {
    return find(model, QString::fromLatin1(path)).data(Qt::CheckStateRole).value<Qt::CheckState>();
}

} // namespace

class ContentModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstOfTheFilesShownGetTheHighestPriorities() {
        ContentModel model;
        model.setContent(content());
        // Shown: disc 2/01, disc 2/02 (not wanted), disc 10/01, cover.jpg; the numbers are those of the torrent.
        const QModelIndexList all{find(model, QStringLiteral("album"))};
        QCOMPARE(model.prioritiesInOrder(all), QList<int>({7, 4, 6, 0, 4}));
        const QModelIndexList two{
            find(model, QStringLiteral("album/cover.jpg")), find(model, QStringLiteral("album/disc 2"))};
        QCOMPARE(model.prioritiesInOrder(two), QList<int>({7, 4, 4, 0, 6})); // chosen in another order
        QList<engine::ContentFile> many;
        for (int i = 0; i < 7; ++i)
            many.append({QStringLiteral("many/%1").arg(i), 1});
        engine::ContentDetails details;
        details.files = std::make_shared<const QList<engine::ContentFile>>(many);
        details.priorities = QByteArray(7, '\4');
        model.setContent(details);
        QCOMPARE(model.prioritiesInOrder({find(model, QStringLiteral("many"))}), QList<int>({7, 7, 7, 6, 6, 4, 4}));
    }

    void aFileIsShownUnderItsProperNameAndFoundUnderTheOther() {
        ContentModel model;
        model.setFolder(QStringLiteral("/srv/dl"));
        engine::ContentDetails details = content();
        details.marked = {0, 3};
        model.setContent(details);
        const QModelIndex file = find(model, QStringLiteral("album/disc 2/02.flac"));
        QCOMPARE(model.pathOf(file), QStringLiteral("album/disc 2/02.flac"));
        QCOMPARE(model.diskPathOf(file), QStringLiteral("album/disc 2/02.flac.!es"));
        QVERIFY(file.data(Qt::ToolTipRole).toString().contains(QStringLiteral("“02.flac.!es”")));
        const QModelIndex other = find(model, QStringLiteral("album/cover.jpg"));
        QCOMPARE(model.diskPathOf(other), QStringLiteral("album/cover.jpg"));
        QVERIFY(!other.data(Qt::ToolTipRole).toString().contains(QStringLiteral(".!es")));
        const QModelIndex whole = find(model, QStringLiteral("album/disc 2/01.flac")); // something is in the way
        const std::unique_ptr<QMimeData> data(model.mimeData({whole}));
        QCOMPARE(data->urls(), {QUrl(QStringLiteral("file:///srv/dl/album/disc%202/01.flac.!es"))});
        const QSignalSpy reset(&model, &ContentModel::modelReset);
        details.marked = {3};
        model.setContent(details);
        QCOMPARE(reset.size(), 0); // what is open in the tree stays open
        QCOMPARE(
            model.diskPathOf(find(model, QStringLiteral("album/disc 2/01.flac"))),
            QStringLiteral("album/disc 2/01.flac"));
    }

    void onlyWhatIsWholeCanBeDraggedOut() {
        ContentModel model;
        model.setFolder(QStringLiteral("/srv/dl"));
        model.setContent(content());
        const auto isDraggable = [&model](const char* path) {
            return model.flags(find(model, QString::fromLatin1(path))).testFlag(Qt::ItemIsDragEnabled);
        };
        QVERIFY(isDraggable("album/cover.jpg"));
        QVERIFY(isDraggable("album/disc 2/01.flac"));
        QVERIFY(!isDraggable("album/disc 2/02.flac"));
        QVERIFY(!isDraggable("album/disc 2"));
        QVERIFY(!isDraggable("album"));
        QModelIndexList chosen;
        for (const char* path : {"album/disc 2", "album/disc 2/01.flac", "album/cover.jpg"}) {
            const QModelIndex name = find(model, QString::fromLatin1(path));
            chosen += {name, name.siblingAtColumn(ContentModel::SizeColumn)};
        }
        std::unique_ptr<QMimeData> data(model.mimeData(chosen.mid(2)));
        QCOMPARE(
            data->urls(), QList<QUrl>(
                              {QUrl(QStringLiteral("file:///srv/dl/album/disc%202/01.flac")),
                               QUrl(QStringLiteral("file:///srv/dl/album/cover.jpg"))}));
        engine::ContentDetails whole = content();
        whole.done = {10, 0, 20, 30, 40};
        model.setContent(whole);
        data.reset(model.mimeData(chosen)); // the folder takes along what is in it
        QCOMPARE(
            data->urls(), QList<QUrl>(
                              {QUrl(QStringLiteral("file:///srv/dl/album/disc%202")),
                               QUrl(QStringLiteral("file:///srv/dl/album/cover.jpg"))}));
        QCOMPARE(model.mimeData({}), nullptr);
    }

    void foldersSumUpWhatIsInThem() {
        ContentModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setContent(content());
        QCOMPARE(model.rowCount(find(model, QStringLiteral("album"))), 3); // no pad file
        QCOMPARE(
            cell(model, "album/disc 2", ContentModel::ProgressColumn),
            QStringLiteral("100 %")); // of what is wanted there
        QCOMPARE(cell(model, "album/disc 2", ContentModel::PriorityColumn), QStringLiteral("Mixed"));
        QCOMPARE(cell(model, "album/disc 10", ContentModel::PriorityColumn), QStringLiteral("Normal"));
        QCOMPARE(cell(model, "album/cover.jpg", ContentModel::PriorityColumn), QStringLiteral("First"));
        QCOMPARE(cell(model, "album", ContentModel::RemainingColumn), QStringLiteral("15 bytes")); // of what is wanted
        QCOMPARE(cell(model, "album/disc 2", ContentModel::AvailabilityColumn), QStringLiteral("0.25"));
        QCOMPARE(check(model, "album/disc 2"), Qt::PartiallyChecked);
        QCOMPARE(check(model, "album/disc 2/02.flac"), Qt::Unchecked);
        QCOMPARE(check(model, "album/cover.jpg"), Qt::Checked);
    }

    void newFiguresLeaveTheTreeAsItIs() {
        ContentModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        engine::ContentDetails details = content();
        model.setContent(details);
        const QPersistentModelIndex file = find(model, QStringLiteral("album/disc 2/02.flac"));
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        details.done[3] = 30;
        details.priorities[3] = 4;
        model.setContent(details);
        QCOMPARE(resets.count(), 0);
        QVERIFY(changes.count() > 0);
        QCOMPARE(file.sibling(file.row(), ContentModel::ProgressColumn).data().toString(), QStringLiteral("100 %"));
        QCOMPARE(check(model, "album/disc 2"), Qt::Checked);
    }

    void aTickIsAWishUntilItIsSo() {
        ContentModel model;
        model.setContent(content());
        QSignalSpy wishes(&model, &ContentModel::prioritiesWanted);
        model.setData(find(model, QStringLiteral("album/disc 2")), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(wishes.count(), 1);
        QCOMPARE(wishes[0][0].value<QList<int>>(), QList<int>({0, 4, 4, 0, 7}));
        QCOMPARE(check(model, "album/disc 2/01.flac"), Qt::Checked);
    }

    void aFolderTakesItsFilesAlongWhenItIsRenamed() {
        ContentModel model;
        model.setContent(content());
        std::map<int, QString> paths;
        connect(&model, &ContentModel::namesWanted, [&paths](const std::map<int, QString>& wanted) { paths = wanted; });
        const QModelIndex disc = find(model, QStringLiteral("album/disc 2"));
        model.setData(disc, QStringLiteral("disc two"), Qt::EditRole);
        QCOMPARE(
            paths, (std::map<int, QString>{
                       {0, QStringLiteral("album/disc two/01.flac")}, {3, QStringLiteral("album/disc two/02.flac")}}));
        paths.clear();
        QStringList refused;
        connect(&model, &ContentModel::nameRefused, [&refused](const QString& name) { refused.append(name); });
        const QStringList elsewhere{
            QStringLiteral("a/b"), QStringLiteral("../x"), QStringLiteral("a\\b"), QStringLiteral("..")};
        for (const QString& name : elsewhere)
            model.setData(disc, name, Qt::EditRole);
        QCOMPARE(refused, elsewhere);
        model.setData(disc, QStringLiteral("  "), Qt::EditRole);
        model.setData(disc, QStringLiteral("disc 2"), Qt::EditRole);
        QVERIFY(paths.empty());
    }

    void findsFilesByPattern() {
        ContentModel model;
        model.setContent(content());
        QCOMPARE(model.filesMatching(QStringLiteral("*.FLAC")), QList<int>({0, 2, 3}));
        QCOMPARE(model.filesMatching(QStringLiteral("cover")), QList<int>({4}));
        QCOMPARE(model.filesMatching(QStringLiteral("0?.flac")), QList<int>({0, 2, 3}));
        QCOMPARE(model.filesMatching(QStringLiteral("5")), QList<int>()); // the pad file
        QCOMPARE(model.filesMatching(QString()), QList<int>());
        QCOMPARE(model.sizeOf({0, 3}), qint64(40));
    }

    void aFilterLeavesWhatFitsAndIsActedUpon() {
        ContentModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setContent(content());
        std::map<int, QString> paths;
        connect(&model, &ContentModel::namesWanted, [&paths](const std::map<int, QString>& wanted) { paths = wanted; });
        model.setFilter(QStringLiteral(" 02 "));
        QCOMPARE(model.shownCount(), 1);
        QCOMPARE(model.rowCount(find(model, QStringLiteral("album"))), 1);
        QCOMPARE(cell(model, "album", ContentModel::SizeColumn), QStringLiteral("30 bytes"));
        const QModelIndex disc = find(model, QStringLiteral("album/disc 2"));
        QCOMPARE(model.prioritiesWith({disc}, 6), QList<int>({4, 4, 4, 6, 7})); // not of what is hidden
        QCOMPARE(model.paths().size(), std::size_t(4));
        model.setData(disc, QStringLiteral("disc two"), Qt::EditRole);
        QCOMPARE(paths.size(), std::size_t(2)); // a folder cannot be renamed in part
        QVERIFY(!model.flags(disc).testFlag(Qt::ItemIsDragEnabled));

        engine::ContentDetails renamed = content();
        auto files = std::make_shared<QList<engine::ContentFile>>(*album());
        (*files)[3].path = QStringLiteral("album/disc two/02.flac");
        renamed.files = files;
        model.setContent(renamed);
        QCOMPARE(model.shownCount(), 1);
        QVERIFY(find(model, QStringLiteral("album/disc two")).isValid());
        model.setFilter({});
        QCOMPARE(model.shownCount(), 4);
        QCOMPARE(cell(model, "album", ContentModel::SizeColumn), QStringLiteral("100 bytes"));
        model.setFilter(QStringLiteral("nothing"));
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isEmpty());
        model.clear();
        QVERIFY(model.isEmpty());
    }
};

QTEST_MAIN(ContentModelTest)
#include "content_model_test.moc"
