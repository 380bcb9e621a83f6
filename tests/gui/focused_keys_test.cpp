// Keys that several lists of the window have: they act on the one that has the focus.
#include "gui/main_window/main_window.h"

#include "window_fixture.h"

#include "gui/details/details_panel.h"
#include "gui/tracker/tracker_sections.h"
#include "hosting/networks.h"
#include "settings/schema.h"

#include <QAction>
#include <QDialog>
#include <QMessageBox>
#include <QTabBar>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace essaim;
using engine::TorrentState;
using test::makeTorrent;

class FocusedKeysTest : public QObject {
    Q_OBJECT
private:
    test::WindowFixture m_fixture;
    std::unique_ptr<gui::MainWindow> m_window;

    template <typename T>
    T* child(const char* name) {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }

    /// The table on the tab of that title, with the details of the one torrent in the list, which is selected.
    template <typename Part>
    QTreeView* openTab(const char* title, const char* table, const Part& part) {
        const auto torrent = makeTorrent(1, QStringLiteral("Choir"), TorrentState::Stalled, 93'410'000, 0.46);
        Q_EMIT m_fixture.session.torrentsChanged({torrent});
        auto* list = child<QTreeView>("transferView");
        list->setCurrentIndex(list->model()->index(0, 0));
        auto* panel = m_window->findChild<gui::DetailsPanel*>();
        auto* tabs = panel->findChild<QTabBar*>(QStringLiteral("detailsTabs"));
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i) == QLatin1String(title))
                tabs->setCurrentIndex(i);
        }
        auto details = std::make_shared<engine::DetailsSnapshot>();
        details->id = torrent.id;
        details->part = part;
        Q_EMIT m_fixture.session.detailsSeen(details);
        auto* view = child<QTreeView>(table);
        view->setFocus();
        view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
        return view;
    }
    bool asksToRemoveTheTorrent() { return child<QDialog>("RemoveDialog") != nullptr; }

private Q_SLOTS:
    void init() {
        hosting::Networks networks;
        networks.list = {{QStringLiteral("Home"), hosting::parseRanges(QStringLiteral("192.168.0.0/16")).value()}};
        m_fixture.settings.set(settings::kTrackerNetworks, hosting::toText(networks));
        m_fixture.settings.set(settings::kBannedPeers, {});
        m_window = std::make_unique<gui::MainWindow>(m_fixture.services());
        m_window->resize(1280, 720);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get())); // shortcuts ask for it
    }
    void cleanup() { m_window.reset(); }

    void deleteBansAPeer() {
        engine::PeerDetails peer;
        peer.address = QStringLiteral("192.0.2.7");
        peer.port = 6881;
        QTreeView* table = openTab("Peers", "peersTable", engine::PeersDetails{{peer}});
        QTest::keyClick(table, Qt::Key_Delete, Qt::ShiftModifier);
        auto* network = child<QDialog>("banNetworkDialog");
        QVERIFY(network);
        network->reject();
        QVERIFY(m_fixture.settings.value(settings::kBannedPeers).isEmpty());
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(m_fixture.settings.value(settings::kBannedPeers), QStringList{QStringLiteral("192.0.2.7")});
        table->clearSelection();
        QTest::keyClick(table, Qt::Key_Delete); // nobody is meant, the torrent least of all
        QVERIFY(!asksToRemoveTheTorrent());
    }

    void deleteRemovesATracker() {
        engine::TrackerDetails tracker;
        tracker.url = QStringLiteral("https://tracker.example/announce");
        QTreeView* table = openTab("Trackers", "trackersTable", engine::TrackersDetails{{}, {tracker}});
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(child<QAction>("undoAction")->text(), QStringLiteral("&Undo: 1 tracker(s) of “Choir” removed"));
        QVERIFY(!asksToRemoveTheTorrent());
    }

    void deleteRemovesAnHttpSource() {
        QTreeView* table = openTab(
            "HTTP sources", "webSeedsTable",
            engine::WebSeedsDetails{{{QStringLiteral("https://example.org/"), true, 5, 5}}});
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(child<QAction>("undoAction")->text(), QStringLiteral("&Undo: HTTP sources of “Choir” removed"));
        QVERIFY(!asksToRemoveTheTorrent());
    }

    void deleteInTheListIsAboutTheTorrent() {
        openTab("Peers", "peersTable", engine::PeersDetails{});
        auto* list = child<QTreeView>("transferView");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(asksToRemoveTheTorrent());
        child<QDialog>("RemoveDialog")->reject();
    }

    void deleteOnTheTrackerPageIsAboutItsRow() {
        openTab("Peers", "peersTable", engine::PeersDetails{}); // with a torrent that stays selected
        child<QAction>("showTrackerAction")->trigger();
        m_window->findChild<gui::TrackerSections*>()->choose(gui::TrackerSections::Section::Networks);
        auto* networks = child<QTreeWidget>("networksView");
        networks->setFocus();
        networks->setCurrentItem(networks->topLevelItem(0));
        QTest::keyClick(networks, Qt::Key_Delete);
        auto* box = child<QMessageBox>("removeNetworkBox");
        QVERIFY(box);
        box->reject();
        QVERIFY(!asksToRemoveTheTorrent());
    }
};

QTEST_MAIN(FocusedKeysTest)
#include "focused_keys_test.moc"
