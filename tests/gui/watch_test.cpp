// Torrents that appear in watched folders, with a session that really runs, without a network.
#include "gui/watch/folder_watcher.h"
#include "gui/watch/watch_dialog.h"

#include "window_fixture.h"

#include "engine/create_torrent.h"
#include "settings/schema.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace essaim;
using namespace essaim::gui;

namespace {

using namespace std::chrono_literals;
constexpr int kDeadlineMs = 40'000;

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class WatchTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<test::WindowFixture> m_fixture;
    QHash<QString, engine::TorrentSnapshot> m_torrents; ///< by name

    QString path(const QString& name) { return m_fixture->folder.filePath(name); }

    QByteArray torrentOf(const QString& name) {
        if (!write(path(name), name.toUtf8().repeated(500)))
            return {};
        engine::CreateTorrentRequest request;
        request.paths = {path(name)};
        const auto made = engine::createTorrent(request);
        return made ? made->torrent : QByteArray();
    }

    void watch(const WatchFolder& folder) {
        m_fixture->settings.set(settings::kWatchFolders, encodeWatchFolders({folder}));
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, QStringLiteral("light")); }

    void init() {
        m_fixture = std::make_unique<test::WindowFixture>();
        m_torrents.clear();
        QDir(m_fixture->folder.path()).mkpath(QStringLiteral("watched/below"));
        m_fixture->settings.set(settings::kSavePath, path(QStringLiteral("downloads")));
        connect(&m_fixture->session, &engine::Session::torrentsChanged, this, [this](const auto& torrents) {
            for (const engine::TorrentSnapshot& torrent : torrents)
                m_torrents.insert(torrent.name, torrent);
        });
        QSignalSpy started(&m_fixture->session, &engine::Session::started);
        m_fixture->session.start();
        QVERIFY(started.wait(10'000));
    }

    void cleanup() { m_fixture.reset(); }

    void whatAppearsIsAddedAsTheFolderSays() {
        FolderWatcher watcher(m_fixture->services(), 20ms);
        WatchFolder folder;
        folder.path = path(QStringLiteral("watched"));
        folder.savePath = path(QStringLiteral("films"));
        folder.category = QStringLiteral("Films");
        folder.tags = {QStringLiteral("new")};
        folder.isPaused = true;
        watch(folder);
        const QString file = path(QStringLiteral("watched/a.torrent"));
        QVERIFY(write(file, torrentOf(QStringLiteral("a"))));
        QTRY_COMPARE(m_torrents.value(QStringLiteral("a")).category, QStringLiteral("Films"));
        QTRY_COMPARE(m_torrents.value(QStringLiteral("a")).tags, QStringList{QStringLiteral("new")});
        QCOMPARE(m_torrents.value(QStringLiteral("a")).savePath, folder.savePath);
        QTRY_COMPARE(m_torrents.value(QStringLiteral("a")).state, engine::TorrentState::Paused);
        QTRY_VERIFY(QFile::exists(file + QStringLiteral(".added")));
        QVERIFY(!QFile::exists(file));
    }

    void foldersInsideAreLeftAloneUnlessTheyAreMeant() {
        FolderWatcher watcher(m_fixture->services(), 20ms);
        WatchFolder folder;
        folder.path = path(QStringLiteral("watched"));
        folder.afterwards = WatchFolder::Afterwards::Delete;
        watch(folder);
        const QString below = path(QStringLiteral("watched/below/b.torrent"));
        QVERIFY(write(below, torrentOf(QStringLiteral("b"))));
        QVERIFY(write(path(QStringLiteral("watched/c.torrent")), torrentOf(QStringLiteral("c"))));
        QTRY_VERIFY(m_torrents.contains(QStringLiteral("c")));
        QTRY_VERIFY(!QFile::exists(path(QStringLiteral("watched/c.torrent"))));
        QVERIFY(!m_torrents.contains(QStringLiteral("b")));
        folder.isRecursive = true;
        watch(folder);
        QTRY_VERIFY(m_torrents.contains(QStringLiteral("b")));
    }

    void whatTheFolderDoesNotSayIsAsThePreferencesSay() {
        qputenv("XDG_DATA_HOME", QFile::encodeName(path(QStringLiteral("data"))));
        m_fixture->settings.set(settings::kUsualCategory, QStringLiteral("new"));
        m_fixture->settings.set(settings::kContentLayout, int(engine::ContentLayout::OwnFolder));
        FolderWatcher watcher(m_fixture->services(), 20ms);
        WatchFolder folder;
        folder.path = path(QStringLiteral("watched"));
        folder.afterwards = WatchFolder::Afterwards::Bin;
        watch(folder);
        const QByteArray f = torrentOf(QStringLiteral("f"));
        const QByteArray g = torrentOf(QStringLiteral("g"));
        for (const char* const name : {"f/f", "g"}) { // f is where the preferences say, g where its folder says
            const QString place = path(QStringLiteral("downloads/") + QLatin1String(name));
            QVERIFY(QDir().mkpath(QFileInfo(place).path()));
            QVERIFY(QFile::copy(path(QFileInfo(place).fileName()), place));
        }
        QVERIFY(write(path(QStringLiteral("watched/f.torrent")), f));
        QTRY_COMPARE_WITH_TIMEOUT(m_torrents.value(QStringLiteral("f")).state, engine::TorrentState::Seeding, 30'000);
        QCOMPARE(m_torrents.value(QStringLiteral("f")).category, QStringLiteral("new"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(QStringLiteral("data/Trash/files/f.torrent"))), 30'000);
        folder.layout = engine::ContentLayout::AsStated;
        folder.category = QStringLiteral("old");
        watch(folder);
        QVERIFY(write(path(QStringLiteral("watched/g.torrent")), g));
        QTRY_COMPARE_WITH_TIMEOUT(m_torrents.value(QStringLiteral("g")).state, engine::TorrentState::Seeding, 30'000);
        QCOMPARE(m_torrents.value(QStringLiteral("g")).category, QStringLiteral("old"));
    }

    void whatCouldNotBeAddedBecauseOfAnotherFileStays() {
        QVERIFY(QDir().mkpath(path(QStringLiteral("downloads"))));
        const QByteArray torrent = torrentOf(QStringLiteral("e"));
        QVERIFY(write(path(QStringLiteral("downloads/e")), "something else"));
        FolderWatcher watcher(m_fixture->services(), 20ms);
        QSignalSpy failed(&watcher, &FolderWatcher::failed);
        WatchFolder folder;
        folder.path = path(QStringLiteral("watched"));
        folder.afterwards = WatchFolder::Afterwards::Delete;
        watch(folder);
        QVERIFY(write(path(QStringLiteral("watched/e.torrent")), torrent));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_torrents.contains(QStringLiteral("e")));
        QVERIFY(QFile::exists(path(QStringLiteral("watched/e.torrent"))));
    }

    void whatWasRefusedForAReasonThatPassesIsTriedAgain() {
        QVERIFY(write(path(QStringLiteral("downloads")), "no folder"));
        FolderWatcher watcher(m_fixture->services(), 20ms);
        QSignalSpy failed(&watcher, &FolderWatcher::failed);
        QSignalSpy outcomes(&m_fixture->session, &engine::Session::addFinished);
        WatchFolder folder;
        folder.path = path(QStringLiteral("watched"));
        folder.savePath = path(QStringLiteral("downloads/films"));
        folder.afterwards = WatchFolder::Afterwards::Delete;
        watch(folder);
        QVERIFY(write(path(QStringLiteral("watched/f.torrent")), torrentOf(QStringLiteral("f"))));
        QTRY_VERIFY_WITH_TIMEOUT(outcomes.size() > 2, kDeadlineMs); // tried again and again
        QCOMPARE(failed.size(), 1);
        QVERIFY(!m_torrents.contains(QStringLiteral("f")));
        QVERIFY(QFile::remove(path(QStringLiteral("downloads"))));
        QTRY_VERIFY_WITH_TIMEOUT(m_torrents.contains(QStringLiteral("f")), kDeadlineMs);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(path(QStringLiteral("watched/f.torrent"))), kDeadlineMs);
        QCOMPARE(failed.size(), 1);
    }

    void whatIsNoTorrentStaysAndIsToldOnce() {
        FolderWatcher watcher(m_fixture->services(), 20ms);
        QSignalSpy failed(&watcher, &FolderWatcher::failed);
        WatchFolder folder;
        folder.path = path(QStringLiteral("watched"));
        watch(folder);
        QVERIFY(write(path(QStringLiteral("watched/bad.torrent")), QByteArray("d4:info")));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(write(path(QStringLiteral("watched/good.torrent")), torrentOf(QStringLiteral("d"))));
        QTRY_VERIFY(m_torrents.contains(QStringLiteral("d"))); // several looks later
        QCOMPARE(failed.size(), 1);
        QVERIFY(QFile::exists(path(QStringLiteral("watched/bad.torrent"))));
    }

    void aLinkInAFileIsAdded() {
        FolderWatcher watcher(m_fixture->services(), 20ms);
        WatchFolder folder;
        folder.path = path(QStringLiteral("watched"));
        watch(folder);
        QVERIFY(write(
            path(QStringLiteral("watched/choir.magnet")),
            QByteArray("magnet:?xt=urn:btih:0123456789012345678901234567890123456789&dn=Choir\n")));
        QTRY_VERIFY(m_torrents.contains(QStringLiteral("Choir")));
    }

    void theDialogKeepsEachFolderWithItsOptions() {
        auto* dialog = new WatchDialog(m_fixture->settings);
        dialog->show();
        dialog->addFolder(path(QStringLiteral("watched")));
        dialog->findChild<QLineEdit*>(QStringLiteral("watchCategoryEdit"))->setText(QStringLiteral("Films"));
        dialog->findChild<QComboBox*>(QStringLiteral("watchLayoutCombo"))->setCurrentIndex(3);
        dialog->findChild<QComboBox*>(QStringLiteral("watchAfterCombo"))->setCurrentIndex(1);
        dialog->addFolder(path(QStringLiteral("watched/below")));
        dialog->findChild<QLineEdit*>(QStringLiteral("watchTagsEdit"))->setText(QStringLiteral("a, b"));
        test::photograph(*dialog, QStringLiteral("watched-folders"));
        dialog->accept();
        const auto folders = decodeWatchFolders(m_fixture->settings.value(settings::kWatchFolders));
        QCOMPARE(folders.size(), 2);
        QCOMPARE(folders[0].category, QStringLiteral("Films"));
        QCOMPARE(folders[0].tags, QStringList());
        QVERIFY(folders[0].layout == engine::ContentLayout::NoFolder);
        QVERIFY(folders[0].afterwards == WatchFolder::Afterwards::Bin);
        QVERIFY(!folders[1].layout);
        QVERIFY(folders[1].afterwards == WatchFolder::Afterwards::Rename);
        QCOMPARE(folders[1].category, QString());
        QCOMPARE(folders[1].tags, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void aFolderThatIsNotThereIsToldOnceEachTime() {
        const QString folder = path(QStringLiteral("to come"));
        FolderWatcher watcher(m_fixture->services(), 20ms);
        QSignalSpy failures(&watcher, &FolderWatcher::failed);
        WatchFolder wanted;
        wanted.path = folder;
        watch(wanted);
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY(failures.first().first().toString().contains(folder));
        const QByteArray torrent = torrentOf(QStringLiteral("late"));
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(write(folder + QStringLiteral("/late.torrent"), torrent));
        QTRY_VERIFY(m_torrents.contains(QStringLiteral("late"))); // several looks later
        QCOMPARE(failures.count(), 1);
        QVERIFY(QDir(folder).removeRecursively());
        QTRY_COMPARE(failures.count(), 2);
    }
};

QTEST_MAIN(WatchTest)
#include "watch_test.moc"
