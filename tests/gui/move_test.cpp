// Moving files as a user meets it: the menu of destinations, the strip with its totals, undo, drives that are away.
#include "gui/main_window/main_window.h"

#include "window_fixture.h"

#include "engine/session_fixture.h"
#include "gui/add_torrent/save_path.h"
#include "gui/move/drive_notice.h"
#include "gui/move/move_dialog.h"
#include "gui/move/move_summary.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace essaim;
using engine::MoveSnapshot;
using engine::MoveState;
using engine::test::kDeadlineMs;

namespace {

MoveSnapshot makeMove(qint64 job, MoveState state, qint64 done = 0, qint64 total = 0, qint64 rate = 0) {
    MoveSnapshot move;
    move.jobId = job;
    move.id.bytes.fill(std::uint8_t(job));
    move.name = QStringLiteral("Film %1").arg(job);
    move.source = QStringLiteral("/home/lea/Downloads");
    move.target = QStringLiteral("/media/lea/Backup/Films");
    move.state = state;
    move.done = done;
    move.total = total;
    move.rate = rate;
    move.etaSeconds = rate > 0 ? (total - done) / rate : -1;
    return move;
}

} // namespace

class MoveTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::WindowFixture> m_fixture;
    std::unique_ptr<gui::MainWindow> m_window;

    template <typename T>
    T* child(const char* name) {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    void showMoves(const QList<MoveSnapshot>& moves) { Q_EMIT m_fixture->session.movesChanged(moves); }
    /// The texts of what is visible, in the order from top to bottom.
    QStringList rowsShown() {
        QList<QLabel*> labels;
        for (QLabel* label : m_window->findChildren<QLabel*>(QStringLiteral("moveStatusLabel"))) {
            if (label->isVisible())
                labels.append(label);
        }
        std::ranges::sort(labels, {}, [this](QLabel* label) { return label->mapTo(m_window.get(), QPoint()).y(); });
        QStringList words;
        for (QLabel* label : labels)
            words.append(label->text());
        return words;
    }
    QAction* destination(const QString& folder) {
        auto* menu = child<QMenu>("moveToMenu");
        Q_EMIT menu->aboutToShow();
        for (QAction* action : menu->actions()) {
            if (action->text() == folder)
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { gui::applyTheme(*qApp, QStringLiteral("light")); }
    void init() {
        m_fixture = std::make_unique<test::WindowFixture>();
        m_window = std::make_unique<gui::MainWindow>(m_fixture->services());
        m_window->resize(1280, 720);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() {
        m_window.reset();
        m_fixture.reset();
    }

    void showsWhatRunsFirstThenWhatNeedsAttentionAndTotalsAbove() {
        showMoves({});
        QVERIFY(!child<QWidget>("moveStrip")->isVisible());
        Error full{ErrorKind::DiskFull, Operation::MoveFiles, "/media/lea/Backup/Films", {}};
        MoveSnapshot stopped = makeMove(2, MoveState::Stopped, 10'000'000, 500'000'000);
        stopped.error = full;
        showMoves(
            {makeMove(1, MoveState::Waiting, 0, 1'000'000'000), stopped,
             makeMove(3, MoveState::Moving, 400'000'000, 2'000'000'000, 80'000'000),
             makeMove(4, MoveState::Waiting, 0, 500'000'000), makeMove(5, MoveState::Done),
             makeMove(6, MoveState::Done)});
        QVERIFY(child<QWidget>("moveStrip")->isVisible());
        QTest::qWait(0); // layouts
        const QStringList rows = rowsShown();
        QCOMPARE(rows.size(), 3);
        QVERIFY2(rows[0].contains(QStringLiteral("80.0 MB/s")), qPrintable(rows[0]));
        QVERIFY2(rows[1].contains(QStringLiteral("full"), Qt::CaseInsensitive), qPrintable(rows[1]));
        QCOMPARE(
            child<QLabel>("moveTotalsLabel")->text(),
            QStringLiteral("4 move(s): 410 MB of 4.00 GB, 80.0 MB/s, 45 s left"));
        QCOMPARE(child<QLabel>("movesEndedLabel")->text(), QStringLiteral("2 torrent(s) moved"));
        QVERIFY(child<QToolButton>("pauseMovesButton")->isVisible());
        QVERIFY(!child<QToolButton>("resumeMovesButton")->isVisible());
        test::photograph(*m_window, QStringLiteral("moves"));

        showMoves({makeMove(4, MoveState::Done)});
        QTRY_COMPARE(rowsShown(), QStringList{QStringLiteral("Moved")});
        QVERIFY(!child<QLabel>("moveTotalsLabel")->isVisible());
        QVERIFY(!child<QLabel>("movesEndedLabel")->isVisible());
    }

    void keepsInSightWhatHasLeftFilesBehind() {
        MoveSnapshot odd = makeMove(1, MoveState::Done);
        odd.leftBehind = {QStringLiteral("/home/lea/Downloads/Film 1/a")};
        const gui::MoveSummary summary = gui::summarize({odd, makeMove(2, MoveState::Done)});
        QCOMPARE(summary.rows.size(), 1);
        QCOMPARE(summary.rows[0].jobId, 1);
        QCOMPARE(summary.ended.size(), 1);
        QCOMPARE(summary.active, 0);
    }

    void tellsOfADriveInOneLine() {
        engine::DriveSnapshot drive{QStringLiteral("Backup"), QStringLiteral("/media/lea/Backup")};
        drive.waiting = 212;
        Q_EMIT m_fixture->session.drivesChanged({drive});
        QVERIFY(!child<QWidget>("driveNotice")->isVisible());
        drive.state = engine::DriveState::Away;
        Q_EMIT m_fixture->session.drivesChanged({drive});
        QVERIFY(child<QWidget>("driveNotice")->isVisible());
        QCOMPARE(
            child<QLabel>("driveNoticeLabel")->text(),
            QStringLiteral("The drive “Backup” is not connected: 212 torrent(s) wait."));
        drive.waiting = 0;
        Q_EMIT m_fixture->session.drivesChanged({drive});
        QVERIFY(!child<QWidget>("driveNotice")->isVisible());
    }

    void asksForAWholePathAndOffersFoldersUsedBefore() {
        engine::TorrentSnapshot torrent = test::makeTorrent(1, QStringLiteral("Film"));
        gui::MoveDialog dialog({torrent}, {QStringLiteral("/srv/A & B")});
        dialog.show();
        auto* edit = dialog.findChild<QLineEdit*>(QStringLiteral("folderEdit"));
        auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QCOMPARE(edit->text(), torrent.savePath);
        edit->setText(QStringLiteral("Films"));
        QVERIFY(!ok->isEnabled());
        dialog.findChild<QToolButton*>(QStringLiteral("recentButton"))->menu()->actions().first()->trigger();
        QVERIFY(ok->isEnabled());
        QCOMPARE(dialog.folder(), QStringLiteral("/srv/A & B"));
    }

    void movesWhatIsSelectedToAFolderOfTheMenuAndBackWithOneKey() {
        using namespace engine::test;
        const QTemporaryDir place;
        const QString from = place.filePath(QStringLiteral("from"));
        const QString to = place.filePath(QStringLiteral("to"));
        writeFile(from + QStringLiteral("/one.bin"), bytesOf(50'000, 1));
        writeFile(from + QStringLiteral("/two.bin"), bytesOf(60'000, 2));
        const auto content = treeOf(from);
        std::map<QString, QString> folders; // name -> save path
        connect(&m_fixture->session, &engine::Session::torrentsChanged, this, [&](const auto& torrents) {
            for (const engine::TorrentSnapshot& torrent : torrents)
                folders[torrent.name] = torrent.savePath;
        });
        const auto areAt = [&](const QString& folder) {
            return folders[QStringLiteral("one.bin")] == folder && folders[QStringLiteral("two.bin")] == folder;
        };
        m_fixture->session.start();
        for (const QString& name : content.keys()) {
            const engine::CreatedTorrent created = make(from + u'/' + name);
            engine::AddTorrentRequest wanted = request(created.torrent, from);
            wanted.seedMode = true;
            m_fixture->session.add(wanted);
        }
        QTRY_VERIFY_WITH_TIMEOUT(areAt(from), kDeadlineMs);
        gui::rememberSavePath(m_fixture->settings, to);
        QVERIFY(!child<QAction>("undoAction")->isEnabled());
        child<QAction>("selectAllAction")->trigger();
        QVERIFY(destination(from) == nullptr); // they are there already
        QAction* there = destination(to);
        QVERIFY(there != nullptr);
        there->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(areAt(to), kDeadlineMs);
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("movesEndedLabel")->isVisible(), kDeadlineMs);
        QCOMPARE(treeOf(to), content);
        QVERIFY(treeOf(from).isEmpty());

        QCOMPARE(child<QAction>("undoAction")->text(), QStringLiteral("&Undo: move of 2 torrents"));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(areAt(from), kDeadlineMs);
        QCOMPARE(treeOf(from), content);
        QVERIFY(!child<QAction>("undoAction")->isEnabled());
        QSignalSpy stopped(&m_fixture->session, &engine::Session::stopped);
        m_fixture->session.shutdown();
        QVERIFY(stopped.wait(kDeadlineMs));
    }
};

QTEST_MAIN(MoveTest)
#include "move_test.moc"
