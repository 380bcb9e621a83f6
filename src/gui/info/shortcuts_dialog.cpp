#include "gui/info/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace essaim::gui {

namespace {

/// "&Open…" is "Open".
QString plain(QString text) {
    text.remove(u'&');
    while (text.endsWith(u'…') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(ShortcutsDialog::tr(" or "));
}

void collect(const QMenu& menu, ShortcutsDialog::Group& group) {
    for (const QAction* action : menu.actions()) {
        if (action->menu() != nullptr)
            collect(*action->menu(), group);
        else if (!action->shortcut().isEmpty())
            group.keys.append({plain(action->text()), keysOf(*action)});
    }
}

QString key(QKeySequence::StandardKey standard) {
    return QKeySequence(standard).toString(QKeySequence::NativeText);
}

/// What lists and tables do by themselves.
ShortcutsDialog::Group listKeys() {
    const auto named = [](Qt::Key code) { return QKeySequence(code).toString(QKeySequence::NativeText); };
    return {
        ShortcutsDialog::tr("In lists"),
        {{ShortcutsDialog::tr("Open the folder of a torrent"), ShortcutsDialog::tr("Enter", "the key")},
         {ShortcutsDialog::tr("Menu of what is selected"),
          QKeySequence(Qt::SHIFT | Qt::Key_F10).toString(QKeySequence::NativeText)},
         {ShortcutsDialog::tr("Rename a file in the content"), named(Qt::Key_F2)},
         {ShortcutsDialog::tr("Copy selected lines of the details"), key(QKeySequence::Copy)},
         {ShortcutsDialog::tr("Next part of the window"), named(Qt::Key_Tab)}}};
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QMenu*>& menus, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard"));
    QList<Group> groups;
    for (const QMenu* menu : menus) {
        Group group{plain(menu->title()), {}};
        collect(*menu, group);
        if (!group.keys.isEmpty())
            groups.append(group);
    }
    groups.append(listKeys());
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    QWidget* sheet = makeSheet(groups);
    scroll->setWidget(sheet);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(sheet->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resize(760, 560);
}

/// Two columns of groups, about as long as each other.
QWidget* ShortcutsDialog::makeSheet(const QList<Group>& groups) {
    auto* sheet = new QWidget(this);
    auto* halves = new QHBoxLayout(sheet);
    halves->setSpacing(40);
    qsizetype lines = 0;
    for (const Group& group : groups)
        lines += group.keys.size() + 2;
    QGridLayout* grid = nullptr;
    qsizetype placed = 0;
    for (const Group& group : groups) {
        const bool beginsColumn = grid == nullptr || (placed >= lines / 2 && halves->count() == 1);
        if (beginsColumn) {
            auto* column = new QVBoxLayout;
            grid = new QGridLayout;
            grid->setHorizontalSpacing(20);
            grid->setVerticalSpacing(6);
            column->setSpacing(0);
            column->addLayout(grid);
            column->addStretch(1);
            halves->addLayout(column, 1);
        }
        auto* title = new QLabel(group.title, sheet);
        title->setProperty("heading", true);
        title->setContentsMargins(0, beginsColumn ? 0 : 10, 0, 2);
        grid->addWidget(title, grid->rowCount(), 0, 1, 2);
        for (const auto& [what, keys] : group.keys) {
            const int row = grid->rowCount();
            auto* label = new QLabel(what, sheet);
            auto* combination = new QLabel(keys, sheet);
            combination->setProperty("muted", true);
            combination->setAccessibleName(tr("%1: %2").arg(what, keys));
            grid->addWidget(label, row, 0);
            grid->addWidget(combination, row, 1, Qt::AlignRight);
        }
        placed += group.keys.size() + 2;
    }
    return sheet;
}

} // namespace essaim::gui
