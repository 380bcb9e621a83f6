// The main window as a user meets it.
#include "gui/main_window/main_window.h"

#include "window_fixture.h"

#include "core/error.h"
#include "gui/add_torrent/add_torrent_dialog.h"
#include "gui/create_torrent/create_torrent_dialog.h"
#include "gui/edit_torrent/edit_torrent_dialog.h"
#include "settings/schema.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace essaim;
using engine::TorrentState;
using test::makeTorrent;

namespace {

const QString kMagnet = QStringLiteral("magnet:?xt=urn:btih:0123456789012345678901234567890123456789&dn=Choir");

QList<engine::TorrentSnapshot> sampleTorrents() {
    QList<engine::TorrentSnapshot> list{
        makeTorrent(
            1, QStringLiteral("debian-12.9.0-amd64-DVD-1.iso"), TorrentState::Downloading, 3'700'000'000, 0.63,
            11'400'000, 1'200'000),
        makeTorrent(
            2, QStringLiteral("Birds of the Camargue, field recordings 2024"), TorrentState::Seeding, 18'200'000'000, 1,
            0, 840'000),
        makeTorrent(
            3, QStringLiteral("Wedding Léa & Tom (originals)"), TorrentState::Seeding, 41'600'000'000, 1, 0, 6'300'000),
        makeTorrent(4, QStringLiteral("blender-4.3-demo-files"), TorrentState::Error, 2'100'000'000, 0.38),
        makeTorrent(
            5, QStringLiteral("OpenStreetMap planet extract, Europe"), TorrentState::Stalled, 29'900'000'000, 0.12),
        makeTorrent(
            6, QStringLiteral("Archives sonores — Bretagne 1962–1978"), TorrentState::Complete, 7'400'000'000, 1),
        makeTorrent(
            7, QStringLiteral("ubuntu-26.04-desktop-amd64.iso"), TorrentState::Downloading, 5'900'000'000, 0.91,
            24'800'000, 3'100'000),
        makeTorrent(8, QStringLiteral("Choir rehearsal multitrack"), TorrentState::FetchingMetadata),
        makeTorrent(9, QStringLiteral("archlinux-2026.11.01-x86_64.iso"), TorrentState::Paused, 1'200'000'000, 0.5),
    };
    list[0].seedsConnected = 24;
    list[0].seedsTotal = 310;
    list[0].peersConnected = 5;
    list[0].peersTotal = 41;
    list[0].uploaded = 407'000'000;
    list[0].currentTracker = QStringLiteral("bttracker.debian.org");
    list[0].nextAnnounceSeconds = 640;
    list[1].uploaded = 76'400'000'000;
    list[2].uploaded = 72'000'000'000;
    list[2].peersConnected = 2;
    list[3].error =
        Error{ErrorKind::DiskFull, Operation::DownloadTorrent, "/home/lea/Downloads/blender", "no space left"};
    list[4].trackerMessage = QStringLiteral("connection timed out");
    list[2].comment = QStringLiteral("Photographs and films of the day");
    list[2].createdBy = QStringLiteral("Essaim 0.1");
    list[2].activeSeconds = 93'000;
    list[2].seedingSeconds = 80'000;
    list[2].infoHash.v2 = Sha256Hash::fromHex(std::string(64, 'a'));
    return list;
}

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
private:
    test::WindowFixture m_fixture;
    std::unique_ptr<gui::MainWindow> m_window;

    template <typename T>
    T* child(const char* name) {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    QTreeView* list() { return child<QTreeView>("transferView"); }
    void show(const QList<engine::TorrentSnapshot>& torrents) { Q_EMIT m_fixture.session.torrentsChanged(torrents); }

    /// Enter, move and drop at a point of the window, as the window system delivers them.
    void drop(const QMimeData& data, const QPoint& at) {
        QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QDragMoveEvent move(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &move);
        QDropEvent event(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
    }
    /// The middle of one of three cards.
    QPoint cardAt(int index) {
        constexpr int kCardAndGap = 290 + 26;
        QWidget* page = m_window->findChild<QStackedWidget*>()->currentWidget();
        return {
            page->mapTo(m_window.get(), QPoint(m_window->width() / 2, 0)).x() + (index - 1) * kCardAndGap,
            pageCenter().y()};
    }
    QList<QUrl> twoFolders() {
        QList<QUrl> urls;
        for (const char* name : {"first", "second"}) {
            const QString path = m_fixture.folder.filePath(QString::fromLatin1(name));
            QDir().mkpath(path);
            QFile file(path + QStringLiteral("/x"));
            if (file.open(QIODevice::WriteOnly))
                file.write("content");
            urls.append(QUrl::fromLocalFile(path));
        }
        return urls;
    }
    QPoint pageCenter() {
        QWidget* page = m_window->findChild<QStackedWidget*>()->currentWidget();
        return page->mapTo(m_window.get(), page->rect().center());
    }

private Q_SLOTS:
    void initTestCase() { gui::applyTheme(*qApp, QStringLiteral("light")); }

    void init() {
        m_window = std::make_unique<gui::MainWindow>(m_fixture.services());
        m_window->resize(1280, 720);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get())); // shortcuts ask for it
    }

    void cleanup() { m_window.reset(); }

    void anEmptyListTeachesTheTwoWaysToBegin() {
        QVERIFY(child<QPushButton>("emptyAddButton")->isVisible());
        QVERIFY(child<QPushButton>("emptyCreateButton")->isVisible());
        QVERIFY(!list()->isVisible());
        test::photograph(*m_window, QStringLiteral("empty"));
    }

    void torrentsOfTheSessionAppearInTheList() {
        show(sampleTorrents());
        QVERIFY(list()->isVisible());
        QCOMPARE(list()->model()->rowCount(), 9);
        list()->setCurrentIndex(list()->model()->index(8, 0));
        Q_EMIT m_fixture.session.sessionChanged(
            {.downloadRate = 36'200'000,
             .uploadRate = 13'500'000,
             .dhtNodes = 412,
             .listenPort = 51413,
             .hasIncomingConnections = true});
        QVERIFY(child<QLabel>("downloadRateLabel")->text().contains(QStringLiteral("36")));
        test::photograph(*m_window, QStringLiteral("transfers"));
        gui::applyTheme(*qApp, QStringLiteral("dark"));
        test::photograph(*m_window, QStringLiteral("transfers-dark"));
        gui::applyTheme(*qApp, QStringLiteral("light"));
    }

    void theDetailsShowTheSelectedTorrent() {
        show(sampleTorrents());
        list()->selectAll();
        const auto* page = child<QLabel>("savePath"); // made when it is first wanted
        QVERIFY(page == nullptr || !page->isVisible());
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QVERIFY(child<QLabel>("savePath")->isVisible());
        QCOMPARE(child<QLabel>("savePath")->text(), QStringLiteral("/home/lea/Downloads"));
    }

    void theSearchFieldNarrowsTheList() {
        show(sampleTorrents());
        QTest::keyClicks(child<QLineEdit>("searchEdit"), QStringLiteral("iso"));
        QCOMPARE(list()->model()->rowCount(), 3);
        QTest::keyClicks(child<QLineEdit>("searchEdit"), QStringLiteral("xyz"));
        QVERIFY(child<QLabel>("noMatchLabel")->isVisible());
    }

    void theSidebarCountsAndFilters() {
        show(sampleTorrents());
        auto* groups = child<QListWidget>("statusList");
        QCOMPARE(groups->count(), 6);
        QCOMPARE(groups->item(0)->data(Qt::UserRole).toString(), QStringLiteral("9"));
        QCOMPARE(groups->item(1)->data(Qt::UserRole).toString(), QStringLiteral("4"));
        QCOMPARE(groups->item(5)->data(Qt::UserRole).toString(), QStringLiteral("1"));
        groups->setCurrentRow(2); // Seeding
        QCOMPARE(list()->model()->rowCount(), 2);
    }

    void removingAsksFirstAndTheListFollowsTheSession() {
        show(sampleTorrents());
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QTest::keyClick(m_window.get(), Qt::Key_Delete);
        auto* question = m_window->findChild<QDialog*>(QStringLiteral("RemoveDialog"));
        QVERIFY(question);
        QVERIFY(!question->findChild<QCheckBox*>(QStringLiteral("deleteFilesCheck"))->isChecked());
        test::photograph(*question, QStringLiteral("remove"));
        QCOMPARE(list()->model()->rowCount(), 9);
        question->accept();
        Q_EMIT m_fixture.session.torrentsRemoved({sampleTorrents().first().id});
        QCOMPARE(list()->model()->rowCount(), 8);
    }

    void shiftDeleteOffersToDeleteTheFilesToo() {
        show(sampleTorrents());
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QTest::keyClick(m_window.get(), Qt::Key_Delete, Qt::ShiftModifier);
        auto* question = m_window->findChild<QDialog*>(QStringLiteral("RemoveDialog"));
        QVERIFY(question && question->findChild<QCheckBox*>(QStringLiteral("deleteFilesCheck"))->isChecked());
    }

    void aDroppedMagnetLinkOpensTheAddDialog() {
        QMimeData data;
        data.setText(kMagnet);
        drop(data, pageCenter());
        QTRY_VERIFY(m_window->findChild<gui::AddTorrentDialog*>());
        test::photograph(*m_window->findChild<gui::AddTorrentDialog*>(), QStringLiteral("add-magnet"));
    }

    void aDroppedFolderOpensTheCreateDialog() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_fixture.folder.path())});
        drop(data, pageCenter());
        QTRY_VERIFY(m_window->findChild<gui::CreateTorrentDialog*>());
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(!dialog->findChild<QCheckBox*>(QStringLiteral("hostCheck"))->isChecked());
        test::photograph(*dialog, QStringLiteral("create"));
    }

    void aFolderDroppedOnTheTrackerPageIsHosted() {
        m_window->showPage(gui::MainWindow::Page::Tracker);
        test::photograph(*m_window, QStringLiteral("tracker"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_fixture.folder.path())});
        drop(data, pageCenter());
        QTRY_VERIFY(m_window->findChild<gui::CreateTorrentDialog*>());
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(dialog->findChild<QCheckBox*>(QStringLiteral("hostCheck"))->isChecked());
    }

    void aFolderDroppedOnTheShareCardIsHosted() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_fixture.folder.path())});
        QDragEnterEvent enter(pageCenter(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QWidget* overlay = child<QWidget>("dropOverlay");
        QVERIFY(overlay->isVisible());
        test::photograph(*m_window, QStringLiteral("drop"));
        const QPoint share = overlay->mapTo(m_window.get(), overlay->rect().center() + QPoint(100, 0));
        drop(data, share);
        QVERIFY(!overlay->isVisible());
        QTRY_VERIFY(m_window->findChild<gui::CreateTorrentDialog*>());
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(dialog->findChild<QCheckBox*>(QStringLiteral("hostCheck"))->isChecked());
    }

    void twoItemsDroppedOnTheMiddleCardBecomeATorrentEach() {
        QMimeData data;
        data.setUrls(twoFolders());
        drop(data, pageCenter());
        QTRY_VERIFY(m_window->findChild<gui::CreateTorrentDialog*>());
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(dialog->findChild<QRadioButton*>(QStringLiteral("eachRadio"))->isChecked());
        QVERIFY(!dialog->findChild<QCheckBox*>(QStringLiteral("hostCheck"))->isChecked());
    }

    void twoItemsDroppedBesideTheCardsBecomeOneTorrent() {
        QMimeData data;
        data.setUrls(twoFolders());
        drop(data, cardAt(0) - QPoint(0, 200));
        QTRY_VERIFY(m_window->findChild<gui::CreateTorrentDialog*>());
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(dialog->findChild<QRadioButton*>(QStringLiteral("togetherRadio"))->isChecked());
        QCOMPARE(dialog->findChild<QTreeView*>(QStringLiteral("sourceTree"))->model()->rowCount(), 2);
    }

    void aDropCanAddToTheDraftThatIsOpen() {
        child<QAction>("createAction")->trigger();
        auto* dialog = m_window->findChild<gui::CreateTorrentDialog*>();
        QVERIFY(dialog && dialog->isDraft());
        QMimeData data;
        data.setUrls(twoFolders());
        QDragEnterEvent enter(pageCenter(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        test::photograph(*m_window, QStringLiteral("drop-three"));
        drop(data, cardAt(2));
        auto* tree = dialog->findChild<QTreeView*>(QStringLiteral("sourceTree"));
        QTRY_COMPARE(tree->model()->rowCount(), 2);
        QCOMPARE(m_window->findChildren<gui::CreateTorrentDialog*>().size(), 1);
    }

    void aTorrentFileCanBeDroppedToBeEdited() {
        const QString path = m_fixture.folder.filePath(QStringLiteral("some.torrent"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("d4:info") > 0);
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        drop(data, pageCenter() + QPoint(158, 0)); // the second of two cards
        QTRY_VERIFY(m_window->findChild<gui::EditTorrentDialog*>());
    }

    void torrentsInTheMakingAreShownBelowThePages() {
        auto* strip = child<QWidget>("creationStrip");
        QVERIFY(!strip->isVisible());
        QList<hosting::PublishRequest> requests;
        for (const char* name : {"a", "b", "c"}) {
            QFile file(m_fixture.folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("content") > 0);
            hosting::PublishRequest request;
            request.create.paths = {file.fileName()};
            request.torrentPath = file.fileName() + QStringLiteral(".torrent");
            request.host = request.seed = false;
            requests.append(request);
        }
        requests.last().create.paths = {m_fixture.folder.filePath(QStringLiteral("missing"))};
        m_fixture.creations.enqueue(requests);
        m_fixture.creations.pauseAll();
        QVERIFY(strip->isVisible());
        auto* view = child<QTreeView>("jobView");
        QVERIFY(view->isVisible()); // several open the list
        QCOMPARE(view->model()->rowCount(), 3);
        test::photograph(*m_window, QStringLiteral("making"));
        QTest::mouseClick(child<QToolButton>("pauseAllButton"), Qt::LeftButton); // it says Resume
        QTRY_VERIFY(child<QLabel>("summaryLabel")->text().contains(QStringLiteral("2 ready")));
        QTRY_VERIFY(child<QLabel>("summaryLabel")->text().contains(QStringLiteral("1 failed")));
        test::photograph(*m_window, QStringLiteral("made"));
        view->setCurrentIndex(view->model()->index(2, 0));
        QVERIFY(child<QAction>("retryJob")->isEnabled());
        QTest::keyClick(view, Qt::Key_Delete);
        QCOMPARE(view->model()->rowCount(), 2);
        QTest::mouseClick(child<QToolButton>("clearButton"), Qt::LeftButton);
        QVERIFY(!strip->isVisible());
    }

    void aDragOfWordsIsRefused() {
        QMimeData data;
        data.setText(QStringLiteral("good morning"));
        QDragEnterEvent enter(pageCenter(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(!enter.isAccepted());
        QVERIFY(!child<QWidget>("dropOverlay")->isVisible());
    }

    void aDragThatLeavesHidesTheOverlay() {
        QMimeData data;
        data.setText(kMagnet);
        QDragEnterEvent enter(pageCenter(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(child<QWidget>("dropOverlay")->isVisible());
        QDragLeaveEvent leave;
        QApplication::sendEvent(m_window.get(), &leave);
        QVERIFY(!child<QWidget>("dropOverlay")->isVisible());
    }

    void pasteAddsTheLinkOnTheClipboard() {
        QApplication::clipboard()->setText(kMagnet);
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<gui::AddTorrentDialog*>());
    }

    void aFileThatIsNoTorrentGivesASentence() {
        const QString path = m_fixture.folder.filePath(QStringLiteral("broken.torrent"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("d4:info") > 0);
        file.close();
        m_window->openItems({path});
        QTRY_VERIFY(child<QWidget>("messageBanner")->isVisible());
        QVERIFY(child<QLabel>("messageLabel")->text().contains(path));
        QVERIFY(!m_window->findChild<gui::AddTorrentDialog*>());
        QTest::mouseClick(child<QToolButton>("closeMessageButton"), Qt::LeftButton);
        QVERIFY(!child<QWidget>("messageBanner")->isVisible());
    }

    void aDamagedSettingsFileIsToldOfOnce() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("essaim.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly)); // of no bytes: what a full disk leaves
        file.close();
        const auto wordsOfAStart = [this, &path] {
            settings::SettingsStore settings(path);
            settings.set(settings::kListenPort, 50000);
            const gui::MainWindow window({m_fixture.session, m_fixture.trackerHost, settings, m_fixture.creations});
            const auto* banner = window.findChild<QWidget*>(QStringLiteral("messageBanner"));
            return banner->isHidden() ? QString() : banner->findChild<QLabel*>(QStringLiteral("messageLabel"))->text();
        };
        QVERIFY(wordsOfAStart().contains(path + QStringLiteral(".bad")));
        QCOMPARE(wordsOfAStart(), QString());
    }

    void severalLinksAskOneAfterTheOther() {
        QString second = kMagnet;
        second.replace(QStringLiteral("0123"), QStringLiteral("abcd"));
        m_window->openItems({kMagnet, second});
        QTRY_COMPARE(m_window->findChildren<gui::AddTorrentDialog*>().size(), 1);
        m_window->findChild<gui::AddTorrentDialog*>()->reject();
        QTRY_VERIFY(m_window->findChild<gui::AddTorrentDialog*>()->isVisible());
    }

    void anAddressThatCannotBeFetchedGivesASentenceWithoutItsKey() {
        m_window->openItems({QStringLiteral("http://127.0.0.1:1/a.torrent?passkey=secret")});
        QTRY_VERIFY(child<QWidget>("messageBanner")->isVisible());
        QVERIFY(child<QLabel>("messageLabel")->text().contains(QStringLiteral("127.0.0.1")));
        QVERIFY(!child<QLabel>("messageLabel")->text().contains(QStringLiteral("secret")));
        QTRY_VERIFY(!m_window->findChild<QDialog*>(QStringLiteral("fetchDialog")));
    }

    void altAndADigitChooseThePage() {
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(child<QWidget>("trackerPage")->isVisible());
        QVERIFY(child<QToolButton>("trackerPageButton")->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(child<QWidget>("transfersPage")->isVisible());
    }

    void nothingCanBeDoneToAListThatIsNotShown() {
        show(sampleTorrents());
        list()->selectAll();
        QVERIFY(child<QToolButton>("removeButton")->isEnabled());
        m_window->showPage(gui::MainWindow::Page::Tracker);
        QVERIFY(!child<QToolButton>("removeButton")->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Delete);
        QVERIFY(!m_window->findChild<QDialog*>(QStringLiteral("RemoveDialog")));
        m_window->showPage(gui::MainWindow::Page::Transfers);
        QVERIFY(child<QToolButton>("removeButton")->isEnabled());
    }

    void theDetailsFoldAwayAndAreRemembered() {
        show(sampleTorrents());
        QTRY_VERIFY(child<QWidget>("detailsPanel")->height() > 100);
        QTest::mouseClick(child<QToolButton>("foldDetailsButton"), Qt::LeftButton);
        QVERIFY(!m_fixture.settings.value(settings::kDetailsVisible));
        QTRY_VERIFY(child<QWidget>("detailsPanel")->height() < 40);
        QTest::mouseClick(child<QToolButton>("foldDetailsButton"), Qt::LeftButton);
        QVERIFY(m_fixture.settings.value(settings::kDetailsVisible));
        QTRY_VERIFY(child<QWidget>("detailsPanel")->height() > 100);
    }

    void everyControlOfTheBarHasANameForAssistiveTools() {
        for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && !button->objectName().startsWith(QStringLiteral("qt_")))
                QVERIFY2(
                    !button->text().isEmpty() || !button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        }
    }

    void closingTheWindowAsksToQuit() {
        QSignalSpy quit(m_window.get(), &gui::MainWindow::quitRequested);
        m_window->close();
        QCOMPARE(quit.count(), 1);
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
