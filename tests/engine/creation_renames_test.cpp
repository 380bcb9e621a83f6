// Other names in the torrent than on the disk, and items of different folders: what the plan says about both.
#include "engine/create_torrent.h"
#include "engine/torrent_file.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace essaim;
using engine::CreateTorrentRequest;

class CreationRenamesTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).absolutePath()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    static QStringList pathsOf(const engine::CreateTorrentPlan& plan) {
        QStringList result;
        for (const engine::PlannedFile& file : plan.files)
            result.append(file.path);
        return result;
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        write(QStringLiteral("Album/con/a.flac"), "aaa");
        write(QStringLiteral("Album/what?.flac"), "bbbb");
        write(QStringLiteral("Other/deep/x.bin"), "xxxxx");
    }

    void files_and_folders_are_renamed_in_the_torrent_only() {
        CreateTorrentRequest request;
        request.paths = {path(QStringLiteral("Album"))};
        request.renames = {
            {path(QStringLiteral("Album/con")), QStringLiteral("_con")},
            {path(QStringLiteral("Album/what?.flac")), QStringLiteral("what_.flac")}};
        const auto plan = engine::planTorrent(request);
        QVERIFY(plan);
        QCOMPARE(
            pathsOf(*plan), QStringList({QStringLiteral("Album/_con/a.flac"), QStringLiteral("Album/what_.flac")}));
        QCOMPARE(plan->savePath, m_folder->path());
        QCOMPARE(
            plan->diskPaths, QStringList({QStringLiteral("Album/con/a.flac"), QStringLiteral("Album/what?.flac")}));
        const auto created = engine::createTorrent(request);
        QVERIFY(created);
        QCOMPARE(created->diskPaths, plan->diskPaths);
        QVERIFY(QFile::exists(path(QStringLiteral("Album/con/a.flac"))));
    }

    void the_torrent_itself_is_renamed_unless_it_has_a_name() {
        CreateTorrentRequest request;
        request.paths = {path(QStringLiteral("Album"))};
        request.renames = {{path(QStringLiteral("Album")), QStringLiteral("Songs")}};
        QCOMPARE(engine::planTorrent(request)->name, QStringLiteral("Songs"));
        QCOMPARE(engine::planTorrent(request)->diskName, QStringLiteral("Album"));
        QVERIFY(engine::planTorrent(request)->diskPaths.isEmpty()); // diskName is enough
        request.name = QStringLiteral("Mine");
        QCOMPARE(engine::planTorrent(request)->name, QStringLiteral("Mine"));
    }

    void a_name_that_no_torrent_may_hold_is_not_taken() {
        CreateTorrentRequest request;
        request.paths = {path(QStringLiteral("Album"))};
        request.renames = {
            {path(QStringLiteral("Album/con")), QStringLiteral("../up")},
            {path(QStringLiteral("Album/what?.flac")), QStringLiteral("..")}};
        QCOMPARE(
            pathsOf(*engine::planTorrent(request)),
            QStringList({QStringLiteral("Album/con/a.flac"), QStringLiteral("Album/what?.flac")}));
    }

    void items_of_different_folders_lie_below_the_folder_that_holds_all() {
        CreateTorrentRequest request;
        request.paths = {path(QStringLiteral("Other/deep/x.bin")), path(QStringLiteral("Album"))};
        request.name = QStringLiteral("Both");
        const auto plan = engine::planTorrent(request);
        QVERIFY(plan);
        QCOMPARE(plan->savePath, m_folder->path());
        QCOMPARE(
            pathsOf(*plan), QStringList(
                                {QStringLiteral("Both/Album/con/a.flac"), QStringLiteral("Both/Album/what?.flac"),
                                 QStringLiteral("Both/x.bin")}));
        QCOMPARE(
            plan->diskPaths, QStringList(
                                 {QStringLiteral("Album/con/a.flac"), QStringLiteral("Album/what?.flac"),
                                  QStringLiteral("Other/deep/x.bin")}));
    }

    void what_was_hashed_is_known_afterwards() {
        CreateTorrentRequest request;
        request.paths = {path(QStringLiteral("Album"))};
        request.cachePath = path(QStringLiteral("hashes"));
        request.padFiles = true; // pieces of one file do not change with the others
        QCOMPARE(engine::knownSize(request).value(), 0);
        // What changed a moment ago is not taken for unchanged.
        const QFileInfo newest(path(QStringLiteral("Other/deep/x.bin")));
        QTRY_VERIFY_WITH_TIMEOUT(newest.lastModified().msecsTo(QDateTime::currentDateTime()) > 200, 10'000);
        QVERIFY(engine::createTorrent(request));
        QCOMPARE(engine::knownSize(request).value(), 7);
        write(QStringLiteral("Album/what?.flac"), "cccccc");
        QCOMPARE(engine::knownSize(request).value(), 3);
    }
};

QTEST_GUILESS_MAIN(CreationRenamesTest)
#include "creation_renames_test.moc"
