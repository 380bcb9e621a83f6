// Removing asks with the facts on the table, and can be taken back.
#include "gui/labels/labels_dialog.h"
#include "gui/transfers/remove_dialog.h"
#include "gui/undo/removed_dialog.h"
#include "gui/undo/undo_history.h"
#include "gui/undo/undo_toast.h"
#include "gui/undo/undoable_changes.h"
#include "gui/window_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace essaim;
using namespace essaim::engine;
using namespace essaim::gui;
using namespace essaim::test;

class UndoTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    static RemovalPlan plan(quint64 requestId, bool hasBin = true) {
        TorrentRemoval removal;
        removal.id = makeTorrent(1, {}).id;
        removal.name = QStringLiteral("Album");
        removal.savePath = QStringLiteral("/home/lea/Downloads");
        removal.files = {
            {QStringLiteral("Album/01 Opening.flac"), 31'000'000, KeptBecause::Nothing},
            {QStringLiteral("Album/02 Middle.flac"), 28'000'000, KeptBecause::Nothing},
            {QStringLiteral("Album/cover.jpg"), 400'000, KeptBecause::WasThere},
            {QStringLiteral("Album/notes.txt"), 2'000, KeptBecause::Changed}};
        removal.others = 1;
        return {requestId, {removal}, hasBin};
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<WindowFixture>(); }

    void theQuestionNamesEachFileAndWhatHappensToIt() {
        RemoveDialog dialog(m_fixture->session, {makeTorrent(1, QStringLiteral("Album"))}, true);
        auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        auto* list = dialog.findChild<QTreeWidget*>(QStringLiteral("fileList"));
        auto* words = dialog.findChild<QLabel*>(QStringLiteral("consequenceLabel"));
        QVERIFY(!ok->isEnabled());                          // nothing goes before it was named
        Q_EMIT m_fixture->session.removalPlanned(plan(99)); // somebody else's answer
        QVERIFY(!ok->isEnabled());
        Q_EMIT m_fixture->session.removalPlanned(plan(dialog.property("requestId").toULongLong()));
        QVERIFY(ok->isEnabled());
        QCOMPARE(dialog.fate(), FilesFate::Bin);
        QCOMPARE(list->topLevelItemCount(), 4);
        QVERIFY2(words->text().contains(QStringLiteral("59.0 MB")), qPrintable(words->text()));
        QVERIFY(words->text().contains(QStringLiteral("bin")));
        dialog.show();
        photograph(dialog, QStringLiteral("remove_with_files"));
        dialog.findChild<QCheckBox*>(QStringLiteral("forGoodCheck"))->setChecked(true);
        QCOMPARE(dialog.fate(), FilesFate::Delete);
        dialog.findChild<QCheckBox*>(QStringLiteral("deleteFilesCheck"))->setChecked(false);
        QCOMPARE(dialog.fate(), FilesFate::Keep);
        QVERIFY(list->isHidden());
    }

    void withoutABinTheFilesStayUnlessTheUserSaysOtherwise() {
        RemoveDialog dialog(m_fixture->session, {makeTorrent(1, QStringLiteral("Album"))}, true);
        Q_EMIT m_fixture->session.removalPlanned(plan(dialog.property("requestId").toULongLong(), false));
        QCOMPARE(dialog.fate(), FilesFate::Keep);
        dialog.findChild<QCheckBox*>(QStringLiteral("forGoodCheck"))->setChecked(true);
        QCOMPARE(dialog.fate(), FilesFate::Delete);
    }

    void filesOfUnknownOriginGoOnlyIfTheUserSaysSo() {
        RemoveDialog dialog(m_fixture->session, {makeTorrent(1, QStringLiteral("Album"))}, true);
        auto known = plan(dialog.property("requestId").toULongLong());
        for (RemovalFile& file : known.torrents[0].files)
            file.kept = KeptBecause::Unknown;
        auto* check = dialog.findChild<QCheckBox*>(QStringLiteral("unknownCheck"));
        auto* list = dialog.findChild<QTreeWidget*>(QStringLiteral("fileList"));
        QVERIFY(check->isHidden());
        Q_EMIT m_fixture->session.removalPlanned(known);
        QVERIFY(!check->isHidden());
        QVERIFY2(check->text().contains(QStringLiteral("4 file")), qPrintable(check->text()));
        QVERIFY(list->topLevelItem(0)->text(2).startsWith(QStringLiteral("stays")));
        QVERIFY(!dialog.takesUnknown());
        dialog.show();
        photograph(dialog, QStringLiteral("remove_unknown"));
        check->setChecked(true);
        QVERIFY(dialog.takesUnknown());
        QVERIFY(list->topLevelItem(0)->text(2).contains(QStringLiteral("bin")));
        dialog.findChild<QCheckBox*>(QStringLiteral("deleteFilesCheck"))->setChecked(false);
        QVERIFY(!dialog.takesUnknown());
    }

    void theLastActionIsTakenBackFirst() {
        QWidget window;
        UndoHistory history(window);
        QStringList undone;
        history.undoLast(); // nothing there: nothing happens
        history.add(QStringLiteral("first"), [&] { undone << QStringLiteral("first"); });
        history.add(QStringLiteral("second"), [&] { undone << QStringLiteral("second"); });
        QCOMPARE(history.text(), QStringLiteral("second"));
        QVERIFY(history.action->text().contains(QStringLiteral("second")));
        history.undoLast();
        history.undoLast();
        QCOMPARE(undone, (QStringList{QStringLiteral("second"), QStringLiteral("first")}));
        QVERIFY(!history.action->isEnabled());
    }

    void aChangeOfLabelsComesBackForEachTorrent() {
        QWidget window;
        UndoHistory history(window);
        UndoableChanges changes(m_fixture->session, history);
        TorrentSnapshot film = makeTorrent(1, QStringLiteral("Film"));
        film.category = QStringLiteral("Films");
        film.tags = {QStringLiteral("seen")};
        const TorrentSnapshot album = makeTorrent(2, QStringLiteral("Album"));
        changes.setCategory({film}, QStringLiteral("Films")); // it has it already
        QVERIFY(history.text().isEmpty());
        changes.setCategory({film, album}, QStringLiteral("Old"));
        QCOMPARE(history.text(), QStringLiteral("Category of 2 torrents changed"));
        changes.setTags({film, album}, {QStringLiteral("seen")});
        QCOMPARE(history.text(), QStringLiteral("Tags of “Album” changed"));
        changes.setFilePriorities(film, {4, 4}, {4, 0});
        QCOMPARE(history.text(), QStringLiteral("File priorities of “Film” changed"));
        history.undoLast();
        QCOMPARE(history.text(), QStringLiteral("Tags of “Album” changed"));
    }

    void categoryAndTagsOfOneDialogAreTakenBackTogether() {
        QWidget window;
        UndoHistory history(window);
        UndoableChanges changes(m_fixture->session, history);
        QString note;
        QObject::connect(&history, &UndoHistory::noteWanted, this, [&note](const QString& text) { note = text; });
        const TorrentSnapshot album = makeTorrent(1, QStringLiteral("Album"));
        changes.setLabels({album}, QStringLiteral("Music"), QStringList{QStringLiteral("live")});
        QCOMPARE(note, QStringLiteral("Category and tags of “Album” changed"));
        history.undoLast();
        QVERIFY(!history.action->isEnabled());
    }

    void theDialogOfLabelsSaysOnlyWhatTheUserChanged() {
        TorrentSnapshot film = makeTorrent(1, QStringLiteral("Film"));
        film.category = QStringLiteral("Films");
        film.tags = {QStringLiteral("a"), QStringLiteral("b")};
        TorrentSnapshot album = makeTorrent(2, QStringLiteral("Album"));
        LabelsDialog dialog({film, album}, {QStringLiteral("Films"), QStringLiteral("Music")}, film.tags);
        dialog.show();
        photograph(dialog, QStringLiteral("labels"));
        QVERIFY(!dialog.category());
        QVERIFY(!dialog.tags());
        QTest::keyClicks(dialog.findChild<QLineEdit*>(QStringLiteral("tagsEdit")), QStringLiteral(" x,, y ,x"));
        QCOMPARE(dialog.tags(), (QStringList{QStringLiteral("x"), QStringLiteral("y")}));
        auto* combo = dialog.findChild<QComboBox*>(QStringLiteral("categoryCombo"));
        combo->setCurrentText(QStringLiteral(" Music "));
        QCOMPARE(dialog.category(), QStringLiteral("Music"));
        LabelsDialog one({film}, {}, {});
        QCOMPARE(one.findChild<QLineEdit*>(QStringLiteral("tagsEdit"))->text(), QStringLiteral("a, b"));
    }

    void aNoteAtTheFootOffersToTakeItBack() {
        QWidget window;
        UndoHistory history(window);
        window.resize(900, 500);
        UndoToast toast(history, &window);
        window.show();
        bool isUndone = false;
        history.add(QStringLiteral("move of “Album”"), [] {}); // says so elsewhere
        QVERIFY(toast.isHidden());
        history.addWithNote(QStringLiteral("Removed “Album”"), [&] { isUndone = true; });
        QVERIFY(toast.isVisible());
        QCOMPARE(toast.findChild<QLabel*>()->text(), QStringLiteral("Removed “Album”"));
        QVERIFY(window.rect().contains(toast.geometry()));
        photograph(window, QStringLiteral("undo_toast"));
        toast.findChild<QPushButton*>()->click();
        QVERIFY(isUndone);
        QVERIFY(toast.isHidden());
    }

    void listsWhatWasRemovedAndOffersToBringItBack() {
        RemovedDialog* dialog = new RemovedDialog(m_fixture->session);
        auto* list = dialog->findChild<QTreeWidget*>(QStringLiteral("removedList"));
        auto* restore = dialog->findChild<QPushButton*>(QStringLiteral("restoreButton"));
        QVERIFY(!restore->isEnabled());
        dialog->show();
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("emptyLabel"))->isVisible());
        const QDateTime when(QDate(2026, 11, 12), QTime(9, 12));
        const auto entry = [&when](int n, const char* name, FilesFate fate) {
            return RemovedTorrent{
                makeTorrent(n, {}).id, QString::fromUtf8(name), QStringLiteral("/home/lea"), when, fate};
        };
        Q_EMIT m_fixture->session.removedListed(
            {entry(1, "Album", FilesFate::Bin), entry(2, "Debian 12", FilesFate::Keep)});
        QCOMPARE(list->topLevelItemCount(), 2);
        list->topLevelItem(1)->setSelected(true);
        QVERIFY(restore->isEnabled());
        photograph(*dialog, QStringLiteral("recently_removed"));
        Q_EMIT m_fixture->session.removedListed({});
        QVERIFY(!restore->isEnabled());
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("emptyLabel"))->isVisible());
        delete dialog;
    }
};

QTEST_MAIN(UndoTest)
#include "undo_test.moc"
