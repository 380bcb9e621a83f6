// A field for a path gets a way to choose it.
#pragma once

class QLineEdit;

namespace essaim::gui {

enum class PathKind { Folder, File, Program };

/// An icon in the field, and Ctrl+O while the field has the focus, that open a dialog to choose what the field is for.
/// A program is put between quotation marks if its path has blanks.
void addPathAction(QLineEdit& field, PathKind kind);

} // namespace essaim::gui
