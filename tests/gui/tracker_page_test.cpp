// The Tracker page with a real tracker behind it.
#include "engine/session.h"
#include "engine/torrent_file.h"
#include "gui/tracker/hosted_model.h"
#include "gui/tracker/tracker_page.h"
#include "hosting/creation_queue.h"
#include "hosting/free_port.h"
#include "hosting/tracker_host.h"
#include "settings/schema.h"
#include "settings/settings_store.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

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
    void hosting_stops_only_after_a_yes();
    void the_model_merges_snapshots();

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

QTEST_MAIN(TrackerPageTest)
#include "tracker_page_test.moc"
