// Statistics, log, and the sheet of keys.
#include "gui/info/event_log.h"
#include "gui/info/log_dialog.h"
#include "gui/info/running_totals.h"
#include "gui/info/shortcuts_dialog.h"
#include "gui/info/statistics_dialog.h"
#include "gui/main_window/main_window.h"

#include "window_fixture.h"

#include "core/error.h"
#include "settings/schema.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace essaim;
using namespace essaim::gui;
using test::makeTorrent;

namespace {

engine::SessionSnapshot transferred(qint64 down, qint64 up) {
    engine::SessionSnapshot session;
    session.downloaded = down;
    session.uploaded = up;
    return session;
}

} // namespace

class InfoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, QStringLiteral("light")); }

    void totalsAddUpOverTheRuns() {
        test::WindowFixture fixture;
        {
            RunningTotals first(fixture.session, fixture.settings);
            Q_EMIT fixture.session.sessionChanged(transferred(1000, 300));
            QCOMPARE(first.run().downloaded, 1000);
            QCOMPARE(first.all().runs, 1);
        }
        RunningTotals second(fixture.session, fixture.settings);
        Q_EMIT fixture.session.sessionChanged(transferred(500, 0));
        QCOMPARE(second.run().downloaded, 500);
        QCOMPARE(second.all().downloaded, 1500);
        QCOMPARE(second.all().uploaded, 300);
        QCOMPARE(second.all().runs, 2);
    }

    void statisticsFollowTheSessionAndTheList() {
        test::WindowFixture fixture;
        MainWindow window(fixture.services());
        window.show();
        window.findChild<QAction*>(QStringLiteral("statisticsAction"))->trigger();
        auto* dialog = window.findChild<StatisticsDialog*>();
        QVERIFY(dialog);
        Q_EMIT fixture.session.torrentsChanged(
            {makeTorrent(1, QStringLiteral("a"), engine::TorrentState::Seeding, 3'700'000'000, 1)});
        Q_EMIT fixture.session.sessionChanged(transferred(2'000'000, 1'000'000));
        QCOMPARE(valueOf(*dialog, "torrents"), QStringLiteral("1"));
        QCOMPARE(valueOf(*dialog, "content"), QStringLiteral("3.70 GB"));
        QCOMPARE(valueOf(*dialog, "downloaded"), QStringLiteral("2.00 MB"));
        QCOMPARE(valueOf(*dialog, "ratio"), QStringLiteral("0.50"));
        test::photograph(*dialog, QStringLiteral("statistics"));
        window.findChild<QAction*>(QStringLiteral("statisticsAction"))->trigger();
        QCOMPARE(window.findChildren<StatisticsDialog*>().size(), 1);
    }

    void theLogTellsWhatHappened() {
        test::WindowFixture fixture;
        EventLog log(fixture.services());
        QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Q_EMIT fixture.session.torrentFinished(makeTorrent(1, {}).id, QStringLiteral("debian"));
        Q_EMIT fixture.session.problem(
            {ErrorKind::PermissionDenied, Operation::DownloadTorrent, "/srv/films", "permission denied"});
        QCOMPARE(log.rowCount(), 2);
        QVERIFY(log.line(0).endsWith(QStringLiteral("Note\tDownload complete: debian")));
        QVERIFY(log.line(1).contains(QStringLiteral("Error\t")));
        QVERIFY(log.line(1).contains(QStringLiteral("/srv/films")));
    }

    void theOldestEventsMakeRoom() {
        test::WindowFixture fixture;
        EventLog log(fixture.services());
        for (int i = 0; i <= EventLog::kMostEvents; ++i)
            log.add(EventLog::Level::Note, QString::number(i));
        QCOMPARE(log.rowCount(), EventLog::kMostEvents);
        QVERIFY(log.line(0).endsWith(QStringLiteral("\t1")));
    }

    void theLogIsSearchedAndCopied() {
        test::WindowFixture fixture;
        EventLog log(fixture.services());
        log.add(EventLog::Level::Note, QStringLiteral("Download complete: debian"));
        log.add(EventLog::Level::Warning, QStringLiteral("The disk is full\nand debian waits"));
        log.add(EventLog::Level::Failure, QStringLiteral("The port is taken"));
        auto* dialog = new LogDialog(log, nullptr);
        dialog->show();
        test::photograph(*dialog, QStringLiteral("log"));
        dialog->findChild<QLineEdit*>(QStringLiteral("logSearchEdit"))->setText(QStringLiteral("DEBIAN"));
        QCOMPARE(dialog->shownText().count(u'\n'), 2);
        dialog->findChild<QComboBox*>(QStringLiteral("logLevelCombo"))->setCurrentIndex(1);
        dialog->findChild<QPushButton*>(QStringLiteral("copyLogButton"))->click();
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(
            QStringLiteral("Warning\tThe disk is full and debian waits\n")));
        delete dialog;
    }

    void theSheetNamesTheKeysOfTheMenus() {
        test::WindowFixture fixture;
        MainWindow window(fixture.services());
        window.show();
        window.findChild<QAction*>(QStringLiteral("shortcutsAction"))->trigger();
        auto* sheet = window.findChild<ShortcutsDialog*>();
        QVERIFY(sheet);
        test::photograph(*sheet, QStringLiteral("shortcuts"));
        QStringList lines;
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            lines.append(label->text());
        for (const char* key : {"Ctrl+O", "Ctrl+N", "Del", "Ctrl+R", "F1", "Alt+1", "Ctrl+I", "Ctrl+F or Ctrl+E"})
            QVERIFY2(lines.contains(QString::fromLatin1(key)), key);
        QVERIFY(lines.contains(QStringLiteral("Add torrent")));
    }

    void noTwoActionsShareAKey() {
        test::WindowFixture fixture;
        MainWindow window(fixture.services());
        QHash<QString, QString> taken;
        for (const QAction* action : window.findChildren<QAction*>()) {
            for (const QKeySequence& key : action->shortcuts()) {
                if (key.isEmpty() || action->shortcutContext() != Qt::WindowShortcut ||
                    !window.actions().contains(action))
                    continue;
                const QString text = key.toString();
                QVERIFY2(
                    !taken.contains(text),
                    qPrintable(text + u' ' + taken.value(text) + QStringLiteral(" / ") + action->text()));
                taken.insert(text, action->text());
            }
        }
        QVERIFY(taken.size() > 15);
    }

private:
    static QString valueOf(const QWidget& dialog, const char* name) {
        const auto* label = dialog.findChild<QLabel*>(QString::fromLatin1(name) + QStringLiteral("Value"));
        return label ? label->text() : QString();
    }
};

QTEST_MAIN(InfoTest)
#include "info_test.moc"
