// The clipboard does not get the user's own key without a word.
#pragma once

#include <QString>

class QWidget;

namespace essaim::gui {

/// Says that `text` holds the user's key to trackers, and copies it if the user wants to all the same. Returns at once.
/// Object names: copyKeyBox, copyKeyButton.
void askToCopyWithKey(const QString& text, QWidget* parent);

} // namespace essaim::gui
