// What the window does outside its frame, with a bus of the test's own in the desktop's place.
#include "gui/desktop/desktop.h"

#include "window_fixture.h"

#include "core/error.h"
#include "desktop/color_scheme.h"
#include "gui/desktop/drop_window.h"
#include "gui/main_window/main_window.h"
#include "settings/schema.h"

#include <QCheckBox>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QDropEvent>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace essaim;
using namespace essaim::gui;
using engine::TorrentState;
using test::makeTorrent;

namespace {

/// Stands for the desktop: counts who keeps the computer awake, and keeps what is notified.
class FakeDesktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.PowerManagement.Inhibit")
public:
    QStringList reasons;
    int releases = 0;

public Q_SLOTS:
    uint Inhibit(const QString&, const QString& reason) {
        reasons.append(reason);
        return 7;
    }
    void UnInhibit(uint cookie) { releases += cookie == 7; }
};

class FakeNotifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList titles;
    QStringList texts;

public Q_SLOTS:
    uint Notify(
        const QString&, uint, const QString&, const QString& title, const QString& text, const QStringList&,
        const QVariantMap&, int) {
        titles.append(title);
        texts.append(text);
        return 42;
    }
Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
};

class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public Q_SLOTS:
    QDBusVariant Read(const QString&, const QString&) { // wrapped twice, as the portal does
        return QDBusVariant(QVariant::fromValue(QDBusVariant(QVariant(1u))));
    }
Q_SIGNALS:
    void SettingChanged(const QString& space, const QString& key, const QDBusVariant& value);
};

class FakeLogin : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    QStringList deeds;

public Q_SLOTS:
    void Suspend(bool) { deeds.append(QStringLiteral("sleep")); }
};

} // namespace

class DesktopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_daemon.start(
            QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY2(m_daemon.waitForReadyRead(10'000), "dbus-daemon is missing");
        const QString address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        m_server = QDBusConnection::connectToBus(address, QStringLiteral("server"));
        QVERIFY(m_server.isConnected());
        QVERIFY(QDBusConnection::connectToBus(address, QStringLiteral("client")).isConnected());
    }

    void cleanupTestCase() {
        for (const char* name : {"server", "client"})
            QDBusConnection::disconnectFromBus(QString::fromLatin1(name));
        m_daemon.terminate();
        m_daemon.waitForFinished(10'000);
    }

    void theComputerStaysAwakeWhileSomethingIsBeingDownloaded() {
        FakeDesktop desktop;
        offer(desktop, "org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit");
        desktop::SleepInhibitor inhibitor(m_bus);
        inhibitor.setReason(QStringLiteral("Torrents are being downloaded"));
        QTRY_COMPARE(desktop.reasons, QStringList{QStringLiteral("Torrents are being downloaded")});
        QTRY_VERIFY(inhibitor.isHeld());
        inhibitor.setReason({});
        QTRY_COMPARE(desktop.releases, 1);
        QVERIFY(!inhibitor.isHeld());
        withdraw("org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit");
    }

    void aReasonThatIsGoneBeforeTheAnswerHoldsNothing() {
        FakeDesktop desktop;
        offer(desktop, "org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit");
        desktop::SleepInhibitor inhibitor(m_bus);
        inhibitor.setReason(QStringLiteral("Torrents are being downloaded"));
        inhibitor.setReason({});
        QTRY_COMPARE(desktop.releases, 1);
        QVERIFY(!inhibitor.isHeld());
        withdraw("org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit");
    }

    void withoutADesktopNothingIsHeldAndNothingBreaks() {
        desktop::SleepInhibitor inhibitor(m_bus);
        inhibitor.setReason(QStringLiteral("Torrents are being downloaded"));
        QTest::qWait(50); // nothing is to happen
        QVERIFY(!inhibitor.isHeld());
    }

    void downloadsThatEndTogetherAreToldTogether() {
        FakeNotifications desktop;
        offer(desktop, "org.freedesktop.Notifications", "/org/freedesktop/Notifications");
        Notifier notifier(m_bus);
        QSignalSpy clicked(&notifier, &Notifier::clicked);
        notifier.tellFinished(QStringLiteral("debian"));
        notifier.tellFinished(QStringLiteral("Léa & Tom"));
        QTRY_COMPARE(desktop.titles, QStringList{QStringLiteral("2 downloads complete")});
        QCOMPARE(desktop.texts.first(), QStringLiteral("debian\nLéa &amp; Tom"));
        QTest::qWait(50); // until its number is known
        Q_EMIT desktop.ActionInvoked(42, QStringLiteral("default"));
        QTRY_COMPARE(clicked.size(), 1);
        withdraw("org.freedesktop.Notifications", "/org/freedesktop/Notifications");
    }

    void coloursFollowTheDesktop() {
        FakePortal portal;
        offer(portal, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop");
        desktop::ColorScheme scheme(m_bus);
        QList<bool> told;
        connect(&scheme, &desktop::ColorScheme::changed, this, [&told](bool isDark) { told.append(isDark); });
        QTRY_COMPARE(told, QList<bool>{true});
        const QString space = QStringLiteral("org.freedesktop.appearance");
        Q_EMIT portal.SettingChanged(space, QStringLiteral("accent-color"), QDBusVariant(2u));
        Q_EMIT portal.SettingChanged(space, QStringLiteral("color-scheme"), QDBusVariant(2u));
        QTRY_COMPARE(told, (QList<bool>{true, false}));
        withdraw("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop");
    }

    void whatWasDoneIsAnnouncedAndCanBeCalledOff() {
        FakeLogin system;
        offer(system, "org.freedesktop.login1", "/org/freedesktop/login1");
        test::WindowFixture fixture;
        QWidget window;
        Activity activity(fixture.session);
        WhenDone whenDone(activity, m_bus, window);
        whenDone.choose(WhenDone::Deed::Sleep);
        finishADownload(fixture);
        auto* box = window.findChild<QMessageBox*>(QStringLiteral("whenDoneBox"));
        QVERIFY(box);
        QVERIFY(box->text().contains(QStringLiteral("60 s")));
        box->findChild<QPushButton*>(QStringLiteral("whenDoneStopButton"))->click();
        QTRY_VERIFY(!window.findChild<QMessageBox*>(QStringLiteral("whenDoneBox")));
        QVERIFY(system.deeds.isEmpty());
        QCOMPARE(whenDone.chosen(), WhenDone::Deed::Sleep); // for the next time

        finishADownload(fixture);
        box = window.findChild<QMessageBox*>(QStringLiteral("whenDoneBox"));
        QVERIFY(box);
        box->findChild<QPushButton*>(QStringLiteral("whenDoneNowButton"))->click();
        QTRY_COMPARE(system.deeds, QStringList{QStringLiteral("sleep")});
        QCOMPARE(whenDone.chosen(), WhenDone::Deed::Nothing); // once
        withdraw("org.freedesktop.login1", "/org/freedesktop/login1");
    }

    void whatComesUpWhileItCountsIsWaitedFor() {
        test::WindowFixture fixture;
        QWidget window;
        Activity activity(fixture.session);
        WhenDone whenDone(activity, m_bus, window);
        whenDone.choose(WhenDone::Deed::PowerOff);
        finishADownload(fixture);
        QVERIFY(window.findChild<QMessageBox*>(QStringLiteral("whenDoneBox")));
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(1, QStringLiteral("a"), TorrentState::Moving)});
        QTRY_VERIFY(!window.findChild<QMessageBox*>(QStringLiteral("whenDoneBox")));
        QCOMPARE(whenDone.chosen(), WhenDone::Deed::PowerOff);
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(1, QStringLiteral("a"), TorrentState::Seeding)});
        auto* box = window.findChild<QMessageBox*>(QStringLiteral("whenDoneBox"));
        QVERIFY(box && box->text().contains(QStringLiteral("60 s")));
    }

    void whatIsCompleteAndHasYetToMoveIsNotDone() {
        test::WindowFixture fixture;
        Activity activity(fixture.session);
        QSignalSpy done(&activity, &Activity::allDone);
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(1, QStringLiteral("a"))});
        Q_EMIT fixture.session.torrentFinished(makeTorrent(1, {}).id, QStringLiteral("a"));
        engine::TorrentSnapshot torrent = makeTorrent(1, QStringLiteral("a"), TorrentState::Seeding, 1000, 1);
        torrent.finalPath = QStringLiteral("/srv/films");
        Q_EMIT fixture.session.torrentsChanged({torrent});
        torrent.state = TorrentState::Moving;
        Q_EMIT fixture.session.torrentsChanged({torrent});
        QCOMPARE(done.size(), 0);
        torrent.state = TorrentState::Seeding;
        torrent.finalPath.clear();
        Q_EMIT fixture.session.torrentsChanged({torrent});
        QCOMPARE(done.size(), 1);
    }

    void nothingIsDoneAsLongAsADownloadWaits() {
        test::WindowFixture fixture;
        Activity activity(fixture.session);
        QSignalSpy done(&activity, &Activity::allDone);
        Q_EMIT fixture.session.torrentsChanged(
            {makeTorrent(1, QStringLiteral("a")), makeTorrent(2, QStringLiteral("b"), TorrentState::Stalled)});
        Q_EMIT fixture.session.torrentFinished(makeTorrent(1, {}).id, QStringLiteral("a"));
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(1, QStringLiteral("a"), TorrentState::Seeding)});
        QCOMPARE(done.size(), 0);
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(2, QStringLiteral("b"), TorrentState::Seeding)});
        QCOMPARE(done.size(), 1);
    }

    void removingTheLastDownloadIsNotBeingDone() {
        test::WindowFixture fixture;
        Activity activity(fixture.session);
        QSignalSpy done(&activity, &Activity::allDone);
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(1, QStringLiteral("a"))});
        Q_EMIT fixture.session.torrentsRemoved({makeTorrent(1, {}).id});
        QCOMPARE(done.size(), 0);
        QCOMPARE(activity.downloading(), 0);
    }

    void onlyWhatGetsStuckAfterTheStartIsNews() {
        test::WindowFixture fixture;
        Activity activity(fixture.session);
        QSignalSpy stuck(&activity, &Activity::gotStuck);
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(1, QStringLiteral("a"), TorrentState::Error)});
        Q_EMIT fixture.session.allRunning(1);
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(1, QStringLiteral("a"), TorrentState::Error)});
        QCOMPARE(stuck.size(), 0);
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(2, QStringLiteral("b"), TorrentState::Error)});
        QCOMPARE(stuck.size(), 1);
        QCOMPARE(activity.stuck(), 2);
    }

    void theSmallWindowTakesWhatIsDroppedOnIt() {
        test::WindowFixture fixture;
        DropWindow window(fixture.settings);
        window.show();
        test::photograph(window, QStringLiteral("drop-window"));
        QList<DroppedItems> dropped;
        connect(&window, &DropWindow::dropped, this, [&dropped](const DroppedItems& items) { dropped.append(items); });
        QMimeData data;
        data.setText(QStringLiteral("magnet:?xt=urn:btih:0123456789012345678901234567890123456789"));
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(10, 10), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &event);
        QCOMPARE(event.dropAction(), Qt::CopyAction);
        QTRY_COMPARE(dropped.size(), 1);
        QCOMPARE(dropped.first().links.size(), 1);
        window.close();
        QVERIFY(!fixture.settings.value(settings::kDropWindow));
    }

    void theMenuOpensAndClosesTheSmallWindow() {
        test::WindowFixture fixture;
        MainWindow window(fixture.services());
        window.show();
        auto* action = window.findChild<QAction*>(QStringLiteral("dropWindowAction"));
        action->trigger();
        QVERIFY(fixture.settings.value(settings::kDropWindow));
        QTRY_VERIFY(smallWindow() && smallWindow()->isVisible());
        smallWindow()->close();
        QVERIFY(!action->isChecked());
        QTRY_VERIFY(!smallWindow());
    }

    void nobodyIsAskedBeforeAnEndThatDisturbsNothing() {
        test::WindowFixture fixture;
        MainWindow window(fixture.services());
        QSignalSpy quit(&window, &MainWindow::quitRequested);
        window.show();
        window.findChild<QAction*>(QStringLiteral("quitAction"))->trigger();
        QCOMPARE(quit.size(), 1);
    }

    void theUserIsAskedBeforeTransfersStop() {
        test::WindowFixture fixture;
        MainWindow window(fixture.services());
        QSignalSpy quit(&window, &MainWindow::quitRequested);
        window.show();
        Q_EMIT fixture.session.torrentsChanged(
            {makeTorrent(1, QStringLiteral("debian"), TorrentState::Downloading, 1000, 0.5, 100),
             makeTorrent(2, QStringLiteral("choir"), TorrentState::Seeding, 1000, 1, 0, 500)});
        auto* action = window.findChild<QAction*>(QStringLiteral("quitAction"));
        action->trigger();
        action->trigger(); // once is enough
        QCOMPARE(window.findChildren<QMessageBox*>(QStringLiteral("quitBox")).size(), 1);
        auto* box = window.findChild<QMessageBox*>(QStringLiteral("quitBox"));
        QVERIFY(box->text().contains(u'1'));
        test::photograph(*box, QStringLiteral("quit"));
        box->findChild<QPushButton*>(QStringLiteral("stayButton"))->click();
        QTRY_VERIFY(!window.findChild<QMessageBox*>(QStringLiteral("quitBox")));
        window.close();
        QVERIFY(window.isVisible());
        QCOMPARE(quit.size(), 0);
        box = window.findChild<QMessageBox*>(QStringLiteral("quitBox"));
        QVERIFY(box);
        box->findChild<QCheckBox*>(QStringLiteral("quitNeverAskCheck"))->click();
        box->findChild<QPushButton*>(QStringLiteral("quitAnywayButton"))->click();
        QCOMPARE(quit.size(), 1);
        QVERIFY(!fixture.settings.value(settings::kAskBeforeQuitting));
    }

    void nobodyIsAskedWhenTheDesktopEnds() {
        test::WindowFixture fixture;
        MainWindow window(fixture.services());
        QSignalSpy quit(&window, &MainWindow::quitRequested);
        window.show();
        Q_EMIT fixture.session.torrentsChanged(
            {makeTorrent(1, QStringLiteral("debian"), TorrentState::Downloading, 1000, 0.5, 100)});
        QEvent end(QEvent::Quit); // as the session manager has Qt send it
        QCoreApplication::sendEvent(qApp, &end);
        QCOMPARE(quit.size(), 1);
        QVERIFY(!window.findChild<QMessageBox*>(QStringLiteral("quitBox")));
    }

    void theUserNeedNotBeAsked() {
        test::WindowFixture fixture;
        fixture.settings.set(settings::kAskBeforeQuitting, false);
        MainWindow window(fixture.services());
        QSignalSpy quit(&window, &MainWindow::quitRequested);
        window.show();
        Q_EMIT fixture.session.torrentsChanged(
            {makeTorrent(1, QStringLiteral("debian"), TorrentState::Downloading, 1000, 0.5, 100)});
        window.close();
        QCOMPARE(quit.size(), 1);
    }

    void withoutATrayClosingTheWindowQuits() {
        test::WindowFixture fixture;
        fixture.settings.set(settings::kCloseToTray, true);
        MainWindow window(fixture.services());
        QSignalSpy quit(&window, &MainWindow::quitRequested);
        window.show();
        window.close(); // this display has no tray that could bring it back
        QCOMPARE(quit.size(), 1);
    }

private:
    static QWidget* smallWindow() {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (widget->objectName() == QLatin1String("dropWindow"))
                return widget;
        return nullptr;
    }

    void offer(QObject& object, const char* name, const char* path) {
        QVERIFY(m_server.registerObject(
            QString::fromLatin1(path), &object, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(m_server.registerService(QString::fromLatin1(name)));
    }

    void withdraw(const char* name, const char* path) {
        m_server.unregisterService(QString::fromLatin1(name));
        m_server.unregisterObject(QString::fromLatin1(path));
    }

    static void finishADownload(test::WindowFixture& fixture) {
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(1, QStringLiteral("a"))});
        Q_EMIT fixture.session.torrentFinished(makeTorrent(1, {}).id, QStringLiteral("a"));
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(1, QStringLiteral("a"), TorrentState::Seeding)});
    }

    QProcess m_daemon;
    QDBusConnection m_server{QString()};
    const desktop::DesktopBus m_bus{QStringLiteral("client"), QStringLiteral("client")};
};

QTEST_MAIN(DesktopTest)
#include "desktop_test.moc"
