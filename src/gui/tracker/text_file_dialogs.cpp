#include "gui/tracker/text_file_dialogs.h"

#include "engine/background.h"
#include "engine/torrent_file.h"
#include "text/text.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>
#include <QStandardPaths>

namespace essaim::gui {

namespace {

constexpr qint64 kMostBytes = 16'000'000;

void tell(const Error& error, QWidget* parent) {
    auto* box = new QMessageBox(QMessageBox::Warning, {}, text::errorSentence(error), QMessageBox::Ok, parent);
    box->setObjectName(QStringLiteral("textFileBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

QFileDialog* ask(const QString& title, QWidget* parent) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    return dialog;
}

Expected<void> write(const QString& path, const QByteArray& text) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return failure(
        ErrorKind::PermissionDenied, Operation::WriteFile, path.toStdString(), file.errorString().toStdString());
}

} // namespace

void saveTextFile(const QString& title, const QString& name, const QByteArray& text, QWidget* parent) {
    QFileDialog* const dialog = ask(title, parent);
    dialog->setObjectName(QStringLiteral("saveTextDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [text, parent](const QString& path) {
        engine::runInBackground(
            parent, [path, text] { return write(path, text); },
            [parent](const Expected<void>& result) {
                if (!result)
                    tell(result.error(), parent);
            });
    });
    dialog->open();
}

void openTextFile(const QString& title, QWidget* parent, const std::function<void(const QByteArray& text)>& done) {
    QFileDialog* const dialog = ask(title, parent);
    dialog->setObjectName(QStringLiteral("openTextDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [done, parent](const QString& path) {
        engine::runInBackground(
            parent, [path] { return engine::readBytes(path, kMostBytes, Operation::ReadFile); },
            [done, parent](const Expected<QByteArray>& text) {
                if (text)
                    done(*text);
                else
                    tell(text.error(), parent);
            });
    });
    dialog->open();
}

} // namespace essaim::gui
