// Adding without being asked, with a session that really runs, without a network.
#include "window_fixture.h"

#include "engine/background.h"
#include "engine/create_torrent.h"
#include "gui/add_torrent/add_torrent_dialog.h"
#include "gui/add_torrent/save_path.h"
#include "gui/add_torrent/used_torrent_files.h"
#include "gui/labels/categories.h"
#include "gui/main_window/item_opener.h"
#include "settings/schema.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace essaim;

class SilentAddingTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<test::WindowFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    gui::ItemOpener* m_opener = nullptr;
    engine::TorrentSnapshot m_last; ///< of the session

    /// A .torrent of a file of this name.
    QString makeTorrentFile(const QString& name) {
        const QString path = m_fixture->folder.filePath(name);
        QFile file(path);
        engine::CreateTorrentRequest request;
        request.paths = {path};
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(70'000, 'x')) != 70'000 || !file.flush())
            qFatal("cannot write");
        const auto made = engine::createTorrent(request);
        QFile torrent(path + QStringLiteral(".torrent"));
        if (!made || !torrent.open(QIODevice::WriteOnly) || torrent.write(made->torrent) < 0)
            qFatal("cannot make a torrent");
        return torrent.fileName();
    }
    void open(const QString& torrentFile) {
        gui::DroppedItems items;
        items.torrentFiles = {torrentFile};
        m_opener->open(items, {});
    }
    gui::AddTorrentDialog* dialog() { return m_window->findChild<gui::AddTorrentDialog*>(); }
    QString downloads() { return m_fixture->folder.filePath(QStringLiteral("downloads")); }

private Q_SLOTS:
    void init() {
        m_fixture = std::make_unique<test::WindowFixture>();
        m_fixture->settings.set(settings::kSavePath, downloads());
        m_fixture->settings.set(settings::kAskBeforeAdding, false);
        m_window = std::make_unique<QWidget>();
        m_opener = new gui::ItemOpener(m_fixture->services(), *m_window);
        m_opener->setReading( // a machine that has much to do is no drive that does not answer
            [](const QString& path) -> Expected<QByteArray> {
                QFile file(path);
                return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
            },
            std::chrono::minutes(10));
        m_last = {};
        connect(&m_fixture->session, &engine::Session::torrentsChanged, this, [this](const auto& torrents) {
            m_last = torrents.last();
        });
        QSignalSpy started(&m_fixture->session, &engine::Session::started);
        m_fixture->session.start();
        QVERIFY(started.wait(10'000));
    }
    void cleanup() {
        m_window.reset();
        m_fixture.reset();
    }

    void aTorrentIsAddedAsThePreferencesSay() {
        m_fixture->settings.set(settings::kStartAdded, false);
        open(makeTorrentFile(QStringLiteral("song.flac")));
        QTRY_COMPARE(m_last.name, QStringLiteral("song.flac"));
        QCOMPARE(m_last.savePath, downloads());
        QTRY_COMPARE(m_last.state, engine::TorrentState::Paused);
        QVERIFY(!dialog());
    }

    void manyComeInTheOrderInWhichTheyWereGiven() {
        gui::DroppedItems items;
        QStringList names;
        for (int i = 0; i < 20; ++i) {
            names.append(QStringLiteral("song %1").arg(i, 2, 10, QLatin1Char('0')));
            items.torrentFiles.append(makeTorrentFile(names.last()));
        }
        std::ranges::reverse(names);
        std::ranges::reverse(items.torrentFiles);
        QMap<QString, int> places;
        connect(
            &m_fixture->session, &engine::Session::torrentsChanged, m_window.get(), [&places](const auto& torrents) {
                for (const engine::TorrentSnapshot& torrent : torrents)
                    places[torrent.name] = torrent.queuePosition;
            });
        m_opener->open(items, {});
        const auto queue = [&places] {
            QMap<int, QString> byPlace;
            for (auto place = places.cbegin(); place != places.cend(); ++place)
                byPlace.insert(place.value(), place.key());
            return byPlace.values();
        };
        QTRY_COMPARE_WITH_TIMEOUT(queue(), names, 30'000);

        m_fixture->settings.set(settings::kAskBeforeAdding, true);
        m_opener->open(items, {});
        QTRY_VERIFY_WITH_TIMEOUT(dialog(), 30'000);
        const auto* next = dialog()->findChild<QLabel*>(QStringLiteral("waitingLabel"));
        QTRY_COMPARE_WITH_TIMEOUT(
            next->text(), QStringLiteral("Next: ") + names.mid(1).join(QStringLiteral(", ")), 30'000);
        QVERIFY(dialog()->windowTitle().contains(names.first()));
    }

    void itLiesAndIsCalledAsThePreferencesSay() {
        const QString music = m_fixture->folder.filePath(QStringLiteral("music"));
        gui::keepCategory(m_fixture->settings, QStringLiteral("music"), music);
        m_fixture->settings.set(settings::kUsualCategory, QStringLiteral("music"));
        m_fixture->settings.set(settings::kContentLayout, int(engine::ContentLayout::OwnFolder));
        const QString torrent = makeTorrentFile(QStringLiteral("song.flac"));
        QVERIFY(QDir().mkpath(music + QStringLiteral("/song")));
        QVERIFY(QFile::copy(
            m_fixture->folder.filePath(QStringLiteral("song.flac")), music + QStringLiteral("/song/song.flac")));
        open(torrent);
        QTRY_COMPARE_WITH_TIMEOUT(m_last.state, engine::TorrentState::Seeding, 30'000);
        QCOMPARE(m_last.category, QStringLiteral("music"));
        QCOMPARE(m_last.savePath, music);
    }

    void itsFileGoesToTheBinOnceItWasAdded() {
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_fixture->folder.filePath(QStringLiteral("data"))));
        const QString bin = m_fixture->folder.filePath(QStringLiteral("data/Trash/files/"));
        m_fixture->settings.set(settings::kBinTorrentFile, true);
        const QString song = makeTorrentFile(QStringLiteral("song.flac"));
        open(song);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(song), 30'000);
        QVERIFY(QFile::exists(bin + QStringLiteral("song.flac.torrent")));

        QVERIFY(QFile::copy(bin + QStringLiteral("song.flac.torrent"), song)); // what was refused stays
        QSignalSpy said(m_opener, &gui::ItemOpener::failed);
        open(song);
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, 30'000);
        QVERIFY(QFile::exists(song));
    }

    void itsFileStaysUnlessItIsToGo() {
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_fixture->folder.filePath(QStringLiteral("data"))));
        const QString song = makeTorrentFile(QStringLiteral("song.flac"));
        open(song);
        QTRY_COMPARE_WITH_TIMEOUT(m_last.name, QStringLiteral("song.flac"), 30'000);
        m_fixture->settings.set(settings::kBinTorrentFile, true);
        const QString copies = m_fixture->folder.filePath(QStringLiteral("copies"));
        QVERIFY(QDir().mkpath(copies));
        m_fixture->settings.set(settings::kTorrentCopies, copies);
        const QString kept = copies + QStringLiteral("/film.torrent");
        QVERIFY(QFile::rename(makeTorrentFile(QStringLiteral("film.mkv")), kept));
        open(kept);
        QTRY_COMPARE_WITH_TIMEOUT(m_last.name, QStringLiteral("film.mkv"), 30'000);
        const QString last = makeTorrentFile(QStringLiteral("last"));
        open(last);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(last), 30'000); // each later than those before
        QVERIFY(QFile::exists(song));
        QVERIFY(QFile::exists(kept));
    }

    void aFileThatHasChangedSinceStays() {
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_fixture->folder.filePath(QStringLiteral("data"))));
        gui::UsedTorrentFiles files(m_fixture->settings, nullptr);
        const auto source = [this](const QString& name) {
            gui::AddTorrentSource made;
            made.file = makeTorrentFile(name);
            QFile file(made.file);
            if (file.open(QIODevice::ReadOnly))
                made.torrent = file.readAll();
            return made;
        };
        gui::AddTorrentSource changed = source(QStringLiteral("changed"));
        changed.torrent += 'x';
        const gui::AddTorrentSource same = source(QStringLiteral("same"));
        files.discard(changed);
        engine::BackgroundMark::waitForAll(std::chrono::seconds(30));
        files.discard(same);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(same.file), 30'000);
        QVERIFY(QFile::exists(changed.file));
    }

    void whatRaisesAQuestionIsAskedAbout() {
        const QString torrent = makeTorrentFile(QStringLiteral("song.flac"));
        QVERIFY(QDir().mkpath(downloads()));
        QFile other(downloads() + QStringLiteral("/song.flac"));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("something else") > 0);
        other.close();
        open(torrent);
        QTRY_VERIFY(dialog());
        QVERIFY(m_last.name.isEmpty()); // not in the list
    }

    void whatIsThereAlreadyIsSaid() {
        const QString torrent = makeTorrentFile(QStringLiteral("song.flac"));
        QSignalSpy said(m_opener, &gui::ItemOpener::failed);
        open(torrent);
        QTRY_COMPARE(m_last.name, QStringLiteral("song.flac"));
        open(torrent);
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(!dialog());
    }

    void itIsTheUsersChoice() {
        m_fixture->settings.set(settings::kAskBeforeAdding, true);
        open(makeTorrentFile(QStringLiteral("song.flac")));
        QTRY_VERIFY(dialog());
    }
};

QTEST_MAIN(SilentAddingTest)
#include "silent_adding_test.moc"
