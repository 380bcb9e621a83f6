// A field for a path gets a way to choose it.
#pragma once

#include <QString>

class QLineEdit;

namespace essaim::gui {

enum class PathKind { Folder, File, Program };

/// The path of a program as gui::ProgramRunner reads it: between quotation marks if it holds blanks or some itself, and
/// its percent signs are no placeholders.
[[nodiscard]] QString commandOf(const QString& path);

/// An icon in the field, and Ctrl+O while the field has the focus, that open a dialog to choose what the field is for.
/// A program is put there as commandOf() has it.
void addPathAction(QLineEdit& field, PathKind kind);

} // namespace essaim::gui
