#include "gui/preferences/path_action.h"

#include "gui/widgets/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

namespace essaim::gui {

namespace {

/// Scope of the translations of this file.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(PathAction)
};

QString titleOf(PathKind kind) {
    switch (kind) {
    case PathKind::Folder:
        return Words::tr("Choose a folder");
    case PathKind::File:
        return Words::tr("Choose a file");
    case PathKind::Program:
        return Words::tr("Choose a program");
    }
    return {};
}

void choose(QLineEdit& field, PathKind kind) {
    auto* chooser = new QFileDialog(field.window(), titleOf(kind));
    chooser->setObjectName(QStringLiteral("pathChooser"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(kind == PathKind::Folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    chooser->setOption(QFileDialog::ShowDirsOnly, kind == PathKind::Folder);
    if (const QFileInfo now(field.text().trimmed()); now.isAbsolute())
        chooser->setDirectory(now.isDir() ? now.filePath() : now.path());
    QObject::connect(chooser, &QFileDialog::fileSelected, &field, [&field, kind](const QString& path) {
        const QString native = QDir::toNativeSeparators(path);
        const bool isQuoted = kind == PathKind::Program && native.contains(u' ');
        field.setText(isQuoted ? u'"' + native + u'"' : native);
        field.setFocus();
    });
    chooser->open();
}

} // namespace

void addPathAction(QLineEdit& field, PathKind kind) {
    QAction* action = field.addAction(themedIcon(QStringLiteral("folder"), Tint::Muted), QLineEdit::TrailingPosition);
    action->setText(titleOf(kind));
    action->setShortcut(QKeySequence::Open);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(Words::tr("%1 (%2)", "what it does, its key")
                           .arg(titleOf(kind), action->shortcut().toString(QKeySequence::NativeText)));
    QObject::connect(action, &QAction::triggered, &field, [&field, kind] { choose(field, kind); });
}

} // namespace essaim::gui
