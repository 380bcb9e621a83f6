// The main window as a user meets it.
#include "gui/main_window/main_window.h"

#include "window_fixture.h"

#include "core/error.h"
#include "gui/add_torrent/add_torrent_dialog.h"
#include "gui/transfers/activation.h"
#include "gui/transfers/transfer_status.h"
#include "settings/schema.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
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
        QVERIFY(child<QToolButton>("downloadRateButton")->text().contains(QStringLiteral("36")));
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

    void theSearchFieldSearchesThePageThatIsShown() {
        show(sampleTorrents());
        auto* field = child<QLineEdit>("searchEdit");
        auto* find = child<QAction>("findAction");
        const QString words = field->placeholderText();
        QTest::keyClicks(field, QStringLiteral("iso"));
        child<QAction>("showTrackerAction")->trigger();
        QVERIFY(field->text().isEmpty() && field->isVisible());
        QVERIFY(field->placeholderText() != words);
        QCOMPARE(list()->model()->rowCount(), 3);
        QTest::keyClicks(field, QStringLiteral("holidays"));
        find->trigger();
        QVERIFY(child<QWidget>("trackerPage")->isVisible()); // the search stays on the page
        QTRY_VERIFY(field->hasFocus());
        child<QListWidget>("trackerSectionList")->setCurrentRow(3); // Networks
        QVERIFY(!field->isVisible());
        QVERIFY(!find->isEnabled());
        child<QAction>("showTransfersAction")->trigger();
        QCOMPARE(field->text(), QStringLiteral("iso"));
        QCOMPARE(field->placeholderText(), words);
        child<QAction>("showTrackerAction")->trigger();
        child<QListWidget>("trackerSectionList")->setCurrentRow(0);
        QCOMPARE(field->text(), QStringLiteral("holidays"));
    }

    void theToolbarAndTheStatusBarCanBeHidden() {
        show(sampleTorrents());
        auto* bar = child<QWidget>("topBar");
        auto* field = child<QLineEdit>("searchEdit");
        auto* status = m_window->statusBar();
        QVERIFY(bar->isVisible() && status->isVisible());
        child<QAction>("statusBarAction")->trigger();
        child<QAction>("toolbarAction")->trigger();
        QVERIFY(!bar->isVisible() && !status->isVisible());
        QVERIFY(!m_fixture.settings.value(settings::kToolbarVisible));
        QVERIFY(!m_fixture.settings.value(settings::kStatusBarVisible));
        child<QAction>("showTrackerAction")->trigger(); // the menu and Alt+2 are still there
        QVERIFY(child<QWidget>("trackerPage")->isVisible());
        child<QAction>("showTransfersAction")->trigger();
        child<QAction>("findAction")->trigger();
        QVERIFY(bar->isVisible() && field->isVisible());
        QTest::keyClicks(field, QStringLiteral("iso"));
        list()->setFocus();
        QCoreApplication::processEvents();
        QVERIFY(bar->isVisible()); // what narrows the list is to be seen
        child<QAction>("findAction")->trigger();
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCOMPARE(list()->model()->rowCount(), 9);
        child<QAction>("findAction")->trigger();
        list()->setFocus();
        QTRY_VERIFY(!bar->isVisible()); // nothing was typed
        child<QAction>("toolbarAction")->trigger();
        child<QAction>("statusBarAction")->trigger();
        QVERIFY(bar->isVisible() && status->isVisible());
        child<QAction>("findAction")->trigger();
        QTest::keyClicks(field, QStringLiteral("iso"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(bar->isVisible());
    }

    void theSidebarCountsAndFilters() {
        show(sampleTorrents());
        auto* groups = child<QListWidget>("statusList");
        QCOMPARE(groups->count(), gui::kStatusFilterCount);
        QVERIFY(!groups->isRowHidden(5));
        QVERIFY(groups->isRowHidden(6)); // until they are asked for
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

    void ratesOfTheStatusBarOfferLimits() {
        engine::SessionSnapshot session;
        session.downloadRate = 2'400'000;
        session.downloaded = 5'000'000;
        Q_EMIT m_fixture.session.sessionChanged(session);
        auto* rate = child<QToolButton>("downloadRateButton");
        QVERIFY(rate->text().contains(QStringLiteral("2.40 MB/s")) && rate->text().contains(QStringLiteral("5.00 MB")));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Essaim"));
        m_fixture.settings.set(settings::kRatesInTitle, true);
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("2.40 MB/s")));
        m_fixture.settings.set(settings::kDownloadLimit, 333); // one of the user's own
        Q_EMIT rate->menu()->aboutToShow();
        QStringList entries;
        for (QAction* entry : rate->menu()->actions()) {
            if (entry->isChecked())
                QCOMPARE(entry->text(), QStringLiteral("333 KiB/s"));
            entries.append(entry->text());
        }
        rate->menu()->actions().at(int(entries.indexOf(QStringLiteral("500 KiB/s"))))->trigger();
        QCOMPARE(m_fixture.settings.value(settings::kDownloadLimit), 500);
        QVERIFY(rate->toolTip().contains(QStringLiteral("500 KiB/s")));
    }

    void aDoubleClickDoesWhatTheUserWants() {
        show(sampleTorrents());
        for (const auto* setting : {&settings::kActivateIncomplete, &settings::kActivateComplete})
            m_fixture.settings.set(*setting, int(gui::Activation::ShowDetails));
        m_window->findChild<QAction*>(QStringLiteral("detailsAction"))->setChecked(false);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QVERIFY(!m_fixture.settings.value(settings::kDetailsVisible));
        Q_EMIT list()->activated(list()->currentIndex());
        QVERIFY(m_fixture.settings.value(settings::kDetailsVisible));
        auto complete = makeTorrent(1, QStringLiteral("a"), TorrentState::Seeding);
        m_fixture.settings.set(settings::kActivateComplete, int(gui::Activation::Nothing));
        QCOMPARE(gui::activationOf(complete, m_fixture.settings), gui::Activation::Nothing);
        complete.state = TorrentState::Paused;
        QCOMPARE(gui::activationOf(complete, m_fixture.settings), gui::Activation::ShowDetails);
    }

    void allTorrentsOfAStatusCanBeRemovedAtOnce() {
        show(sampleTorrents());
        auto* statuses = child<QListWidget>("statusList");
        Q_EMIT statuses->customContextMenuRequested(statuses->visualItemRect(statuses->item(2)).center());
        auto* remove = m_window->findChild<QAction*>(QStringLiteral("removeGroup"));
        QVERIFY(remove != nullptr && remove->isEnabled());
        remove->trigger();
        auto* question = m_window->findChild<QDialog*>(QStringLiteral("RemoveDialog"));
        QVERIFY(question != nullptr);
        QStringList words;
        for (const QLabel* label : question->findChildren<QLabel*>())
            words.append(label->text());
        QVERIFY2(words.join(u' ').contains(u'2'), qPrintable(words.join(u' '))); // the two that are seeded
    }

    void closingTheWindowAsksToQuit() {
        QSignalSpy quit(m_window.get(), &gui::MainWindow::quitRequested);
        m_window->close();
        QCOMPARE(quit.count(), 1);
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
