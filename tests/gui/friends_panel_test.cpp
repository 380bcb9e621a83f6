// The friends of the host, with a real tracker behind them.
#include "gui/tracker/friends_model.h"
#include "gui/tracker/hosted_model.h"
#include "gui/tracker/initials_picture.h"
#include "gui/tracker/invite_dialog.h"
#include "gui/tracker/tracker_page.h"
#include "gui/widgets/plain_letters.h"
#include "gui/widgets/qr_code.h"
#include "hosting/free_port.h"
#include "hosting/friends.h"
#include "settings/schema.h"
#include "window_fixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace essaim;
using hosting::TrackerHost;

namespace {

constexpr int kDeadlineMs = 15'000;

tracker::FriendStatus makeFriend(std::int64_t id, const char* name) {
    tracker::FriendStatus status;
    status.id = id;
    status.name = name;
    status.hasKeys = true;
    return status;
}

} // namespace

class FriendsPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void a_friend_is_two_clicks_and_a_name_away_from_a_link();
    void two_friends_cannot_share_a_name();
    void names_cannot_hide_what_they_are();
    void a_new_link_is_on_the_clipboard_and_says_who_can_open_it();
    void the_search_leaves_the_friends_that_match();
    void a_search_knows_no_accents_and_looks_into_notes();
    void the_key_is_shown_on_request_only();
    void a_pause_ends_with_the_same_action();
    void revoking_needs_a_yes();
    void what_cannot_be_done_is_not_offered();
    void lost_secrets_are_told_and_mended();
    void a_private_torrent_changes_hands_at_once();
    void a_torrent_of_everyone_becomes_another_only_after_a_yes();
    void the_model_merges_and_hides_keys();
    void a_code_for_telephones_has_its_marks();
    void initials_are_letters();

private:
    template <typename Widget>
    Widget* find(const char* name) {
        return m_page->findChild<Widget*>(QString::fromLatin1(name));
    }
    QTreeView& table() { return *find<QTreeView>("friendsView"); }
    QAction& action(const char* name) { return *find<QAction>(name); }
    void switchOn() {
        m_fixture->trackerHost.setEnabled(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->trackerHost.state(), TrackerHost::State::On, kDeadlineMs);
    }
    void add(const QString& name) {
        const char* const button = table().model()->rowCount() == 0 ? "firstFriendButton" : "addFriendButton";
        QTRY_VERIFY(find<QPushButton>(button)->isVisible());
        QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton);
        find<QLineEdit>("nameEdit")->setText(name); // keys are of ASCII alone
        QTest::mouseClick(find<QPushButton>("saveButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(find<gui::InviteDialog>("inviteDialog") != nullptr, kDeadlineMs);
    }
    void closeInvite() {
        find<gui::InviteDialog>("inviteDialog")->close();
        QTRY_VERIFY(find<gui::InviteDialog>("inviteDialog") == nullptr);
    }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }

    std::unique_ptr<test::WindowFixture> m_fixture;
    std::unique_ptr<gui::TrackerPage> m_page;
};

void FriendsPanelTest::init() {
    m_fixture = std::make_unique<test::WindowFixture>();
    m_fixture->settings.set(settings::kTrackerPort, int(hosting::freePortNear(6969, true).value()));
    m_page = std::make_unique<gui::TrackerPage>(m_fixture->services());
    m_page->resize(1100, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    find<QListWidget>("trackerSectionList")->setCurrentRow(1);
    QVERIFY(find<QWidget>("firstFriendButton") != nullptr);
}

void FriendsPanelTest::cleanup() {
    m_page.reset();
    m_fixture.reset();
}

void FriendsPanelTest::a_friend_is_two_clicks_and_a_name_away_from_a_link() {
    QVERIFY(!find<QPushButton>("firstFriendButton")->isVisible()); // first the switch
    switchOn();
    add(QStringLiteral("Anna"));
    test::photograph(*find<gui::InviteDialog>("inviteDialog"), QStringLiteral("invite"));
    const QString link = find<QLineEdit>("linkEdit")->text();
    QVERIFY(link.contains(QStringLiteral("/i/")));
    QTest::mouseClick(find<QPushButton>("copyLinkButton"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), link);
    QVERIFY(!find<gui::QrCode>("qrCode")->isEmpty());
    closeInvite();
    QCOMPARE(table().model()->rowCount(), 1);
    QCOMPARE(cell(0, gui::FriendsModel::Name), QStringLiteral("Anna"));
    test::photograph(*m_page, QStringLiteral("friends"));
    // Enter invites again, with the same link.
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(find<gui::InviteDialog>("inviteDialog") != nullptr, kDeadlineMs);
    QCOMPARE(find<QLineEdit>("linkEdit")->text(), link);
}

void FriendsPanelTest::two_friends_cannot_share_a_name() {
    switchOn();
    add(QStringLiteral("Anna"));
    closeInvite();
    QTest::mouseClick(find<QPushButton>("addFriendButton"), Qt::LeftButton);
    auto* name = find<QLineEdit>("nameEdit");
    QVERIFY(!find<QPushButton>("saveButton")->isEnabled());
    QTest::keyClicks(name, QStringLiteral(" Anna "));
    QVERIFY(!find<QPushButton>("saveButton")->isEnabled());
    QVERIFY(find<QLabel>("problemLabel")->isVisible());
    QTest::keyClicks(name, QStringLiteral("2"));
    QVERIFY(find<QPushButton>("saveButton")->isEnabled());
    QVERIFY(!find<QLabel>("problemLabel")->isVisible());
}

void FriendsPanelTest::names_cannot_hide_what_they_are() {
    switchOn();
    QTRY_VERIFY(find<QPushButton>("firstFriendButton")->isVisible());
    QTest::mouseClick(find<QPushButton>("firstFriendButton"), Qt::LeftButton);
    find<QLineEdit>("nameEdit")->setText(QStringLiteral("\u202eanna\u202c 🎉 <b>שלום</b>"));
    QTest::mouseClick(find<QPushButton>("saveButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<gui::InviteDialog>("inviteDialog") != nullptr, kDeadlineMs);
    closeInvite();
    QCOMPARE(cell(0, gui::FriendsModel::Name), QStringLiteral("anna 🎉 <b>שלום</b>"));
    QTest::mouseClick(find<QPushButton>("addFriendButton"), Qt::LeftButton);
    find<QLineEdit>("nameEdit")->setText(QStringLiteral("ANNA\u200b 🎉 <b>שלום</b>")); // looks the same
    QVERIFY(!find<QPushButton>("saveButton")->isEnabled());
    QVERIFY(find<QLabel>("problemLabel")->isVisible());
    find<QLineEdit>("nameEdit")->setText(QStringLiteral("\u202e\u202c"));
    QVERIFY(!find<QPushButton>("saveButton")->isEnabled());
}

void FriendsPanelTest::a_new_link_is_on_the_clipboard_and_says_who_can_open_it() {
    switchOn();
    add(QStringLiteral("Anna"));
    QCOMPARE(QGuiApplication::clipboard()->text(), find<QLineEdit>("linkEdit")->text());
    QVERIFY(find<QLabel>("copiedLabel")->isVisible());
    QVERIFY(find<QLabel>("reachLabel")->isVisible()); // nobody else: the tracker of a test is on this computer alone
    auto* title = find<QLineEdit>("hostTitleEdit");
    title->setText(QStringLiteral("  Léa "));
    QTest::keyClick(title, Qt::Key_Return);
    QTRY_COMPARE(m_fixture->settings.value(settings::kTrackerTitle), QStringLiteral("Léa"));

    // Its link follows the address: nobody is to send one that leads nowhere.
    const QString before = find<QLineEdit>("linkEdit")->text();
    const int port = m_fixture->settings.value(settings::kTrackerPort);
    m_fixture->settings.set(settings::kTrackerPort, int(hosting::freePortNear(quint16(port + 1), true).value()));
    QTRY_VERIFY_WITH_TIMEOUT(find<QLineEdit>("linkEdit")->text() != before, kDeadlineMs);
    QCOMPARE(QGuiApplication::clipboard()->text(), find<QLineEdit>("linkEdit")->text());
}

void FriendsPanelTest::the_search_leaves_the_friends_that_match() {
    switchOn();
    add(QStringLiteral("Anna"));
    closeInvite();
    add(QStringLiteral("Ben"));
    closeInvite();
    m_page->setSearch(QStringLiteral("be"));
    QCOMPARE(table().model()->rowCount(), 1);
    QCOMPARE(cell(0, gui::FriendsModel::Name), QStringLiteral("Ben"));
    table().setCurrentIndex(table().model()->index(0, 0));
    QVERIFY(find<QPushButton>("friendMoreButton")->isEnabled());
}

void FriendsPanelTest::a_search_knows_no_accents_and_looks_into_notes() {
    gui::FriendsModel model;
    auto chloe = makeFriend(1, "Chloé");
    chloe.note = "from the Chœur of Zürich";
    model.update({chloe}, 1000);
    const QString searched = model.index(0, gui::FriendsModel::Name).data(gui::FriendsModel::kSearchRole).toString();
    for (const char* words : {"chloe", "CHLOÉ", "zurich"})
        QVERIFY2(searched.contains(gui::plainLetters(QString::fromUtf8(words))), words);
    switchOn();
    add(QStringLiteral("Chloé"));
    closeInvite();
    add(QStringLiteral("Ben"));
    closeInvite();
    m_page->setSearch(QStringLiteral("chloe"));
    QCOMPARE(table().model()->rowCount(), 1);
    QCOMPARE(cell(0, gui::FriendsModel::Name), QStringLiteral("Chloé"));
}

void FriendsPanelTest::the_key_is_shown_on_request_only() {
    switchOn();
    add(QStringLiteral("Anna"));
    auto* address = find<QLineEdit>("announceEdit");
    const QString masked = address->text();
    QVERIFY(masked.contains(QStringLiteral("••••")));
    QTest::mouseClick(find<QPushButton>("copyAnnounceButton"), Qt::LeftButton);
    const QString url = QGuiApplication::clipboard()->text();
    QVERIFY(url != masked);
    QTest::mouseClick(find<QPushButton>("showKeyButton"), Qt::LeftButton);
    QCOMPARE(address->text(), url);
    QTest::mouseClick(find<QPushButton>("showKeyButton"), Qt::LeftButton);
    QCOMPARE(address->text(), masked);
}

void FriendsPanelTest::a_pause_ends_with_the_same_action() {
    switchOn();
    add(QStringLiteral("Anna"));
    closeInvite();
    const QString before = cell(0, gui::FriendsModel::Standing);
    action("pauseAction").trigger();
    QTRY_VERIFY_WITH_TIMEOUT(cell(0, gui::FriendsModel::Standing) != before, kDeadlineMs);
    QVERIFY(m_fixture->trackerHost.snapshot().friends.front().isPaused);
    action("pauseAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, gui::FriendsModel::Standing), before, kDeadlineMs);
}

void FriendsPanelTest::revoking_needs_a_yes() {
    switchOn();
    add(QStringLiteral("Anna"));
    closeInvite();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    table().setFocus();
    const auto answer = [this](const char* which) {
        QTRY_VERIFY(find<QMessageBox>("revokeBox") != nullptr);
        auto* box = find<QMessageBox>("revokeBox");
        auto* button = qstrcmp(which, "yes") == 0 ? box->findChild<QPushButton*>(QStringLiteral("yesButton"))
                                                  : box->button(QMessageBox::Cancel);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(find<QMessageBox>("revokeBox") == nullptr);
    };
    QTest::keyClick(&table(), Qt::Key_Delete);
    answer("no");
    QVERIFY(!m_fixture->trackerHost.snapshot().friends.front().revokedAt);
    action("revokeAction").trigger();
    answer("yes");
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->trackerHost.snapshot().friends.front().revokedAt.has_value(), kDeadlineMs);
    QTRY_VERIFY_WITH_TIMEOUT(!action("inviteAction").isEnabled(), kDeadlineMs);
    QVERIFY(action("forgetAction").isEnabled());
    QVERIFY(action("renewAction").isEnabled());
}

void FriendsPanelTest::what_cannot_be_done_is_not_offered() {
    switchOn();
    for (const char* const name : {"inviteAction", "editAction", "pauseAction", "renewAction", "revokeAction"})
        QVERIFY2(!action(name).isEnabled(), name);
    add(QStringLiteral("Anna"));
    closeInvite();
    for (const char* const name : {"inviteAction", "editAction", "pauseAction", "renewAction", "revokeAction"})
        QVERIFY2(action(name).isEnabled(), name);
    QVERIFY(!action("forgetAction").isEnabled());
}

void FriendsPanelTest::lost_secrets_are_told_and_mended() {
    switchOn();
    add(QStringLiteral("Anna"));
    closeInvite();
    QVERIFY(!find<QWidget>("lostBox")->isVisible());
    m_fixture->trackerHost.setEnabled(false);
    for (const char* const name : {"tracker.secret", "tracker.secret.copy"})
        QVERIFY(QFile::remove(m_fixture->folder.filePath(QString::fromLatin1(name))));
    switchOn();
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("lostBox")->isVisible(), kDeadlineMs);
    table().setCurrentIndex(table().model()->index(0, 0));
    QVERIFY(!action("inviteAction").isEnabled());
    QTest::mouseClick(find<QPushButton>("newKeysButton"), Qt::LeftButton);
    QTRY_VERIFY(find<QMessageBox>("newKeysBox") != nullptr);
    QTest::mouseClick(
        find<QMessageBox>("newKeysBox")->findChild<QPushButton*>(QStringLiteral("yesButton")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!find<QWidget>("lostBox")->isVisible(), kDeadlineMs);
    QVERIFY(action("inviteAction").isEnabled());
}

void FriendsPanelTest::a_private_torrent_changes_hands_at_once() {
    switchOn();
    add(QStringLiteral("Anna"));
    closeInvite();
    tracker::HostedTorrent torrent;
    torrent.infoHash.v1.emplace().bytes.fill(1);
    torrent.name = "film";
    torrent.isPrivate = true;
    m_fixture->trackerHost.host(torrent);
    find<QListWidget>("trackerSectionList")->setCurrentRow(0);
    auto* hosted = find<QTreeView>("hostedView");
    QTRY_COMPARE_WITH_TIMEOUT(hosted->model()->rowCount(), 1, kDeadlineMs);
    hosted->setCurrentIndex(hosted->model()->index(0, 0));
    const auto sharedNow = [&]() -> const tracker::HostedTorrent& {
        return m_fixture->trackerHost.snapshot().hosted.front().torrent;
    };
    action("shareFriendsAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(sharedNow().visibility, tracker::Visibility::Friends, kDeadlineMs);
    action("shareChosenAction").trigger();
    auto* list = find<QListWidget>("friendsList");
    QVERIFY(!find<QPushButton>("chooseButton")->isEnabled());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space);
    QTest::mouseClick(find<QPushButton>("chooseButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(sharedNow().visibility, tracker::Visibility::Chosen, kDeadlineMs);
    QCOMPARE(sharedNow().chosen, std::vector<std::int64_t>{m_fixture->trackerHost.snapshot().friends.front().id});
    QTRY_COMPARE_WITH_TIMEOUT(
        hosted->model()->index(0, gui::HostedModel::SharedWith).data().toString(), QStringLiteral("Anna"), kDeadlineMs);
    test::photograph(*m_page, QStringLiteral("shared"));
    action("shareEveryoneAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(sharedNow().visibility, tracker::Visibility::Everyone, kDeadlineMs);
    QVERIFY(action("shareEveryoneAction").isChecked());
}

void FriendsPanelTest::a_torrent_of_everyone_becomes_another_only_after_a_yes() {
    switchOn();
    tracker::HostedTorrent torrent;
    torrent.infoHash.v1.emplace().bytes.fill(1);
    torrent.name = "film";
    m_fixture->trackerHost.host(torrent);
    find<QListWidget>("trackerSectionList")->setCurrentRow(0);
    auto* hosted = find<QTreeView>("hostedView");
    QTRY_COMPARE_WITH_TIMEOUT(hosted->model()->rowCount(), 1, kDeadlineMs);
    hosted->setCurrentIndex(hosted->model()->index(0, 0));
    QSignalSpy wanted(m_page.get(), &gui::TrackerPage::privateCopyWanted);
    action("shareFriendsAction").trigger();
    QTRY_VERIFY(find<QMessageBox>("privateCopyBox") != nullptr);
    QVERIFY(action("shareEveryoneAction").isChecked()); // it is, so far
    QTest::mouseClick(find<QPushButton>("makePrivateButton"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(2).value<tracker::Visibility>(), tracker::Visibility::Friends);
    QCOMPARE(m_fixture->trackerHost.snapshot().hosted.front().torrent.visibility, tracker::Visibility::Everyone);
}

void FriendsPanelTest::the_model_merges_and_hides_keys() {
    gui::FriendsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    auto anna = makeFriend(1, "Anna");
    auto ben = makeFriend(2, "Ben");
    model.update({anna, ben}, 1000);
    const QPersistentModelIndex bensRow = model.index(1, gui::FriendsModel::Standing);
    ben.activeClients = 2;
    ben.activeTorrents = 1;
    ben.lastSeen = 1000;
    model.update({ben, makeFriend(3, "Zoe")}, 1001);
    QCOMPARE(bensRow.row(), 0);
    QCOMPARE(changes.size(), 1);
    QVERIFY(bensRow.data().toString().contains(QLatin1Char('1')));
    ben.activeClients = 0;
    model.update({ben}, 1000 + 3 * 3600);
    QVERIFY(model.index(0, gui::FriendsModel::LastSeen).data().toString().contains(QLatin1Char('3')));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(resets.size(), 0);
    const QString key = model.index(0, gui::FriendsModel::Key).data().toString();
    QVERIFY(key.count(QStringLiteral("•")) == key.size());
}

void FriendsPanelTest::a_code_for_telephones_has_its_marks() {
    gui::QrCode code;
    QVERIFY(code.isEmpty());
    code.setText(QStringLiteral("http://lea.example.net:6969/i/0123456789abcdef0123456789abcdef"));
    const int last = code.moduleCount() - 1;
    QVERIFY(last >= 20);
    // The finder patterns: a dark ring with a dark heart in three corners.
    for (const auto& [column, row] : {std::pair(0, 0), std::pair(last - 6, 0), std::pair(0, last - 6)}) {
        for (int i = 0; i < 7; ++i) {
            QVERIFY(code.isDark(column + i, row) && code.isDark(column, row + i));
            QCOMPARE(code.isDark(column + 1, row + i), i == 0 || i == 6);
        }
        QVERIFY(code.isDark(column + 3, row + 3));
    }
    code.setText(QString(4000, QLatin1Char('x')));
    QVERIFY(code.isEmpty());
}

void FriendsPanelTest::initials_are_letters() {
    QCOMPARE(gui::initialsOf(QStringLiteral("anna")), QStringLiteral("A"));
    QCOMPARE(gui::initialsOf(QStringLiteral(" Jean  Luc Dupont")), QStringLiteral("JD"));
    QCOMPARE(gui::initialsOf(QStringLiteral("élodie")), QStringLiteral("É"));
    QCOMPARE(gui::initialsOf(QString()), QString());
}

QTEST_MAIN(FriendsPanelTest)
#include "friends_panel_test.moc"
