// Dialogs whose sentences come and go.
#pragma once

class QWidget;

namespace essaim::gui {

/// Makes the window, which has a layout, as high as its lines need at its width; never lower. Without it, sentences
/// that appear or are broken anew are cut. GUI thread.
void growToFit(QWidget& window);

} // namespace essaim::gui
