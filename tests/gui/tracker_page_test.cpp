// The Tracker page with a real tracker behind it.
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "gui/tracker/host_name_dialog.h"
#include "gui/tracker/hosted_model.h"
#include "gui/tracker/tracker_options_menu.h"
#include "gui/tracker/tracker_page.h"
#include "hosting/creation_queue.h"
#include "hosting/free_port.h"
#include "hosting/networks.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace essaim;
using hosting::TrackerHost;

namespace {

constexpr int kDeadlineMs = 15'000;

tracker::HostedTorrent sample(std::uint8_t seed, const char* name) {
    tracker::HostedTorrent torrent;
    torrent.infoHash.v1 = Sha1Hash{};
    torrent.infoHash.v1->bytes.fill(seed);
    torrent.name = name;
    torrent.size = 1000 * seed;
    return torrent;
}

} // namespace

class TrackerPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void the_switch_starts_and_stops_the_tracker();
    void a_taken_port_turns_the_switch_back_and_offers_a_free_one();
    void an_empty_page_offers_to_share_files();
    void hosted_torrents_are_rows_with_an_invite_link();
    void what_is_for_friends_leads_to_them();
    void the_search_leaves_the_rows_that_match();
    void what_was_searched_for_can_be_taken_down();
    void what_the_search_hides_is_not_acted_upon();
    void each_part_of_the_page_keeps_its_search();
    void the_menu_of_a_row_is_behind_a_button_too();
    void a_host_name_is_taken_out_of_what_was_pasted_data();
    void a_host_name_is_taken_out_of_what_was_pasted();
    void an_address_without_a_way_is_called_one();
    void an_address_at_home_can_be_insisted_on();
    void wrong_banned_addresses_stay_in_the_field();
    void what_was_taken_down_can_be_shared_again_after_a_restart();
    void a_new_own_key_comes_only_after_a_yes();
    void a_network_goes_only_after_a_yes();
    void a_banned_address_does_not_get_in();
    void a_tick_that_shuts_everybody_out_is_told();
    void hosting_stops_only_after_a_yes();
    void the_model_merges_snapshots();
    void a_hidden_list_follows_when_it_is_shown();
    void what_a_button_did_stays_to_be_read();

private:
    QAbstractButton& toggle() { return *m_page->findChild<QAbstractButton*>(QStringLiteral("trackerSwitch")); }
    QLabel& verdict() { return *m_page->findChild<QLabel*>(QStringLiteral("verdictLabel")); }
    QTreeView& table() { return *m_page->findChild<QTreeView*>(QStringLiteral("hostedView")); }
    QAbstractButton& button(const char* name) {
        return *m_page->findChild<QAbstractButton*>(QString::fromLatin1(name));
    }
    void switchOn() {
        QTest::mouseClick(&toggle(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    }
    void hostTwo() {
        m_host->host(sample(1, "b"));
        m_host->host(sample(2, "A"));
        QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 2, kDeadlineMs);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<settings::SettingsStore> m_settings;
    std::unique_ptr<TrackerHost> m_host;
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<hosting::CreationQueue> m_creations;
    std::unique_ptr<gui::TrackerPage> m_page;
};

void TrackerPageTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<settings::SettingsStore>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_settings->set(settings::kTrackerPort, int(hosting::freePortNear(6969, true).value()));
    m_host = std::make_unique<TrackerHost>(*m_settings, m_folder->filePath(QStringLiteral("tracker.db")), true);
    m_session = std::make_unique<engine::Session>(engine::SessionConfig{}); // never started: nothing is transferred
    m_creations = std::make_unique<hosting::CreationQueue>(*m_session, *m_host, hosting::CreationQueue::Files());
    m_page = std::make_unique<gui::TrackerPage>(gui::Services{*m_session, *m_host, *m_settings, *m_creations});
    m_page->resize(1000, 600);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TrackerPageTest::cleanup() {
    m_page.reset();
    m_session.reset();
    m_creations.reset();
    m_host.reset();
    m_settings.reset();
    m_folder.reset();
}

void TrackerPageTest::the_switch_starts_and_stops_the_tracker() {
    const QString off = verdict().text();
    QVERIFY(!toggle().isChecked());
    switchOn();
    QVERIFY(toggle().isChecked());
    QVERIFY(verdict().text() != off);
    auto* addresses = m_page->findChild<QWidget*>(QStringLiteral("addressList"));
    QVERIFY(addresses->isVisible());
    bool shown = false;
    for (const QLabel* label : addresses->findChildren<QLabel*>())
        shown = shown || label->text() == m_host->announceUrls().first();
    QVERIFY(shown);

    QTest::keyClick(&toggle(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::Off, kDeadlineMs);
    QVERIFY(!toggle().isChecked());
    QCOMPARE(verdict().text(), off);
    QVERIFY(!addresses->isVisible());
}

void TrackerPageTest::a_taken_port_turns_the_switch_back_and_offers_a_free_one() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(m_settings->value(settings::kTrackerPort))));
    QTest::mouseClick(&toggle(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::Failed, kDeadlineMs);
    QVERIFY(!toggle().isChecked());
    QVERIFY(verdict().text().contains(QString::number(other.serverPort())));
    QVERIFY(button("freePortButton").isVisible());
    QTest::mouseClick(&button("freePortButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->state(), TrackerHost::State::On, kDeadlineMs);
    QVERIFY(toggle().isChecked());
    QVERIFY(!button("freePortButton").isVisible());
}

void TrackerPageTest::an_empty_page_offers_to_share_files() {
    QSignalSpy share(m_page.get(), &gui::TrackerPage::shareRequested);
    QVERIFY(button("shareButton").isVisible());
    QTest::mouseClick(&button("shareButton"), Qt::LeftButton);
    QCOMPARE(share.size(), 1);
}

void TrackerPageTest::hosted_torrents_are_rows_with_an_invite_link() {
    switchOn();
    hostTwo();
    QVERIFY(table().isVisible());
    table().sortByColumn(gui::HostedModel::Name, Qt::AscendingOrder);
    QCOMPARE(table().model()->index(0, gui::HostedModel::Name).data().toString(), QStringLiteral("A"));
    table().setCurrentIndex(table().model()->index(0, 0));
    table().setFocus();
    table().actions().at(0)->trigger();
    QCOMPARE(
        QGuiApplication::clipboard()->text(),
        engine::makeMagnet(sample(2, "A").infoHash, QStringLiteral("A"), m_host->announceUrls()));
}

void TrackerPageTest::what_is_for_friends_leads_to_them() {
    switchOn();
    tracker::HostedTorrent secret = sample(3, "secret");
    secret.isPrivate = true;
    secret.visibility = tracker::Visibility::Friends;
    m_host->host(secret);
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 1, kDeadlineMs);
    auto& copy = button("copyInviteButton");
    QVERIFY(copy.isEnabled()); // the one that was just shared is selected
    const QString forFriends = copy.text();
    table().clearSelection();
    QVERIFY(!copy.isEnabled());
    QVERIFY(copy.text() != forFriends);
    table().setCurrentIndex(table().model()->index(0, 0));
    QCOMPARE(copy.text(), forFriends);
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    QTest::mouseClick(&copy, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QTRY_VERIFY(button("firstFriendButton").isVisible());
}

void TrackerPageTest::the_search_leaves_the_rows_that_match() {
    switchOn();
    hostTwo();
    QVERIFY(!m_page->searchWords().isEmpty());
    m_page->setSearch(QStringLiteral("a"));
    QCOMPARE(table().model()->rowCount(), 1);
    QCOMPARE(table().model()->index(0, 0).data().toString(), QStringLiteral("A"));
    auto* hint = m_page->findChild<QLabel*>(QStringLiteral("hostedViewHint"));
    QVERIFY(!hint->isVisible());
    m_page->setSearch(QStringLiteral("a?"));
    QCOMPARE(table().model()->rowCount(), 0);
    QVERIFY(hint->isVisible());
    m_page->setSearch({});
    QCOMPARE(table().model()->rowCount(), 2);
}

void TrackerPageTest::what_was_searched_for_can_be_taken_down() {
    switchOn();
    hostTwo();
    table().setCurrentIndex(table().model()->index(0, 0)); // "b", which the search hides
    m_page->setSearch(QStringLiteral("a"));
    auto* takeDown = m_page->findChild<QAction*>(QStringLiteral("takeDownAction"));
    QVERIFY(takeDown->isEnabled());
    takeDown->trigger();
    auto* dialog = m_page->findChild<QInputDialog*>(QStringLiteral("takeDownDialog"));
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->labelText().contains(QStringLiteral("“A”")));
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(!m_host->isHosted(sample(2, "A").infoHash.id()), kDeadlineMs);
    QVERIFY(m_host->isHosted(sample(1, "b").infoHash.id()));
}

void TrackerPageTest::what_the_search_hides_is_not_acted_upon() {
    switchOn();
    hostTwo();
    table().setCurrentIndex(table().model()->index(0, 0));
    auto* takeDown = m_page->findChild<QAction*>(QStringLiteral("takeDownAction"));
    QVERIFY(takeDown->isEnabled());
    m_page->setSearch(QStringLiteral("nothing like it"));
    QVERIFY(!takeDown->isEnabled());
    QVERIFY(!button("copyInviteButton").isEnabled());
}

void TrackerPageTest::each_part_of_the_page_keeps_its_search() {
    QSignalSpy changed(m_page.get(), &gui::TrackerPage::searchChanged);
    auto* sections = m_page->findChild<QListWidget*>(QStringLiteral("trackerSectionList"));
    m_page->setSearch(QStringLiteral("films"));
    sections->setCurrentRow(1); // Friends
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_page->search(), QString());
    m_page->setSearch(QStringLiteral("Anna"));
    sections->setCurrentRow(3); // Networks: nothing is to be searched
    QCOMPARE(m_page->searchWords(), QString());
    m_page->setSearch(QStringLiteral("nowhere"));
    QCOMPARE(m_page->search(), QString());
    sections->setCurrentRow(0);
    QCOMPARE(m_page->search(), QStringLiteral("films"));
    sections->setCurrentRow(1);
    QCOMPARE(m_page->search(), QStringLiteral("Anna"));
}

void TrackerPageTest::the_menu_of_a_row_is_behind_a_button_too() {
    switchOn();
    hostTwo();
    auto* more = m_page->findChild<QPushButton*>(QStringLiteral("hostedMoreButton"));
    table().clearSelection();
    QVERIFY(!more->isEnabled());
    table().setCurrentIndex(table().model()->index(0, 0));
    QVERIFY(more->isEnabled());
    Q_EMIT more->menu()->aboutToShow();
    QCOMPARE(more->menu()->actions(), table().actions());
    m_host->unhost(sample(1, "b").infoHash.id());
    m_host->unhost(sample(2, "A").infoHash.id());
    QTRY_VERIFY_WITH_TIMEOUT(!more->isEnabled(), kDeadlineMs);
}

void TrackerPageTest::a_host_name_is_taken_out_of_what_was_pasted_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept"); // empty = nothing: what was there stays
    QTest::newRow("a name") << QStringLiteral(" home.example.net ") << QStringLiteral("home.example.net");
    QTest::newRow("a URL") << QStringLiteral("http://home.example.net:6969/announce")
                           << QStringLiteral("home.example.net");
    QTest::newRow("with a port") << QStringLiteral("home.example.net:6969") << QStringLiteral("home.example.net");
    QTest::newRow("an address") << QStringLiteral("203.0.113.7") << QStringLiteral("203.0.113.7");
    QTest::newRow("an IPv6 address") << QStringLiteral("2001:db8::7") << QStringLiteral("2001:db8::7");
    QTest::newRow("nothing") << QStringLiteral("  ") << QStringLiteral("");
    QTest::newRow("two words") << QStringLiteral("my home") << QString();
    QTest::newRow("a path") << QStringLiteral("/home") << QString();
    QTest::newRow("this computer") << QStringLiteral("localhost") << QString();
    QTest::newRow("its address") << QStringLiteral("http://127.0.0.1:6969") << QString();
    QTest::newRow("another port") << QStringLiteral("home.example.net:8080") << QString();
    QTest::newRow("an address at home") << QStringLiteral("192.168.1.99") << QString();
    QTest::newRow("an address of one cable") << QStringLiteral("fe80::1") << QString();
    QTest::newRow("the same, as in a URL") << QStringLiteral("http://[fe80::1]:6969") << QString();
    QTest::newRow("far too much") << QString(10'000, u'W') << QString();
}

void TrackerPageTest::a_host_name_is_taken_out_of_what_was_pasted() {
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    const QString before = QStringLiteral("before.example.net");
    m_settings->set(settings::kTrackerPort, 6969);
    m_settings->set(settings::kTrackerHostName, before);
    gui::TrackerOptionsMenu menu(*m_settings, m_page.get());
    menu.askHostName();
    auto* dialog = m_page->findChild<QDialog*>(QStringLiteral("hostNameDialog"));
    QVERIFY(dialog != nullptr);
    auto* edit = dialog->findChild<QLineEdit*>(QStringLiteral("hostNameEdit"));
    QCOMPARE(edit->text(), before);
    edit->setText(typed);
    dialog->accept();
    QCOMPARE(m_settings->value(settings::kTrackerHostName), kept.isNull() ? before : kept);
    QCOMPARE(dialog->isVisible(), kept.isNull()); // with what was typed, and what is wrong with it
    QCOMPARE(dialog->findChild<QLabel*>(QStringLiteral("problemLabel"))->isHidden(), !kept.isNull());
    QVERIFY(dialog->minimumSizeHint().width() < 600);
}

void TrackerPageTest::an_address_without_a_way_is_called_one() {
    const QString cable = gui::HostNameDialog::read(QStringLiteral("fe80::1"), 6969).problem;
    QVERIFY(cable.contains(QStringLiteral("fe80::1")));
    QCOMPARE(
        gui::HostNameDialog::read(QStringLiteral("http://[fe80::1]:6969"), 6969).problem, cable); // however it is typed
    QString other = gui::HostNameDialog::read(QStringLiteral("my home"), 6969).problem;
    QVERIFY(other.replace(QStringLiteral("my home"), QStringLiteral("fe80::1")) != cable);
}

void TrackerPageTest::an_address_at_home_can_be_insisted_on() {
    gui::TrackerOptionsMenu menu(*m_settings, m_page.get());
    menu.askHostName();
    auto* dialog = m_page->findChild<QDialog*>(QStringLiteral("hostNameDialog"));
    dialog->findChild<QLineEdit*>(QStringLiteral("hostNameEdit"))->setText(QStringLiteral("10.0.0.7"));
    dialog->accept();
    QVERIFY(dialog->isVisible());
    auto* warning = dialog->findChild<QLabel*>(QStringLiteral("problemLabel"));
    QVERIFY(warning->isVisible());
    QTRY_VERIFY(warning->height() >= warning->heightForWidth(warning->width())); // not cut
    dialog->accept();
    QVERIFY(!dialog->isVisible());
    QCOMPARE(m_settings->value(settings::kTrackerHostName), QStringLiteral("10.0.0.7"));
}

void TrackerPageTest::wrong_banned_addresses_stay_in_the_field() {
    m_page->findChild<QListWidget*>(QStringLiteral("trackerSectionList"))->setCurrentRow(4);
    auto* field = m_page->findChild<QLineEdit*>(QStringLiteral("bannedEdit"));
    auto* problem = m_page->findChild<QLabel*>(QStringLiteral("bannedProblem"));
    QTest::keyClicks(field, QStringLiteral("203.0.113.7, nonsense"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->text(), QStringLiteral("203.0.113.7, nonsense"));
    QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("nonsense")));
    QVERIFY(m_settings->value(settings::kTrackerBanned).isEmpty());
    field->setText(QStringLiteral("203.0.113.7"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!problem->isVisible());
    QVERIFY(m_settings->value(settings::kTrackerBanned).startsWith(QStringLiteral("203.0.113.7")));
}

void TrackerPageTest::what_was_taken_down_can_be_shared_again_after_a_restart() {
    switchOn();
    tracker::HostedTorrent torrent = sample(3, "films");
    torrent.visibility = tracker::Visibility::Chosen;
    torrent.chosen = {4, 9};
    m_host->host(torrent);
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 1, kDeadlineMs);
    table().setCurrentIndex(table().model()->index(0, 0));
    m_page->findChild<QAction*>(QStringLiteral("takeDownAction"))->trigger();
    auto* dialog = m_page->findChild<QInputDialog*>(QStringLiteral("takeDownDialog"));
    QVERIFY(dialog != nullptr);
    dialog->accept();
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 0, kDeadlineMs);

    const QString database = m_folder->filePath(QStringLiteral("tracker.db"));
    m_page.reset();
    m_creations.reset();
    m_host.reset();
    m_host = std::make_unique<TrackerHost>(*m_settings, database, true);
    m_creations = std::make_unique<hosting::CreationQueue>(*m_session, *m_host, hosting::CreationQueue::Files());
    m_page = std::make_unique<gui::TrackerPage>(gui::Services{*m_session, *m_host, *m_settings, *m_creations});
    m_page->show();
    m_host->setEnabled(true);
    m_page->findChild<QListWidget*>(QStringLiteral("trackerSectionList"))->setCurrentRow(4);
    auto* blocked = m_page->findChild<QTreeWidget*>(QStringLiteral("blockedView"));
    QTRY_COMPARE_WITH_TIMEOUT(blocked->topLevelItemCount(), 1, kDeadlineMs);
    QVERIFY(!button("againButton").isEnabled());
    blocked->setCurrentItem(blocked->topLevelItem(0));
    QTest::mouseClick(&button("allowButton"), Qt::LeftButton); // would forget with whom it was shared
    auto* question = m_page->findChild<QMessageBox*>(QStringLiteral("allowBox"));
    QVERIFY(question != nullptr);
    question->reject();
    QTest::mouseClick(&button("againButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_host->snapshot().hosted.size(), 1U, kDeadlineMs);
    QTRY_COMPARE_WITH_TIMEOUT(blocked->topLevelItemCount(), 0, kDeadlineMs);
    QVERIFY(m_page->findChild<QLabel*>(QStringLiteral("blockedViewHint"))->isVisible());
    const tracker::HostedTorrent back = m_host->snapshot().hosted.front().torrent;
    QCOMPARE(back.visibility, tracker::Visibility::Chosen);
    QCOMPARE(back.chosen, (std::vector<std::int64_t>{4, 9}));
    // Its transfer is not in the list of this session: that is said.
    QTRY_VERIFY(m_page->findChild<QMessageBox*>(QStringLiteral("shieldBox")) != nullptr);
}

void TrackerPageTest::a_new_own_key_comes_only_after_a_yes() {
    const auto url = [this] { return m_host->ownAnnounceUrl(tracker::Visibility::Friends); };
    const auto ask = [this](const char* box) {
        m_page->findChild<QAction*>(QStringLiteral("newOwnKeyAction"))->trigger();
        return m_page->findChild<QMessageBox*>(QString::fromLatin1(box));
    };
    auto* off = ask("ownKeyFailedBox"); // there is none before the tracker was on
    QVERIFY(off != nullptr);
    off->accept();
    switchOn();
    const QString old = url();
    auto* refused = ask("newOwnKeyBox");
    QVERIFY(refused != nullptr);
    refused->reject();
    QTRY_VERIFY(m_page->findChild<QMessageBox*>(QStringLiteral("newOwnKeyBox")) == nullptr);
    QCOMPARE(url(), old);
    auto* agreed = ask("newOwnKeyBox");
    QVERIFY(agreed != nullptr);
    agreed->findChild<QPushButton*>(QStringLiteral("yesButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(url() != old, kDeadlineMs);
}

void TrackerPageTest::a_network_goes_only_after_a_yes() {
    hosting::Networks networks;
    networks.list = {{QStringLiteral("Home"), hosting::parseRanges(QStringLiteral("192.168.0.0/16")).value()}};
    m_settings->set(settings::kTrackerNetworks, hosting::toText(networks));
    gui::TrackerPage page({*m_session, *m_host, *m_settings, *m_creations});
    auto* view = page.findChild<QTreeWidget*>(QStringLiteral("networksView"));
    QCOMPARE(view->topLevelItemCount(), 1);
    const auto answer = [&page](const char* name) {
        page.findChild<QAction*>(QStringLiteral("removeNetworkAction"))->trigger();
        auto* box = page.findChild<QMessageBox*>(QStringLiteral("removeNetworkBox"));
        QVERIFY(box != nullptr);
        auto* yes = box->findChild<QPushButton*>(QString::fromLatin1(name));
        yes ? yes->click() : box->reject();
        QTRY_VERIFY(page.findChild<QMessageBox*>(QStringLiteral("removeNetworkBox")) == nullptr);
    };
    answer("no such button");
    QCOMPARE(view->topLevelItemCount(), 1);
    answer("yesButton");
    QCOMPARE(view->topLevelItemCount(), 0);
    QVERIFY(hosting::networksFrom(m_settings->value(settings::kTrackerNetworks)).list.isEmpty());
}

void TrackerPageTest::a_banned_address_does_not_get_in() {
    auto* typed = m_page->findChild<QLineEdit*>(QStringLiteral("tryEdit"));
    auto* answer = m_page->findChild<QLabel*>(QStringLiteral("tryAnswer"));
    typed->setText(QStringLiteral("203.0.113.7"));
    QCOMPARE(answer->text(), QStringLiteral("Yes (elsewhere)"));
    m_settings->set(settings::kTrackerBanned, QStringLiteral("203.0.113.7"));
    QCOMPARE(answer->text(), QStringLiteral("No (banned)"));
    m_settings->set(settings::kTrackerBanned, QString());
    QCOMPARE(answer->text(), QStringLiteral("Yes (elsewhere)"));
}

void TrackerPageTest::a_tick_that_shuts_everybody_out_is_told() {
    auto* warning = m_page->findChild<QLabel*>(QStringLiteral("lockedOutLabel"));
    auto* elsewhere = m_page->findChild<QAbstractButton*>(QStringLiteral("elsewhereBox"));
    QVERIFY(warning->isHidden());
    elsewhere->click();
    QVERIFY(!warning->isHidden());
    elsewhere->click();
    QVERIFY(warning->isHidden());
}

void TrackerPageTest::hosting_stops_only_after_a_yes() {
    switchOn();
    hostTwo();
    table().setCurrentIndex(table().model()->index(0, 0));
    const auto answer = [this](QMessageBox::ButtonRole role) {
        table().actions().at(2)->trigger();
        auto* box = m_page->findChild<QMessageBox*>(QStringLiteral("stopHostingBox"));
        QVERIFY(box != nullptr);
        for (QAbstractButton* choice : box->buttons()) {
            if (box->buttonRole(choice) == role)
                QTest::mouseClick(choice, Qt::LeftButton);
        }
        QTRY_VERIFY(m_page->findChild<QMessageBox*>(QStringLiteral("stopHostingBox")) == nullptr);
    };
    answer(QMessageBox::RejectRole);
    QVERIFY(m_host->isHosted(sample(1, "b").infoHash.id()));
    answer(QMessageBox::AcceptRole);
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 1, kDeadlineMs);
    QVERIFY(!m_host->isHosted(sample(1, "b").infoHash.id()));
}

void TrackerPageTest::the_model_merges_snapshots() {
    gui::HostedModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const auto status = [](std::uint8_t seed, std::uint32_t seeds) {
        return tracker::HostedStatus{sample(seed, "x"), seeds, 0, 0};
    };
    model.update({status(1, 1), status(2, 1), status(3, 1)});
    QCOMPARE(model.rowCount(), 3);
    const QPersistentModelIndex third = model.index(2, gui::HostedModel::Seeds);
    model.update({status(1, 1), status(3, 5), status(4, 1)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(third.row(), 1);
    QCOMPARE(third.data(gui::HostedModel::kSortRole).toInt(), 5);
    QCOMPARE(changes.size(), 1); // the first row says the same as before
    model.update({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.size(), 0);
}

void TrackerPageTest::a_hidden_list_follows_when_it_is_shown() {
    switchOn();
    auto* sections = m_page->findChild<QListWidget*>(QStringLiteral("trackerSectionList"));
    sections->setCurrentRow(4);
    m_host->host(sample(1, "b"));
    QTRY_VERIFY_WITH_TIMEOUT(m_host->isHosted(sample(1, "b").infoHash.id()), kDeadlineMs);
    QCOMPARE(table().model()->rowCount(), 0); // nobody sees it
    sections->setCurrentRow(0);
    QCOMPARE(table().model()->rowCount(), 1);
}

void TrackerPageTest::what_a_button_did_stays_to_be_read() {
    switchOn();
    hostTwo();
    table().setCurrentIndex(table().model()->index(0, 0));
    auto& copy = button("copyInviteButton");
    const QString before = copy.text();
    QTest::mouseClick(&copy, Qt::LeftButton);
    const QString done = copy.text();
    QVERIFY(done != before);
    Q_EMIT m_host->snapshotChanged(); // once a second
    QCOMPARE(copy.text(), done);
    table().setCurrentIndex(table().model()->index(1, 0)); // it was about the other
    QCOMPARE(copy.text(), before);
}

QTEST_MAIN(TrackerPageTest)
#include "tracker_page_test.moc"
