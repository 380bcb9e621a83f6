#include "gui/preferences/path_action.h"

#include "gui/widgets/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

#include <algorithm>

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
        field.setText(kind == PathKind::Program ? commandOf(native) : native);
        field.setFocus();
    });
    chooser->open();
}

} // namespace

/// QProcess::splitCommand() takes three quotation marks for one that belongs to the word.
QString commandOf(const QString& path) {
    QString command = path;
    command.replace(u'%', QStringLiteral("%%")).replace(u'"', QStringLiteral("\"\"\""));
    const bool isQuoted = std::ranges::any_of(path, [](QChar letter) { return letter.isSpace() || letter == u'"'; });
    return isQuoted ? u'"' + command + u'"' : command;
}

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
