// New names for many files of a torrent at once.
#include "gui/details/rename_files_dialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace essaim::gui;
using Paths = std::map<int, QString>;
using Part = RenameRule::Part;

namespace {

Paths album() {
    return {
        {0, QStringLiteral("a b/01 - One.flac")},
        {2, QStringLiteral("a b/02 - Two.FLAC")},
        {3, QStringLiteral("a b/.hidden")},
        {5, QStringLiteral("cover.jpg")}};
}

RenameRule rule(const char* find, const char* replace, bool isPattern = false, Part part = Part::NameWithoutEnding) {
    return {QString::fromLatin1(find), QString::fromLatin1(replace), isPattern, false, part};
}

} // namespace

class RenameFilesDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheLastPartOfAPathChanges() {
        QCOMPARE(
            renamedFiles(album(), rule(" ", "_")),
            Paths({{0, QStringLiteral("a b/01_-_One.flac")}, {2, QStringLiteral("a b/02_-_Two.FLAC")}}));
        QCOMPARE(renamedFiles(album(), rule("", "x")), Paths());
    }

    void aPatternMovesWhatItFinds() {
        QCOMPARE(
            renamedFiles(album(), rule("^(\\d+) - (.*)$", "\\2 \\1", true)),
            Paths({{0, QStringLiteral("a b/One 01.flac")}, {2, QStringLiteral("a b/Two 02.FLAC")}}));
        QVERIFY(!renamedFiles(album(), rule("(", "", true)));
        // Plain words stay plain.
        QCOMPARE(
            renamedFiles({{0, QStringLiteral("a(1).x")}}, rule("(1)", "\\1")), Paths({{0, QStringLiteral("a\\1.x")}}));
    }

    void theEndingIsAPartOfItsOwn() {
        QCOMPARE(
            renamedFiles(album(), rule("flac", "ogg", false, Part::Ending)),
            Paths({{0, QStringLiteral("a b/01 - One.ogg")}, {2, QStringLiteral("a b/02 - Two.ogg")}}));
        QCOMPARE(renamedFiles(album(), rule("hidden", "shown", false, Part::Ending)), Paths()); // it has none
        auto exact = rule("FLAC", "ogg", false, Part::Name);
        exact.isCaseSensitive = true;
        QCOMPARE(renamedFiles(album(), exact), Paths({{2, QStringLiteral("a b/02 - Two.ogg")}}));
    }

    void twoFilesNeverGetOneName() {
        RenameFilesDialog both(album(), album(), nullptr);
        auto* find = both.findChild<QLineEdit*>(QStringLiteral("findEdit"));
        auto* replace = both.findChild<QLineEdit*>(QStringLiteral("replaceEdit"));
        auto* button = both.findChild<QPushButton*>(QStringLiteral("renameButton"));
        QVERIFY(!button->isEnabled());
        both.findChild<QCheckBox*>(QStringLiteral("patternCheck"))->setChecked(true);
        find->setText(QStringLiteral("^\\d+ - .*$"));
        replace->setText(QStringLiteral("same"));
        QVERIFY(!button->isEnabled()); // same.flac and same.FLAC
        QVERIFY(both.findChild<QLabel*>(QStringLiteral("renameMessage"))->text().contains(QStringLiteral("same")));
        replace->setText(QStringLiteral("a/b"));
        QVERIFY(!button->isEnabled());
        find->setText(QStringLiteral("^\\d+ - "));
        replace->clear();
        QVERIFY(button->isEnabled());
        QCOMPARE(both.findChild<QTreeWidget*>()->topLevelItemCount(), 2);
        QCOMPARE(both.paths().at(2), QStringLiteral("a b/Two.FLAC"));
        find->setText(QStringLiteral("["));
        QVERIFY(!button->isEnabled());
        QVERIFY(both.paths().empty());
    }

    void aNameThatAnotherFileHasIsNotGiven() {
        const Paths all{{0, QStringLiteral("x/a1.txt")}, {1, QStringLiteral("x/a2.txt")}};
        RenameFilesDialog dialog({{0, all.at(0)}}, all, nullptr);
        dialog.findChild<QLineEdit*>(QStringLiteral("findEdit"))->setText(QStringLiteral("1"));
        dialog.findChild<QLineEdit*>(QStringLiteral("replaceEdit"))->setText(QStringLiteral("2"));
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("renameButton"))->isEnabled());
    }
};

QTEST_MAIN(RenameFilesDialogTest)
#include "rename_files_dialog_test.moc"
