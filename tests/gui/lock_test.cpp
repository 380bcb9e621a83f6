// The lock of the window.
#include "gui/lock/window_lock.h"

#include "window_fixture.h"

#include "gui/desktop/activity.h"
#include "gui/desktop/tray_icon.h"
#include "gui/main_window/main_window.h"
#include "hashing/password_hash.h"
#include "settings/schema.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace essaim;
using namespace essaim::gui;
using test::makeTorrent;

class LockTest : public QObject {
    Q_OBJECT
private:
    static void setPassword(settings::SettingsStore& settings) {
        settings.set(settings::kLockPassword, QString::fromStdString(*hashing::hashPassword("Sésame 1")));
    }
    static void trigger(MainWindow& window, const char* action) {
        window.findChild<QAction*>(QString::fromLatin1(action))->trigger();
    }
    template <typename Widget>
    static Widget* child(const QWidget& window, const char* name) {
        return window.findChild<Widget*>(QString::fromLatin1(name));
    }
    static void enter(const MainWindow& window, const QString& password) {
        auto* edit = child<QLineEdit>(window, "unlockEdit");
        edit->setText(password);
        QTest::keyClick(edit, Qt::Key_Return);
    }

private Q_SLOTS:
    void nothingOfALockedWindowIsToBeSeenOrDone() {
        test::WindowFixture fixture;
        setPassword(fixture.settings);
        MainWindow window(fixture.services());
        window.show();
        Q_EMIT fixture.session.torrentsChanged({makeTorrent(1, QStringLiteral("secret"))});
        trigger(window, "preferencesAction");
        auto* preferences = child<QDialog>(window, "preferencesDialog");
        QVERIFY(preferences && preferences->isVisible());
        trigger(window, "lockAction");
        QVERIFY(child<QWidget>(window, "lockScreen")->isVisible());
        QVERIFY(!window.centralWidget()->isVisible());
        QVERIFY(!preferences->isVisible());
        QVERIFY(!window.acceptDrops());
        QVERIFY(fixture.settings.value(settings::kIsLocked));
        test::photograph(window, QStringLiteral("locked"));
        QSignalSpy log(child<QAction>(window, "findAction"), &QAction::triggered);
        window.activateWindow();
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(log.size(), 0);

        enter(window, QStringLiteral("Sesame 1"));
        QTRY_VERIFY(!child<QLabel>(window, "unlockProblem")->text().isEmpty());
        QVERIFY(!window.centralWidget()->isVisible());
        enter(window, QStringLiteral("Sésame 1"));
        QTRY_VERIFY(window.centralWidget()->isVisible());
        QVERIFY(preferences->isVisible());
        QVERIFY(window.acceptDrops());
        QVERIFY(!fixture.settings.value(settings::kIsLocked));
    }

    void theTrayOfALockedWindowOnlyUnlocks() {
        test::WindowFixture fixture;
        const Activity activity(fixture.session);
        auto menu = std::make_unique<QMenu>();
        const QMenu* whole = menu.get();
        menu->addAction(QStringLiteral("Quit"));
        menu->addAction(QStringLiteral("Pause all"));
        TrayIcon tray(activity, std::move(menu));
        QCOMPARE(tray.contextMenu(), whole);
        tray.setLocked(true);
        QCOMPARE(tray.contextMenu()->actions().size(), 1);
        QSignalSpy wanted(&tray, &TrayIcon::unlockWanted);
        tray.contextMenu()->actions().first()->trigger();
        QCOMPARE(wanted.count(), 1);
        tray.setLocked(false);
        QCOMPARE(tray.contextMenu(), whole);
    }

    void staysLockedOverARestart() {
        test::WindowFixture fixture;
        setPassword(fixture.settings);
        fixture.settings.set(settings::kIsLocked, true);
        MainWindow window(fixture.services());
        window.show();
        QVERIFY(child<QWidget>(window, "lockScreen")->isVisible());
        QVERIFY(!window.centralWidget()->isVisible());
    }

    void withoutAPasswordNothingIsLocked() {
        test::WindowFixture fixture;
        fixture.settings.set(settings::kIsLocked, true);
        MainWindow window(fixture.services());
        window.show();
        QVERIFY(window.centralWidget()->isVisible());
        trigger(window, "lockAction");
        auto* dialog = child<QDialog>(window, "lockPasswordDialog");
        QVERIFY(dialog && dialog->isVisible());
        child<QLineEdit>(*dialog, "newPasswordEdit")->setText(QStringLiteral("one"));
        child<QLineEdit>(*dialog, "repeatPasswordEdit")->setText(QStringLiteral("two"));
        child<QPushButton>(*dialog, "saveButton")->click();
        QVERIFY(!child<QLabel>(*dialog, "passwordProblem")->text().isEmpty());
        child<QLineEdit>(*dialog, "repeatPasswordEdit")->setText(QStringLiteral("one"));
        test::photograph(*dialog, QStringLiteral("lock-password"));
        child<QPushButton>(*dialog, "saveButton")->click();
        QTRY_VERIFY(!window.centralWidget()->isVisible()); // locked as was asked
        QVERIFY(hashing::isPasswordOf("one", fixture.settings.value(settings::kLockPassword).toStdString()));
    }

    void whoeverTakesThePasswordAwayKnowsIt() {
        test::WindowFixture fixture;
        setPassword(fixture.settings);
        MainWindow window(fixture.services());
        window.show();
        trigger(window, "lockPasswordAction");
        auto* dialog = child<QDialog>(window, "lockPasswordDialog");
        child<QLineEdit>(*dialog, "presentPasswordEdit")->setText(QStringLiteral("guessed"));
        child<QPushButton>(*dialog, "saveButton")->click();
        QTRY_VERIFY(!child<QLabel>(*dialog, "passwordProblem")->text().isEmpty());
        QVERIFY(!fixture.settings.value(settings::kLockPassword).isEmpty());
        child<QLineEdit>(*dialog, "presentPasswordEdit")->setText(QStringLiteral("Sésame 1"));
        child<QPushButton>(*dialog, "saveButton")->click();
        QTRY_VERIFY(fixture.settings.value(settings::kLockPassword).isEmpty());
    }

    void whatIsOpenedMeanwhileWaits() {
        test::WindowFixture fixture;
        setPassword(fixture.settings);
        MainWindow window(fixture.services());
        window.show();
        trigger(window, "lockAction");
        window.openItems({QStringLiteral("magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567")});
        QCOMPARE(child<QDialog>(window, "addTorrentDialog"), nullptr);
        enter(window, QStringLiteral("Sésame 1"));
        QTRY_VERIFY(child<QDialog>(window, "addTorrentDialog"));
    }
};

QTEST_MAIN(LockTest)
#include "lock_test.moc"
