// What is set for the selected torrents.
#include "gui/transfers/limits_dialog.h"
#include "gui/transfers/option_actions.h"
#include "gui/undo/undo_history.h"
#include "gui/window_fixture.h"

#include <QMenu>
#include <QSpinBox>

using namespace essaim;
using namespace essaim::gui;
using test::makeTorrent;

namespace {

struct Actions {
    Actions() {
        options.setLabels([] {
            return OptionActions::Labels{{QStringLiteral("films"), QStringLiteral("Q&A")}, {QStringLiteral("old")}};
        });
        options.fillMenu(menu);
    }
    /// The submenu, as it is when it opens.
    QMenu& open(const char* name) {
        auto* submenu = menu.findChild<QMenu*>(QString::fromLatin1(name));
        Q_EMIT submenu->aboutToShow();
        return *submenu;
    }
    static QAction& entry(const QMenu& menu, const QString& text) {
        for (QAction* action : menu.actions()) {
            if (action->text() == text)
                return *action;
        }
        qFatal("no entry %s", qPrintable(text));
    }

    test::WindowFixture fixture;
    QWidget window;
    UndoHistory history{window};
    QList<engine::TorrentSnapshot> selected{makeTorrent(1, QStringLiteral("a")), makeTorrent(2, QStringLiteral("b"))};
    OptionActions options{fixture.services(), [this] { return selected; }, history, window};
    QMenu menu;
};

const QString kOrder = QStringLiteral("Download in the &order of the files");

} // namespace

class OptionActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsAllFromSomeFromNone() {
        Actions test;
        const auto state = [&test] {
            const QAction& action = Actions::entry(test.open("optionsMenu"), kOrder);
            return action.isCheckable() ? (action.isChecked() ? 2 : 0) : 1;
        };
        QCOMPARE(state(), 0);
        test.selected[0].isSequential = true;
        QCOMPARE(state(), 1);
        test.selected[1].isSequential = true;
        QCOMPARE(state(), 2);
    }

    void whatIsSetCanBeTakenBack() {
        Actions test;
        test.selected[0].isSequential = true;
        Actions::entry(test.open("optionsMenu"), kOrder).trigger();
        QCOMPARE(test.history.text(), QStringLiteral("order of downloading of 2 torrents"));
        test.selected.clear();
        test.history.undoLast();
        QVERIFY(test.history.text().isEmpty());
    }

    void offersTheLabelsInUse() {
        Actions test;
        test.selected[0].category = test.selected[1].category = QStringLiteral("Q&A");
        QVERIFY(Actions::entry(test.open("categoryMenu"), QStringLiteral("Q&&A")).isChecked());
        Actions::entry(test.open("categoryMenu"), QStringLiteral("films")).trigger();
        QCOMPARE(test.history.text(), QStringLiteral("Category of 2 torrents changed"));
        test.selected[0].tags = {QStringLiteral("old")};
        QVERIFY(!Actions::entry(test.open("tagsMenu"), QStringLiteral("old")).isCheckable()); // some
        Actions::entry(test.open("tagsMenu"), QStringLiteral("old")).trigger();
        QCOMPARE(test.history.text(), QStringLiteral("Tags of 1 torrents changed"));
    }

    void limitsThatDifferStayAsTheyAre() {
        QList<engine::TorrentSnapshot> torrents{
            makeTorrent(1, QStringLiteral("a")), makeTorrent(2, QStringLiteral("b"))};
        torrents[0].downloadLimit = 512 * 1024;
        torrents[0].uploadLimit = torrents[1].uploadLimit = 64 * 1024;
        LimitsDialog dialog(torrents);
        QVERIFY(!dialog.downloadLimit());
        QCOMPARE(dialog.uploadLimit(), std::optional<qint64>(64 * 1024));
        dialog.findChild<QSpinBox*>(QStringLiteral("downloadLimitSpin"))->setValue(0);
        QCOMPARE(dialog.downloadLimit(), std::optional<qint64>(0));
        test::photograph(dialog, QStringLiteral("limits"));
    }

    void onlyWhatIsQueuedMovesInTheQueue() {
        Actions test;
        const gui::TorrentsAtHand atHand{&test.selected[0], &test.selected[1]};
        test.options.update(atHand);
        QVERIFY(!test.options.queueUp->isEnabled());
        test.selected[1].queuePosition = 3;
        test.options.update(atHand);
        QVERIFY(test.options.queueUp->isEnabled());
        QVERIFY(!test.options.rename->isEnabled());
    }
};

QTEST_MAIN(OptionActionsTest)
#include "option_actions_test.moc"
