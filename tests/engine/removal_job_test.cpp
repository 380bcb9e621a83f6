// What a removal does to files: what is ours goes to the bin, everything else stays.
#include "engine/files/bin_search.h"
#include "engine/files/removal_job.h"
#include "engine/files/trash.h"

#include "engine/session_fixture.h"
#include <QUrl>

#include <QTemporaryDir>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::engine::test;
using storage::BinnedFile;

class RemovalJobTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path(const char* name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    QString bin() const { return path("data/Trash/files"); }

    /// A task for files that the program made.
    RemovalTask taskFor(const QStringList& files) const {
        RemovalTask task;
        task.name = "torrent";
        task.savePath = path("dl").toStdString();
        int number = 0;
        for (const QString& file : files)
            task.files.push_back({number++, file.toStdString(), true, {}});
        return task;
    }
    static FilesRemoved carryOut(const RemovalTask& task, FilesFate fate, std::vector<BinnedFile>* binned = nullptr) {
        return removeFiles(task, fate, 1'700'000'000, [binned](const BinnedFile& file) {
            if (binned != nullptr)
                binned->push_back(file);
        });
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", QFile::encodeName(path("data")));
    }

    void binsAWholeFolderAsOneThingThatFileManagersCanPutBack() {
        writeFile(path("dl/Été 50%/a"), "a");
        writeFile(path("dl/Été 50%/deep/b"), "bb");
        std::vector<BinnedFile> binned;
        const auto result =
            carryOut(taskFor({QStringLiteral("Été 50%/a"), QStringLiteral("Été 50%/deep/b")}), FilesFate::Bin, &binned);
        QVERIFY(!result.error);
        QCOMPARE(result.removed, 2);
        QCOMPARE(result.removedBytes, 3);
        QCOMPARE(binned.size(), std::size_t(1));
        QVERIFY(QDir(path("dl")).isEmpty());
        QCOMPARE(treeOf(bin()).value(QStringLiteral("Été 50%/deep/b")), QByteArray("bb"));
        const QByteArray info = readFile(path("data/Trash/info/Été 50%.trashinfo"));
        const QByteArray dl = QUrl::toPercentEncoding(path("dl"), "/");
        QVERIFY2(info.startsWith("[Trash Info]\nPath=" + dl + "/%C3%89t%C3%A9%2050%25\nDeletionDate=20"), info);

        QVERIFY(Trash::putBack(binned[0].bin, binned[0].path).has_value());
        QCOMPARE(readFile(path("dl/Été 50%/deep/b")), QByteArray("bb"));
        QVERIFY(QDir(path("data/Trash/info")).isEmpty());
    }

    void keepsWhatTheTorrentDoesNotListAndTheFoldersThatHoldIt() {
        writeFile(path("dl/t/a"), "a");
        writeFile(path("dl/t/deep/b"), "b");
        writeFile(path("dl/t/deep/mine.txt"), "mine");
        const RemovalTask task = taskFor({QStringLiteral("t/a"), QStringLiteral("t/deep/b")});
        QCOMPARE(inspectRemoval(task).others, 1);
        QCOMPARE(carryOut(task, FilesFate::Bin).removed, 2);
        QCOMPARE(treeOf(path("dl")).keys(), QStringList{QStringLiteral("t/deep/mine.txt")});
        QCOMPARE(treeOf(bin()).size(), 2);
    }

    void keepsWhatWasThereBeforeWhatChangedAndWhatAnotherTorrentHas() {
        for (const char* name : {"dl/t/found", "dl/t/changed", "dl/t/shared", "dl/t/gone", "dl/t/partial"})
            writeFile(path(name), "12345");
        RemovalTask task = taskFor(
            {QStringLiteral("t/found"), QStringLiteral("t/changed"), QStringLiteral("t/shared"),
             QStringLiteral("t/gone"), QStringLiteral("t/partial"), QStringLiteral("t/never there")});
        struct stat status{};
        ::stat(qPrintable(path("dl/t/gone")), &status);
        task.files[0].ours = false;
        task.files[1].stamp = {5, 1, 0, 0}; // another time than the file has
        task.usedByAnother = {2};
        task.files[3].stamp = {5, std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec, 0, 0};
        const TorrentRemoval plan = inspectRemoval(task);
        QList<KeptBecause> reasons;
        for (const RemovalFile& file : plan.files)
            reasons.append(file.kept);
        QCOMPARE(
            reasons, (QList<KeptBecause>{
                         KeptBecause::WasThere, KeptBecause::Changed, KeptBecause::UsedByAnother, KeptBecause::Nothing,
                         KeptBecause::Nothing}));
        const auto result = carryOut(task, FilesFate::Delete);
        QCOMPARE(result.removed, 2);
        QCOMPARE(result.kept, 3);
        QCOMPARE(
            treeOf(path("dl")).keys(),
            (QStringList{QStringLiteral("t/changed"), QStringLiteral("t/found"), QStringLiteral("t/shared")}));
    }

    void followsNoLinks() {
        writeFile(path("elsewhere/a"), "precious");
        writeFile(path("elsewhere/b"), "precious");
        QDir().mkpath(path("dl/t"));
        QVERIFY(QFile::link(path("elsewhere/a"), path("dl/t/a")));
        QVERIFY(QFile::link(path("elsewhere"), path("dl/t/linked")));
        const auto result = carryOut(taskFor({QStringLiteral("t/a"), QStringLiteral("t/linked/b")}), FilesFate::Delete);
        QCOMPARE(result.removed, 0);
        QCOMPARE(result.kept, 2);
        QCOMPARE(treeOf(path("elsewhere")).size(), 2);
        QVERIFY(QFileInfo(path("dl/t/a")).isSymLink());
    }

    void putsNothingBackOverSomethingElse() {
        writeFile(path("dl/a"), "old");
        std::vector<BinnedFile> binned;
        (void)carryOut(taskFor({QStringLiteral("a")}), FilesFate::Bin, &binned);
        writeFile(path("dl/a"), "new");
        const auto back = Trash::putBack(binned.at(0).bin, binned.at(0).path);
        QVERIFY(!back);
        QCOMPARE(back.error().kind, ErrorKind::AlreadyExists);
        QCOMPARE(readFile(path("dl/a")), QByteArray("new"));
        QCOMPARE(readFile(QString::fromStdString(binned[0].bin)), QByteArray("old"));
    }

    void findsInTheBinWhatNobodyWroteDown() {
        writeFile(path("dl/ä b"), "1");
        const std::string file = path("dl/ä b").toStdString();
        const auto trash = Trash::onVolumeOf(file);
        QVERIFY(trash.has_value());
        QVERIFY(trash->take(file, 1'700'000'000).has_value());
        writeFile(path("dl/ä b"), "2");
        const auto second = trash->take(file, 1'700'000'001);
        const auto taken = trash->takenSince(1'700'000'000);
        QCOMPARE(taken.at(file), *second);
        QCOMPARE(taken.size(), std::size_t(1));
        QVERIFY(trash->takenSince(1'700'000'002).empty());
    }

    void findsWhatARemovalThatWasCutShortHadTaken() {
        writeFile(path("dl/t/whole/a"), "a");
        writeFile(path("dl/t/whole/b"), "b");
        writeFile(path("dl/t/mine"), "mine");
        writeFile(path("dl/single"), "s");
        RemovalTask task =
            taskFor({QStringLiteral("t/whole/a"), QStringLiteral("t/whole/b"), QStringLiteral("single")});
        std::vector<BinnedFile> binned;
        (void)carryOut(task, FilesFate::Bin, &binned);
        QCOMPARE(binned.size(), std::size_t(2));
        const auto found = findInBin(task, 1'700'000'000);
        QCOMPARE(found.size(), std::size_t(2));
        QVERIFY(std::ranges::is_permutation(found, binned));
        task.files[2].stamp = {2, 1, 0, 0}; // what lies there is another file
        QCOMPARE(findInBin(task, 1'700'000'000).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(RemovalJobTest)
#include "removal_job_test.moc"
