// Small texts that the user saves to or reads from a file.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace essaim::gui {

/// Asks where, and writes in the background; tells if it fails. Object name of the dialog: saveTextDialog.
void saveTextFile(const QString& title, const QString& name, const QByteArray& text, QWidget* parent);
/// Asks which, and reads at most a megabyte in the background; tells if it fails. Object name: openTextDialog.
void openTextFile(const QString& title, QWidget* parent, const std::function<void(const QByteArray& text)>& done);

} // namespace essaim::gui
